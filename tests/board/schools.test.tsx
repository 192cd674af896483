// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { refuse } from '../../src/domain/result.ts';
import { FakeEndpoint, inThirtyDays, school } from './fakeEndpoint.ts';
import { officer } from './officer.tsx';

const city = () => {
	const endpoint = new FakeEndpoint();
	endpoint.schoolsKept = [
		school('E010', '泉が丘小学校'),
		school('E002', '若葉小学校', {
			...{ devices: 2, units: ['specialNeedsClass'] },
			...{ lastContactAt: '2025-11-20T23:05:00Z', summaryReceivedAt: '2024-12-01T00:00:00Z' },
		}),
		school('J001', 'アオバ中学校', { schoolType: 'lowerSecondary', codeExpiresAt: inThirtyDays }),
	];
	return endpoint;
};

async function list(endpoint = city()) {
	const page = await officer(endpoint);
	await page.until(() => page.all('.schools-table tbody tr').length > 0);
	const cells = (row: Element) => [...row.children].slice(1).map(({ textContent }) => textContent);
	return {
		...page,
		endpoint,
		rows: () => page.all('.schools-table tbody tr').map(cells),
		codes: () => page.all('.schools-table tbody tr').map((row) => cells(row)[0]),
	};
}

describe('the list of schools', () => {
	test('tells of each school what a board needs to know, in words', async () => {
		const { rows, text } = await list();
		expect(rows()).toEqual([
			['E002', '若葉小学校', '小学校・特別支援学級', '2台', '11月21日 8:05', '2024年12月1日 9:00', 'なし'],
			['E010', '泉が丘小学校', '小学校', 'なし', 'なし', 'なし', 'なし'],
			['J001', 'アオバ中学校', '中学校', 'なし', 'なし', 'なし', '未使用（12月21日まで）'],
		]);
		expect(text()).toContain('3校のうち 1校に端末の登録があります');
		expect(text()).toContain('11月21日 14:32 現在');
	});

	test('has headings that a screen reader can read out', async () => {
		const { all, one } = await list();
		expect(all('.schools-table thead th[scope=col]')).toHaveLength(8);
		expect(all('.schools-table tbody th[scope=row]')).toHaveLength(3);
		expect(one('caption').textContent).toContain('3校を表示');
	});

	test('is ordered by code or by name, and by nothing else', async () => {
		const { codes, presses, all, one } = await list();
		expect(codes()).toEqual(['E002', 'E010', 'J001']);
		expect(one('[aria-sort=ascending]').textContent).toContain('学校コード');
		await presses('学校名');
		expect(codes()).toEqual(['J001', 'E002', 'E010']);
		expect(one('[aria-sort=ascending]').textContent).toContain('学校名');
		expect(all('thead button').map(({ textContent }) => textContent?.replace('▲', ''))).toEqual([
			'学校コード',
			'学校名',
		]);
	});

	test.each([
		['あおば', ['J001']],
		['ｱｵﾊﾞ', ['J001']],
		['ｅ００２', ['E002']],
		['小学校 泉', ['E010']],
		['特別支援', ['E002']],
		['', ['E002', 'E010', 'J001']],
	])('finds with 「%s」 %j', async (query, found) => {
		const { writes, codes } = await list();
		await writes('学校名・学校コード・校種からさがす', query);
		expect(codes()).toEqual(found);
	});

	test('says when nothing is found, and shows the whole city again', async () => {
		const { writes, reads, presses, codes } = await list();
		await presses('端末なし');
		expect(codes()).toEqual(['E010', 'J001']);
		await writes('学校名・学校コード・校種からさがす', '若葉');
		await reads('「若葉」にあてはまる学校はありません。');
		await presses('すべての学校からさがす');
		expect(codes()).toEqual(['E002']);
	});

	test('is asked for again on demand', async () => {
		const { endpoint, presses, until, rows } = await list();
		endpoint.schoolsKept = endpoint.schoolsKept.map((each) => ({ ...each, devices: 5 }));
		await presses('最新にする');
		await until(() => rows().every((cells) => cells[3] === '5台'));
	});

	test('that does not come is said, with a way to ask again', async () => {
		const endpoint = city();
		const answering = endpoint.schools;
		let down = true;
		endpoint.schools = async () => (down ? refuse('offline', 'つながりませんでした。') : answering());
		const { reads, presses } = await officer(endpoint);
		await reads('つながりませんでした。');
		down = false;
		await presses('もう一度読み込む');
		await reads('若葉小学校');
	});
});

test('a board without schools is shown what a list looks like', async () => {
	const { text, all, presses, saved } = await officer(new FakeEndpoint());
	expect(text()).toContain('まず、学校を登録します');
	expect(all('.format-table tbody th').map(({ textContent }) => textContent)).toEqual([
		...['学校コード', '学校名', '校種', '特別支援学級', '院内学級'],
	]);
	await presses('ひな形');
	expect(saved).toHaveLength(1);
});

describe('codes', () => {
	test('are made for every school without a device with two presses', async () => {
		const { endpoint, presses, until, heading, text } = await list();
		await presses('端末のない学校をすべて選ぶ（2校）');
		expect(text()).toContain('2校を選びました');
		await presses('登録コードをつくる');
		await until(() => heading() === '登録コード');
		expect(endpoint.codesAsked.map((codes) => [...codes].sort())).toEqual([['E010', 'J001']]);
	});

	test('say beforehand which ones end, and let these schools be left out', async () => {
		const { endpoint, presses, until, heading, text } = await list();
		await presses('端末のない学校をすべて選ぶ');
		expect(text()).toContain(
			'1校には、まだ使われていないコードがあります。新しくつくると、前に配ったコードは使えなくなります。',
		);
		await presses('その1校を外す');
		expect(text()).not.toContain('まだ使われていない');
		await presses('登録コードをつくる');
		await until(() => heading() === '登録コード');
		expect(endpoint.codesAsked).toEqual([['E010']]);
	});

	test('for a school that has devices are said to be rarely needed', async () => {
		const { chooses, text } = await list();
		await chooses('若葉小学校を選ぶ');
		expect(text()).toContain('2台目からは学校の端末で招待できる');
	});

	test('are made for what is chosen, seen or not', async () => {
		const { endpoint, chooses, writes, presses, text, until, heading, one } = await list();
		await chooses('若葉小学校を選ぶ');
		expect(one<HTMLInputElement>('thead input').indeterminate).toBe(true);
		await writes('学校名・学校コード・校種からさがす', '泉');
		await chooses('表示している学校をすべて選ぶ');
		expect(text()).toContain('2校を選びました（うち1校は、いま表示していません）');
		await presses('登録コードをつくる');
		await until(() => heading() === '登録コード');
		expect([...(endpoint.codesAsked[0] ?? [])].sort()).toEqual(['E002', 'E010']);
	});

	test('that are refused leave the choice as it was', async () => {
		const { endpoint, chooses, presses, reads, text } = await list();
		await chooses('泉が丘小学校を選ぶ');
		endpoint.next = { reason: 'tooManyRequests', sentence: 'いまは受け付けていません。' };
		await presses('登録コードをつくる');
		await reads('いまは受け付けていません。');
		expect(text()).toContain('1校を選びました');
	});
});
