// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { wireYears } from '../../../src/app/years.ts';
import { setField } from '../../../src/domain/record/edits.ts';
import { foldRecord } from '../../../src/domain/record/fold.ts';
import type { Json, Role } from '../../../src/domain/record/operation.ts';
import { NewYearCard } from '../../../src/features/years/NewYearCard.tsx';
import { NewYearPage } from '../../../src/features/years/NewYearPage.tsx';
import type { Years } from '../../../src/session/years.ts';
import { loadEdition } from '../../seeds/editions.ts';
import { Browser, lesson, plan2025, statusOf, training, type Visit } from '../../session/browser.ts';
import { good, year } from '../../store/profile.ts';
import { standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';

const lastYear = year - 1;

/** Years as the app wires them; the edition of the current year is still awaited. */
const yearsOf = ({ store }: Visit, changed: Partial<Years> = {}, today = '2026-11-21'): Years => ({
	...wireYears({
		store: async () => store,
		editions: [],
		fetchEdition: async () => plan2025,
		editionOf: async (of) => (of < 2025 ? loadEdition('sendai-2024') : plan2025),
		today: () => today,
		preferred: { read: () => undefined, write: () => undefined },
	}),
	...changed,
});

/** A device of a school with a record of last year, in the hands of a post. */
async function school(role: Role = 'ictLead'): Promise<Browser> {
	const browser = new Browser();
	const { session, store } = await browser.visits({ fiscalYear: lastYear, exact: true });
	await session.begin('elementary');
	const says = (id: string, field: string, value: Json) =>
		session.take({ edits: (fold) => [setField(fold, `action/${id}`, field, value)] });
	await says(lesson, 'status', 'inProgress');
	await says(lesson, 'nextYear', '全学年で見直す。');
	await says(training, 'status', 'achieved');
	await good(store.setAuthor({ role, label: role }));
	return browser;
}

async function page(visit: Visit, years = yearsOf(visit)) {
	const store = async () => visit.store;
	const drawn = standing(<NewYearPage session={visit.session} years={years} store={store} />);
	const { sees, seen } = person(drawn);
	const button = (words: string) => {
		const found = drawn.all<HTMLButtonElement>('button').find(({ textContent }) => textContent?.includes(words));
		if (!found) throw new Error(`no button 「${words}」 in 「${seen()}」`);
		return found;
	};
	return {
		...drawn,
		...{ sees, seen, button },
		async presses(words: string) {
			await sees(words);
			await act(async () => button(words).click());
		},
		async checks(id: string) {
			await sees('引き継ぎます');
			await act(async () => drawn.one<HTMLInputElement>(`input[data-id="${id}"]`).click());
		},
	};
}

const fieldsOf = async (browser: Browser, of: number) =>
	(await browser.kept(of)).map(({ entity, field, value }) => ({ entity, field, value }));

describe('the wizard, while the new edition is awaited', () => {
	test('carries what is unfinished to the very same □, closes last year, and leaves the new year’s own state alone', async () => {
		const browser = await school();
		const visit = await browser.visits();
		const { sees, presses, all } = await page(visit);
		await sees('令和8年度版の行動計画は、まだ公開されていません');
		await sees('27のうち 1 達成');
		await presses('引き継ぐ□をえらぶ');
		await sees('同じ文');
		expect(all<HTMLInputElement>('input:checked')).toEqual([]);
		await presses('未完了をすべて選ぶ');
		await sees('26件を引き継ぎます');
		await presses('確かめる');
		await presses('令和7年度を締めくくる');

		await sees('令和8年度に26件の□を引き継ぎました');
		expect(visit.session.row(lesson).value).toMatchObject({ status: 'notStarted', carried: 'inProgress' });
		expect(visit.session.row(training).value.carried).toBeNull();
		expect(statusOf(visit.session, lesson)).toBe('notStarted');
		const carried = { fiscalYear: lastYear, actions: [lesson], status: 'inProgress', note: '全学年で見直す。' };
		expect(await fieldsOf(browser, year)).toContainEqual({
			entity: `action/${lesson}`,
			field: 'carried',
			value: carried,
		});
		expect(await fieldsOf(browser, lastYear)).toContainEqual({ entity: 'year', field: 'closed', value: true });
	});

	test('keeps what was chosen, step and all, when the page is left in the middle', async () => {
		const visit = await (await school()).visits();
		const first = await page(visit);
		await first.presses('引き継ぐ□をえらぶ');
		await first.checks(lesson);
		await first.checks(training);
		await first.checks(training);
		first.leave();
		const again = await page(visit);
		await again.sees('1件を引き継ぎます');
		expect(again.all<HTMLInputElement>('input:checked').map(({ dataset }) => dataset.id)).toEqual([lesson]);
	});

	test('done once more, after last year was opened again, adds nothing to what is there', async () => {
		const browser = await school();
		const visit = await browser.visits();
		const drawn = await page(visit);
		await drawn.presses('引き継ぐ□をえらぶ');
		await drawn.checks(lesson);
		await drawn.presses('確かめる');
		await drawn.presses('令和7年度を締めくくる');
		await drawn.sees('引き継ぎました');
		const before = await fieldsOf(browser, year);
		await drawn.presses('令和7年度を開き直す');
		await drawn.sees('締めくくっていません');
		const again = await page(visit);
		await again.presses('引き継ぐ□をえらぶ');
		await again.sees('引き継ぎました（昨年度から：実施中）');
		await again.presses('確かめる');
		await again.presses('令和7年度を締めくくる');
		await again.sees('引き継いだ□はありません');
		expect(await fieldsOf(browser, year)).toEqual(before);
	});
});

describe('what stands in the way is said', () => {
	test('a teacher’s device chooses and does not close', async () => {
		const visit = await (await school('teacher')).visits();
		const { presses, sees, button } = await page(visit);
		await presses('確かめて始める');
		await sees('ICT担当・教頭・校長の端末で行います');
		expect(button('令和7年度を締めくくる').disabled).toBe(true);
	});

	test('a plan that cannot be read', async () => {
		const visit = await (await school()).visits();
		const { sees, seen } = await page(
			visit,
			yearsOf(visit, { editionOf: () => Promise.reject(new TypeError('no network')) }),
		);
		await sees('読み込めませんでした');
		expect(seen()).not.toContain('締めくくってあります');
	});

	test('a device without an earlier year', async () => {
		const visit = await new Browser().visits();
		await visit.session.begin('elementary');
		await (await page(visit)).sees('前の年度の記録がありません');
	});

	test('what the database refuses: last year stays open, and the sentence stands there', async () => {
		const browser = await school();
		const visit = await browser.visits();
		const refusal = { reason: 'quotaExceeded', sentence: '端末の空き容量が足りません。' };
		const { presses, sees } = await page(visit, yearsOf(visit, { write: async () => ({ ok: false, refusal }) }));
		await presses('確かめて始める');
		await presses('令和7年度を締めくくる');
		await sees('端末の空き容量が足りません。');
		expect(await fieldsOf(browser, lastYear)).not.toContainEqual({ entity: 'year', field: 'closed', value: true });
	});

	test('what cannot be carried over closes nothing', async () => {
		const browser = await school();
		const visit = await browser.visits({ fiscalYear: lastYear, exact: true });
		const refusal = { reason: 'quotaExceeded', sentence: '端末の空き容量が足りません。' };
		const { presses, checks, sees } = await page(
			visit,
			yearsOf(visit, { write: async () => ({ ok: false, refusal }) }),
		);
		await presses('引き継ぐ□をえらぶ');
		await checks(lesson);
		await presses('確かめる');
		await presses('令和7年度を締めくくる');
		await sees('端末の空き容量が足りません。');
		expect(visit.session.closed.value).toBe(false);
	});
});

describe('the card on 今やること', () => {
	const cardOf = (visit: Visit, today?: string) =>
		person(standing(<NewYearCard session={visit.session} years={yearsOf(visit, {}, today)} />));
	/** It reads the record before it shows; what was asked after it was answered after it. */
	const isNowhere = async (visit: Visit, today?: string) => {
		const { seen } = cardOf(visit, today);
		const { list, record } = yearsOf(visit);
		for (const ask of [list, () => record(lastYear), () => record(lastYear)]) await act(async () => void (await ask()));
		return seen() === '';
	};

	test('stands there in November only while the new year is empty', async () => {
		const browser = await school();
		const visit = await browser.visits();
		await cardOf(visit).sees('令和8年度を始める');
		await visit.session.tick(lesson, '1-(1)-①');
		expect(await isNowhere(visit)).toBe(true);
	});

	test('stands there in spring until last year is closed', async () => {
		const browser = await school();
		const visit = await browser.visits({ today: () => '2026-04-10' });
		await visit.session.tick(lesson, '1-(1)-①');
		await cardOf(visit, '2026-04-10').sees('令和7年度は締めくくられていません');
		await good(visit.store.commit(lastYear, [{ entity: 'year', field: 'closed', value: true, seen: [] }]));
		expect(foldRecord(await browser.kept(lastYear)).heads('year', 'closed')).toHaveLength(1);
		expect(await isNowhere(visit, '2026-04-10')).toBe(true);
	});
});
