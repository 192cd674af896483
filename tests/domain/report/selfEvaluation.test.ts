import { describe, expect, test } from 'vitest';
import { allMeasures, allSchoolActions } from '../../../src/domain/plan/find.ts';
import { addOccurrence, addOwnAction, deleteEntity } from '../../../src/domain/record/edits.ts';
import { nameContent } from '../../../src/domain/record/review/content.ts';
import { readReview, reviewEdit } from '../../../src/domain/record/review/readReview.ts';
import { statusWord } from '../../../src/domain/record/words.ts';
import { statusWord as statusWordOnScreen } from '../../../src/ui/words.ts';
import { Device, principal } from '../record/devices.ts';
import { plan2024, plan2025 } from '../record/editions.ts';
import { reportOf, rowOf, rowsOf, set } from './report.ts';

const action = 'sendai-2025-1-1-1-1';
const entity = `action/${action}`;
/** □ that are not for an elementary school without units: two for 特別支援学校, two for 高等学校, one for 院内学級. */
const outOfScope = 5;

describe('a row of the report', () => {
	test('holds what was entered, labelled as the plan labels it', () => {
		const lead = new Device('lead');
		set(lead, entity, { status: 'achieved', result: ' 全学年で行った。\r\n', issue: '時間', ratingFinal: 'good' });
		set(lead, entity, {
			improvement: '日を決める。',
			nextYear: '4月から',
			continuation: 'expanded',
			deadline: 'summer',
		});
		lead.does(addOccurrence('o1', { action, date: '2025-06-03', place: '5年1組', memo: '校内だけの話' }));
		const { cells, entries } = rowOf(reportOf({ fold: lead.fold }), action);
		expect(cells).toMatchObject({
			status: '達成',
			resultAndIssue: '【実績】全学年で行った。\n【課題】時間',
			achievement: '実施記録 1回\n6/3 5年1組',
			improvement: '日を決める。\n【次年度】4月から',
			...{ rating: '○', lastRating: '―', continuation: '拡充', deadline: '夏頃' },
		});
		expect(entries.result).toBe(' 全学年で行った。\r\n');
		expect(JSON.stringify(cells)).not.toContain('校内だけの話');
	});

	test('beside two 項目 carries what the plan asks in both', () => {
		const { cells } = rowOf(reportOf({}), 'sendai-2025-1-2-1-1');
		for (const key of ['measure', 'summary', 'goals'] as const) {
			expect(cells[key]).toMatch(/^1-\(2\)-① .*(\n1-\(2\)-① .*)*\n1-\(2\)-② .*$/);
		}
	});

	test('no goal and no 概要 of a 項目 with □ is missing from the report', () => {
		const words = rowsOf(reportOf({}))
			.map(({ cells }) => `${cells.summary}\n${cells.goals}`)
			.join('\n');
		const measures = allMeasures(plan2025);
		const beside = allSchoolActions(plan2025).flatMap(({ action: { alsoBeside = [] } }) => alsoBeside);
		const asked = measures.filter(({ id, schoolActions }) => schoolActions.length > 0 || beside.includes(id));
		expect(asked.length).toBe(20);
		for (const { summary, goals } of asked) {
			expect(words).toContain(summary);
			for (const { letter, text } of goals) expect(words).toContain(`${letter} ${text}`);
		}
	});

	test('of a midyear report is rated as in autumn', () => {
		const lead = new Device('lead');
		set(lead, entity, { ratingMidyear: 'insufficient', ratingFinal: 'excellent' });
		expect(rowOf(reportOf({ fold: lead.fold }, { phase: 'midyear' }), action).cells.rating).toBe('△');
		expect(rowOf(reportOf({ fold: lead.fold }), action).cells.rating).toBe('◎');
	});

	test('that is 該当なし has a reason and no rating, whatever was entered before', () => {
		const lead = new Device('lead');
		set(lead, entity, { ratingFinal: 'excellent', status: 'notApplicable', reason: '対象の学年がない。' });
		const row = rowOf(reportOf({ fold: lead.fold }), action);
		expect(row).toMatchObject({ rating: null, cells: { status: '該当なし（対象の学年がない。）', rating: '―' } });
		const shown = rowOf(reportOf({ fold: lead.fold }, { audience: 'public' }), action);
		expect(shown).toMatchObject({ cells: { status: '該当なし' }, entries: { ratingFinal: null } });
	});

	test('names at most the last twelve days of a □ that is done every week', () => {
		const lead = new Device('lead');
		for (let n = 1; n <= 20; n += 1) {
			lead.does(addOccurrence(`o${n}`, { action, date: `2025-06-${String(n).padStart(2, '0')}`, place: '' }));
		}
		const [count, days] = rowOf(reportOf({ fold: lead.fold }), action).cells.achievement.split('\n');
		expect(count).toBe('実施記録 20回');
		expect(days).toMatch(/^ほか8回、6\/9、.*、6\/20$/);
	});

	test('counts nothing that lies ahead, and a past year up to its last day', () => {
		const lead = new Device('lead');
		lead.does(addOccurrence('o1', { action, date: '2026-03-10', place: '' }));
		lead.does(addOccurrence('o2', { action, date: '2026-04-10', place: 'つぎの年度' }));
		const cellOn = (today: string) => rowOf(reportOf({ fold: lead.fold, today }), action).cells.achievement;
		expect(cellOn('2026-02-27')).toBe('');
		expect(cellOn('2027-01-01')).toBe('実施記録 1回\n3/10');
		expect(reportOf({ today: '2027-01-01' }).head.asOf).toBe('令和8年3月31日（2026年）現在');
	});

	test('keeps a text of 2,000 characters whole, and leaves out what no file can hold', () => {
		const lead = new Device('lead');
		const long = '〜－①㈱髙﨑🏫'.repeat(250);
		set(lead, entity, { result: `${long}\u0000\u000B\uD800` });
		expect(rowOf(reportOf({ fold: lead.fold }), action).cells.resultAndIssue).toBe(`【実績】${long}`);
	});
});

describe('whom a □ is for', () => {
	test('is said in words, and the public reads them too, for the plan says so and not the school', () => {
		for (const audience of ['board', 'public'] as const) {
			const words = rowsOf(reportOf({}, { audience })).map(({ cells }) => cells.status);
			expect(words.filter((word) => word.startsWith('該当なし（'))).toHaveLength(outOfScope);
			expect(words).toContain('該当なし（院内学級のある学校の取組です）');
		}
	});

	test('follows the units of the school', () => {
		const profile = { name: '', schoolType: 'elementary' as const, units: ['hospitalClass'] as const };
		const report = reportOf({ profile });
		expect(report.head.tally).toBe('28のうち 0 達成（計画の□ 32、該当なし 4）');
		expect(report.head.school).toBe('（学校名が未入力です）');
		expect(report.fileName).toBe('R7_自己評価書_小学校_最終');
	});
});

test('entries against the edition of last year show through until this one has its own', () => {
	const lead = new Device('lead');
	set(lead, 'action/sendai-2024-1-1-1-1', { result: '年度の初めに書いた。' });
	const descendant = plan2025.policies
		.flatMap(({ areas }) => areas.flatMap(({ measures }) => measures.flatMap(({ schoolActions }) => schoolActions)))
		.find(({ descendsFrom }) => JSON.stringify(descendsFrom).includes('sendai-2024-1-1-1-1'));
	expect(plan2024.id).toBe('sendai-2024');
	const row = rowOf(reportOf({ fold: lead.fold }), descendant?.id ?? '');
	expect(row.cells.resultAndIssue).toContain('年度の初めに書いた。');
	expect(row.entity).toBe(`action/${descendant?.id}`);
});

describe('□ of the school’s own', () => {
	test('stand behind the plan’s, by 項目 and as they were added; none disappears, deleted ones do', () => {
		const lead = new Device('lead');
		lead.does(addOwnAction('z', { measure: '1-1-1', text: '朝の時間' }));
		lead.does(addOwnAction('gone', { measure: '1-1-1', text: 'やめた' }));
		lead.does(addOwnAction('other', { measure: '9-9-9', text: '前の版の項目' }));
		lead.does(addOwnAction('a', { measure: '4-1-1', text: '会議' }));
		lead.does(addOwnAction('b', { measure: '1-1-1', text: '図書' }));
		lead.does(deleteEntity(lead.fold, 'own/gone'));
		const { own, head } = reportOf({ fold: lead.fold });
		expect(own.map(({ action }) => action)).toEqual(['z', 'b', 'a', 'other']);
		expect(own[0]?.cells).toMatchObject({ action: '（学校独自）朝の時間', goals: '' });
		expect(own[0]?.cells.measure).toMatch(/^1-\(1\)-① /);
		expect(own[3]?.cells.measure).toBe('この版にない項目');
		expect(head.tally).toContain('計画の□ 32');
	});
});

describe('the short report', () => {
	test('has △, what is rated otherwise than last year, and 拡充; its tallies stay those of the whole', () => {
		const [lead, last] = [new Device('lead'), new Device('last')];
		const rate = (device: Device, n: string, fields: Readonly<Record<string, string>>) =>
			set(device, `action/sendai-2025-${n}`, fields);
		for (const n of ['1-1-1-1', '1-1-1-2', '1-1-2-1']) rate(last, n, { ratingFinal: 'good' });
		rate(lead, '1-1-1-1', { ratingFinal: 'good' });
		rate(lead, '1-1-1-2', { ratingFinal: 'excellent' });
		rate(lead, '1-1-2-1', { ratingFinal: 'good', continuation: 'expanded' });
		rate(lead, '1-1-3-1', { ratingFinal: 'insufficient', status: 'achieved' });
		rate(lead, '1-1-3-2', { ratingFinal: 'excellent' });
		const before = { edition: plan2025, fiscalYear: 2024, fold: last.fold };
		const report = reportOf({ fold: lead.fold, before }, { short: true });
		expect(rowsOf(report).map((row) => row.action.slice(12))).toEqual(['1-1-1-2', '1-1-2-1', '1-1-3-1']);
		expect(report.groups.map(({ tally }) => tally)).toEqual(['6のうち 1 達成']);
		expect(report.fileName).toBe('R7_自己評価書_若葉小学校（架空）_最終_抜粋');
		expect(report.head.title).toBe('令和7年度 教育の情報化に関する自己評価書（最終・抜粋）');
	});
});

describe('the head', () => {
	const approved = () => {
		const [lead, head] = [new Device('lead'), new Device('head', { ...principal, label: '佐藤校長のiPad' })];
		set(lead, entity, { result: '行った。' });
		lead.does(reviewEdit(readReview(lead.fold, 'final'), { state: 'submitted', content: nameContent(lead.fold) }));
		head.hears(lead);
		head.clock = Date.parse('2026-02-20T06:30:00Z');
		head.does(reviewEdit(readReview(head.fold, 'final'), { state: 'approved', content: nameContent(head.fold) }));
		return head;
	};

	test('names the post, the day and the content, and nobody', () => {
		const { head } = reportOf({ fold: approved().fold });
		expect(head.approval).toMatch(/^校長 令和8年2月20日（2026年） 15:30 確認・内容 [0-9a-f]{4}-[0-9a-f]{4}$/);
		expect(reportOf({ fold: approved().fold }, { phase: 'midyear' }).head.approval).toBe('校長の確認はまだです');
	});

	test('says that something was changed after the approval', () => {
		const device = approved();
		set(device, entity, { result: '書き直した。' });
		expect(reportOf({ fold: device.fold }).head.approval).toMatch(/・確認のあとに変更あり$/);
	});

	test('of the first year of 令和 is 元年度', () => {
		const { head, fileName } = reportOf({ fiscalYear: 2019, today: '2019-04-10' });
		expect(head.title).toBe('令和元年度 教育の情報化に関する自己評価書（最終）');
		expect(head.asOf).toBe('平成31年4月10日（2019年）現在');
		expect(reportOf({ fiscalYear: 2019, today: '2019-05-01' }).head.asOf).toBe('令和元年5月1日（2019年）現在');
		expect(fileName).toMatch(/^R1_/);
	});

	test('of a file never holds what a file system refuses', () => {
		const profile = { name: ' ../若葉:小\n学校?.', schoolType: 'elementary' as const, units: [] };
		expect(reportOf({ profile }).fileName).toBe('R7_自己評価書_若葉小 学校_最終');
		const endless = { ...profile, name: '長'.repeat(300) };
		expect(new TextEncoder().encode(`${reportOf({ profile: endless }).fileName}.xlsx`).length).toBeLessThan(255);
	});
});

describe('the figures', () => {
	const scene = plan2025.indicators[0]?.id ?? '';
	const cellsOf = (device: Device, rest = {}) => reportOf({ fold: device.fold, ...rest }).tables[0]?.rows[0];

	test('are the latest that measured something; 未測定 is no number', () => {
		const lead = new Device('lead');
		expect(cellsOf(lead)?.slice(1, 3)).toEqual(['未測定', '記録なし']);
		set(lead, `indicator/${scene}/a`, { date: '2025-10-01', frequency: 'weekly', source: 'survey' });
		set(lead, `indicator/${scene}/b`, { date: '2026-02-01', frequency: 'unmeasured' });
		expect(cellsOf(lead)?.[1]).toBe('週1回以上・令和7年10月1日（2025年） 調査');
		// Counted from a device log later on: what the school says of itself stays.
		set(lead, `indicator/${scene}/c`, { date: '2026-03-01', classes: { count: 7, of: 12 }, source: 'deviceLog' });
		expect(cellsOf(lead)?.[1]).toBe(
			'週1回以上・令和7年10月1日（2025年） 調査、12学級のうち7学級・令和8年3月1日（2026年） 端末管理ログ',
		);
	});

	test('of teachers over some items of a category only say over how many', () => {
		const lead = new Device('lead');
		const shareOfA = () => reportOf({ fold: lead.fold }).tables[1]?.rows[0]?.[1];
		for (const n of [1, 2, 3, 4]) {
			set(lead, `staff/a${n}`, { counts: [3, 1, 1, 0] });
			expect(shareOfA()).toBe(n < 4 ? `80.0%（4項目のうち${n}項目）` : '80.0%');
		}
		const then = new Device('old');
		set(then, 'staff/a1', { counts: [1, 0, 1, 0] });
		const before = { edition: plan2025, fiscalYear: 2024, fold: then.fold };
		expect(reportOf({ fold: lead.fold, before }).tables[1]?.rows[0]?.[2]).toBe('50.0%（4項目のうち1項目）');
	});

	test('of a school without a target of the city stand beside its own', () => {
		const lead = new Device('lead');
		const profile = { name: '', schoolType: 'upperSecondary' as const, units: [] };
		expect(cellsOf(lead, { profile })?.[3]).toBe('学校ごとに設定（未設定）');
		set(lead, `target/${scene}`, { frequency: 'weekly', rate: 80, words: '全教科で' });
		expect(cellsOf(lead, { profile })?.[3]).toBe('本校の目標 週1回以上・学級の80%・全教科で');
		expect(cellsOf(lead)?.[3]).toBe('市目標 95%');
	});
});

test('the report calls things what the screen calls them', () => {
	expect(statusWord).toEqual(statusWordOnScreen);
});
