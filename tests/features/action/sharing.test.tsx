// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { readSharedCase } from '../../../src/domain/record/attachments.ts';
import { addOccurrence } from '../../../src/domain/record/edits.ts';
import { LedgerRow } from '../../../src/features/action/LedgerRow.tsx';
import { SharedCases } from '../../../src/features/action/SharedCases.tsx';
import { beginningOf, doubtsIn } from '../../../src/features/action/sharing.ts';
import type { SyncStatus } from '../../../src/sync/sync.ts';
import { elementary, lesson, settled, stateOf } from '../../session/browser.ts';
import { standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';
import { enrolment, PlayedSync } from '../playedSync.ts';

const agreed: Partial<SyncStatus> = { enrolment, summaryAgreed: true };

/** A □ with one 実施記録, as its row in the ledger. */
async function row(memo: string, status: Partial<SyncStatus> = agreed) {
	const { session } = await (await elementary()).visits();
	const date = '2026-10-03';
	await session.take({ edits: () => addOccurrence('o1', { action: lesson, date, place: '5年2組', memo }) });
	const sync = new PlayedSync(status);
	const exchange = { status: sync.state, sync: async () => sync };
	const drawn = () => {
		const [occurrence] = stateOf(session, lesson).occurrences;
		return occurrence ? <LedgerRow session={session} occurrence={occurrence} exchange={exchange} /> : null;
	};
	const page = standing(drawn());
	const shared = () => readSharedCase(session.record(), 'o1').value;
	const types = (part: string, text: string) => {
		page.one<HTMLInputElement>(`[name=${part}]`).value = text;
	};
	/** Everything that was asked for has been written and is drawn. */
	const written = async () => {
		await act(() => settled(session));
		page.draw(drawn());
	};
	return { ...page, ...person(page), types, shared, written };
}

describe('市内で共有する', () => {
	test('begins with the words of the record and shares what was typed', async () => {
		const { presses, one, types, sends, shared, written, seen } = await row('地図を作った。5年2組で発表した。');
		await presses('共有する');
		expect(one<HTMLInputElement>('[name=title]').value).toBe('地図を作った');
		expect(one<HTMLInputElement>('[name=grade]').value).toBe('5年');
		expect(seen()).toContain('市内の学校と教育委員会が見ます。');
		types('title', '地図づくり');
		types('what', '端末で地図を作り、\r\n発表した。');
		await sends();
		await written();
		expect(shared()).toEqual({ title: '地図づくり', grade: '5年', what: '端末で地図を作り、\n発表した。', link: '' });
		expect(seen()).toContain('市内で共有中');
		await presses('共有をやめる');
		await written();
		expect(shared()).toBeNull();
		expect(seen()).not.toContain('市内で共有中');
	});

	test('does not go with a name in it, until it is written otherwise', async () => {
		const { presses, types, sends, shared, written, all } = await row('山田さんの作品を見た。');
		await presses('共有する');
		await sends();
		await written();
		expect(shared()).toBeNull();
		expect(all('.doubts mark').map(({ textContent }) => textContent)).toEqual(['山田さん']);
		expect(all('.doubts li')[0]?.textContent).toContain('題名・何をしたか：');
		types('title', '作品を見る会');
		types('what', '友達の作品を見た。');
		await sends();
		await written();
		expect(shared()?.title).toBe('作品を見る会');
	});

	test('a false alarm goes once somebody says so; an address of mail never does', async () => {
		const { presses, types, sends, shared, written, one, all } = await row('');
		await presses('共有する');
		types('title', 'ロボさんと話す');
		types('what', 'ロボさんに taro@aoba.example で聞いた。');
		await sends();
		expect(all('.doubts li')).toHaveLength(2);
		expect(all('.doubts input')).toHaveLength(1);
		await act(async () => one<HTMLInputElement>('.doubts input').click());
		await sends();
		await written();
		expect(shared()).toBeNull();
		types('what', 'ロボさんに聞いた。');
		await sends();
		await written();
		expect(shared()?.title).toBe('ロボさんと話す');
	});

	test('says what is missing', async () => {
		const { presses, types, sends, shared, written, one } = await row('');
		await presses('共有する');
		await sends();
		expect(one('.problem').textContent).toBe('題名を入れてください。');
		types('title', '題');
		types('what', '文');
		types('link', 'javascript:alert(1)');
		await sends();
		expect(one('.problem').textContent).toContain('リンクの形');
		await written();
		expect(shared()).toBeNull();
	});

	test.each([
		['この端末はまだ学校に登録していない', {}, '/join'],
		['まだ、教育委員会に集計を送りはじめていません', { enrolment }, '/settings#summary'],
	])('where it cannot arrive yet, says so: %s', async (sentence, status, href) => {
		const { presses, seen, one } = await row('', status);
		await presses('共有する');
		expect(seen()).toContain(sentence);
		expect(one('.note a').getAttribute('href')).toBe(href);
	});
});

test('what a form begins with is within its limits', () => {
	const { title, grade, what } = beginningOf({ place: '６年１組', memo: '長'.repeat(900) });
	expect([title.length, grade, what.length]).toEqual([60, '６年', 600]);
	expect(beginningOf({ place: '体育館', memo: '' })).toEqual({ title: '', grade: '', what: '', link: '' });
});

test('in a link only people and their addresses are doubted, not its numbers', () => {
	const typed = {
		title: '題',
		grade: '',
		what: '文',
		link: 'https://aoba.example/d/20260401234/%E5%B1%B1%E7%94%B0%E3%81%95%E3%82%93',
	};
	expect(doubtsIn(typed).map(({ words }) => words)).toEqual(['山田さん']);
	expect(doubtsIn({ ...typed, link: 'https://aoba.example/%E5' })).toEqual([]);
});

describe('市内の学校の事例', () => {
	const action = { id: lesson, descendsFrom: [{ action: 'sendai-2024-x', relation: 'same' }] } as never;
	const told = (changes: object) => ({
		...{ action: lesson, date: '2026-10-03', schoolType: 'elementary', title: '題', grade: '5年' },
		...{ what: '文', link: '', ...changes },
	});
	const known = (current: boolean, ...cases: object[]) => ({
		...{ current, readAt: '2026-11-20T07:40:00.000Z' },
		schools: [{ school: 'E002', name: '若葉小学校（架空）', schoolType: 'elementary', receivedAt: '', cases }],
	});
	const section = async (cityCases: object, status: Partial<SyncStatus> = agreed) => {
		const { session } = await (await elementary()).visits();
		const sync = new PlayedSync(status);
		Object.assign(sync.cityCases, cityCases);
		const exchange = { status: sync.state, sync: async () => sync };
		const page = standing(<SharedCases session={session} action={action} exchange={exchange} />);
		await act(async () => undefined);
		return { ...page, ...person(page) };
	};

	test('shows those of this □ and of what it continues, the latest first, with school, 校種, 学年 and day', async () => {
		const { sees, all, seen } = await section({
			2026: known(
				true,
				told({ title: '古い', date: '2026-05-01' }),
				told({ title: '新しい', link: 'https://a.example/' }),
			),
			2025: known(true, told({ title: '昨年度', action: 'sendai-2024-x', date: '2025-12-01' })),
			2024: known(true, told({ title: '遠い昔' })),
		});
		await sees('新しい');
		expect(all('h3').map(({ textContent }) => textContent)).toEqual(['新しい', '古い', '昨年度']);
		expect(seen()).toContain('若葉小学校（架空）');
		expect(seen()).toContain('小学校 5年');
		expect(seen()).toContain('令和7年度 12月1日（月）');
		const links = all('a');
		expect(links.map((link) => [link.getAttribute('href'), link.getAttribute('rel')])).toEqual([
			['https://a.example/', 'noopener noreferrer'],
		]);
	});

	test('unfolds what is more than three', async () => {
		const { sees, one } = await section({ 2026: known(true, ...Array.from({ length: 5 }, () => told({}))) });
		await sees('ほかの事例 2件');
		expect(one('details').hasAttribute('open')).toBe(false);
	});

	test('says quietly that there is none, that it is a copy, or that it cannot be read now', async () => {
		const other = told({ action: 'sendai-2025-1-1-3-1' });
		await (await section({ 2026: known(true, other) })).sees('この□の事例は、まだありません。');
		await (await section({ 2026: known(false, told({})) })).sees('11月20日 16:40に読んだものです。');
		const { sees, all } = await section({});
		await sees('つながるところで開くと、ここに出ます。');
		expect(all('.problem')).toEqual([]);
	});

	test('does not stand on a device without a school', async () => {
		expect((await section({ 2026: known(true, told({})) }, {})).all('section')).toEqual([]);
	});
});
