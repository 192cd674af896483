// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { isShown, reviewRows, shownRows } from '../../src/board/reviews/reviewFilter.ts';
import { refuse } from '../../src/domain/result.ts';
import { FakeEndpoint, phaseStanding, reviews, school } from './fakeEndpoint.ts';
import { officer } from './officer.tsx';

const at = '2025-11-20T23:05:00Z';
const approved = (more: object = {}) =>
	phaseStanding('approved', { at, approval: { at, content: 'ab12-cd34' }, ...more });

const city = () => {
	const endpoint = new FakeEndpoint();
	endpoint.schoolsKept = [
		school('E010', '泉が丘小学校'),
		school('E002', '若葉小学校'),
		school('E001', '朝日小学校'),
		school('J001', 'アオバ中学校', { schoolType: 'lowerSecondary' }),
	];
	endpoint.reviewsKept.set(2025, [
		reviews('J001', { midyear: phaseStanding('returned', { at }) }),
		reviews('E010', { midyear: approved({ changedSince: true }) }),
		reviews('E002', { midyear: phaseStanding('accepted', { at, approval: { at, content: 'ab12-cd34' } }) }),
	]);
	endpoint.reviewsKept.set(2024, [reviews('E001', { final: approved() })]);
	return endpoint;
};

async function list(endpoint = city()) {
	const page = await officer(endpoint, '/board/reviews');
	await page.until(() => page.all('.reviews-table').length > 0);
	const rows = () =>
		page
			.all('.reviews-table tbody tr:not(.decision-row)')
			.map((row) => [...row.children].map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim()));
	/** The form's own button: those that open it begin with the same words. */
	const decides = async () => page.one<HTMLButtonElement>('.decision button[type=submit]').click();
	return { ...page, endpoint, rows, decides, names: () => rows().map(([name]) => name) };
}

describe('提出状況', () => {
	test('lists every school by its code, whatever its state, and says the states in words', async () => {
		const { rows, heading, all } = await list();
		expect(heading()).toBe('提出状況');
		expect(rows()).toEqual([
			['朝日小学校E001', '小学校', '作成中', '作成中'],
			['若葉小学校E002', '小学校', '受理 11月21日 8:05開き直す…：若葉小学校の中間', '作成中'],
			[
				'泉が丘小学校E010',
				'小学校',
				'受理待ち校長が承認 11月21日 8:05承認後に変更あり受理する：泉が丘小学校の中間開き直す…：泉が丘小学校の中間',
				'作成中',
			],
			['アオバ中学校J001', '中学校', '校内で差戻し学校で直しています 11月21日 8:05', '作成中'],
		]);
		expect(all('.reviews-table thead th[scope=col]')).toHaveLength(4);
		expect(all('.reviews-table tbody th[scope=row]')).toHaveLength(4);
	});

	test('shows those that wait, and the year before', async () => {
		const { names, presses, until, text } = await list();
		await presses('受理待ち');
		expect(names()).toEqual(['泉が丘小学校E010']);
		await presses('令和6年度');
		await until(() => names().length === 1 && names()[0] === '朝日小学校E001');
		expect(text()).toContain('令和6年度');
	});

	test('accepts in two presses, says what it means before and what was done after', async () => {
		const { endpoint, presses, reads, rows, text, all, one } = await list();
		await presses('受理する');
		expect(document.activeElement?.textContent).toBe('泉が丘小学校の中間を受理します');
		for (const words of [
			'ab12-cd34',
			'承認のあとで、学校が記録を変えています',
			'学校はこの評価を変えられなくなります',
		]) {
			expect(text()).toContain(words);
		}
		expect(endpoint.decisions).toEqual([]);
		await presses('この内容で受理する');
		await reads('泉が丘小学校の中間を受理しました。');
		expect(endpoint.decisions).toEqual([['E010', 2025, { phase: 'midyear', event: 'accept', content: 'ab12-cd34' }]]);
		expect(rows()[2]?.[2]).toMatch(/^受理 /);
		expect(all('.decision')).toHaveLength(0);
		expect(document.activeElement).toBe(one('.done'));
	});

	test('is undone by opening again, with the reason that the school reads', async () => {
		const { endpoint, presses, reads, writes, rows, decides } = await list();
		await presses('受理する');
		await presses('この内容で受理する');
		await presses('まちがえたときは開き直す');
		expect(document.activeElement?.textContent).toBe('泉が丘小学校の中間を開き直します');
		await writes('理由（学校の端末に出ます）', '  まちがえて受理しました。 ');
		await decides();
		await reads('泉が丘小学校の中間を開き直しました。');
		expect(endpoint.decisions.at(-1)).toEqual([
			...['E010', 2025],
			{ phase: 'midyear', event: 'reopen', reason: 'まちがえて受理しました。' },
		]);
		expect(rows()[2]?.[2]).toBe('作成中教育委員会が開き直し 11月21日 14:32理由：まちがえて受理しました。');
	});

	test('keeps the form and what was typed when the endpoint refuses, and says its rule', async () => {
		const { endpoint, presses, reads, writes, decides } = await list();
		await presses('開き直す');
		const reason = await writes('理由（学校の端末に出ます）', '確かめてください。');
		endpoint.next = { reason: 'reviewRefused', sentence: 'いまは「作成中」です。' };
		await decides();
		await reads('いまは「作成中」です。');
		expect(reason.value).toBe('確かめてください。');
		expect(endpoint.decisions).toEqual([]);
	});

	test('asks for the reason before it asks the endpoint', async () => {
		const { endpoint, presses, reads, decides, one } = await list();
		await presses('開き直す');
		await decides();
		await reads('理由を書いてください。');
		expect(document.activeElement).toBe(one('#reopen-reason'));
		expect(endpoint.decisions).toEqual([]);
	});

	test('gives the focus back where it came from when somebody thinks better of it', async () => {
		const { presses, until, all } = await list();
		const [opener] = all<HTMLButtonElement>('.review-acts button');
		opener?.focus();
		opener?.click();
		await until(() => all('.decision').length === 1);
		await presses('やめる');
		expect(all('.decision')).toHaveLength(0);
		expect(document.activeElement).toBe(opener);
	});

	test('says what is wrong when the list does not come', async () => {
		const endpoint = city();
		endpoint.reviews = async () => refuse('offline', 'つながりませんでした。');
		const page = await officer(endpoint, '/board/reviews');
		await page.reads('つながりませんでした。');
		expect(page.all('.reviews-table')).toHaveLength(0);
	});
});

describe('what the list shows', () => {
	const endpoint = city();
	const rows = reviewRows(endpoint.schoolsKept, endpoint.reviewsKept.get(2025) ?? []);

	test('a school that nobody has heard of is no row; one that has done nothing is', () => {
		expect(reviewRows(endpoint.schoolsKept, [reviews('X999')]).map((row) => row.school.code)).toEqual([
			...['E001', 'E002', 'E010', 'J001'],
		]);
		expect(rows.filter((row) => isShown('waiting', row))).toHaveLength(1);
		expect(rows.filter((row) => isShown('changed', row))).toHaveLength(1);
	});

	test('searches by name, code and 校種, and together with the filter', () => {
		const found = (query: string, show: 'all' | 'waiting' = 'all') =>
			shownRows(rows, { query, show }).map((row) => row.school.code);
		expect(found('中学校')).toEqual(['J001']);
		expect(found('あおば')).toEqual(['J001']);
		expect(found('e00')).toEqual(['E001', 'E002']);
		expect(found('小学校', 'waiting')).toEqual(['E010']);
	});
});
