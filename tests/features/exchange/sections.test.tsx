// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { closeYear } from '../../../src/domain/record/closing.ts';
import type { Summary } from '../../../src/domain/summary/schema.ts';
import { ExchangeSection } from '../../../src/features/exchange/ExchangeSection.tsx';
import { HomeSteps } from '../../../src/features/exchange/HomeSteps.tsx';
import { SummarySection } from '../../../src/features/exchange/SummarySection.tsx';
import { summaryText } from '../../../src/features/exchange/summaryText.ts';
import { elementary, hospital, lesson, training } from '../../session/browser.ts';
import { standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';
import { enrolment, PlayedSync } from '../playedSync.ts';

const summary: Summary = {
	format: 'masume-summary',
	version: 1,
	school: { municipality: 'aoba', code: 'E001', schoolType: 'elementary', units: [] },
	fiscalYear: 2026,
	edition: 'sendai-2025',
	operations: 12,
	versionVector: { ['a'.repeat(32)]: 12 },
	actions: [lesson, training, hospital].map((action, index) => ({
		action,
		status: (['achieved', 'inProgress', 'notApplicable'] as const)[index] ?? 'notStarted',
		basis: 'person' as const,
		midyear: index === 0 ? ('excellent' as const) : null,
		final: null,
		occurrences: index * 2,
		evidence: 0,
		conflicting: index === 1,
	})),
	own: [],
	progress: { achieved: 1, inProgress: 1, notStarted: 0, notApplicable: 1, applicable: 2, total: 3 },
	indicators: [
		{
			indicator: 'sendai-2025-i1',
			observations: [
				{ date: '2026-07-01', frequency: 'unmeasured', classes: null, source: 'interview' },
				{ date: '2026-11-01', frequency: null, classes: { count: 7, of: 12 }, source: 'deviceLog' },
			],
		},
		{ indicator: 'sendai-2025-i2', observations: [] },
	],
	review: [
		{
			...{ phase: 'midyear', state: 'approved', at: '2026-10-20T01:30:00.000Z', changedAfterApproval: true },
			...{ submitted: 'ab12cd34'.repeat(8), approved: 'ab12cd34'.repeat(8) },
		},
	],
	cases: [
		{
			...{ action: lesson, date: '2026-10-03', schoolType: 'elementary', title: '地図づくり', grade: '5年' },
			...{ what: '端末で地図を作り、発表した。', link: 'https://aoba.example/chizu' },
		},
	],
};

const part = async (sync: PlayedSync, Part: typeof SummarySection) => {
	const { session, store } = await (await elementary()).visits();
	const page = standing(<Part session={session} status={sync.state} sync={async () => sync} />);
	return { ...page, ...person(page), session, store };
};

describe('記録の行き先', () => {
	test('a device without a school says that nothing leaves it, and leads to enrolling', async () => {
		const { seen, one } = await part(new PlayedSync(), ExchangeSection);
		expect(seen()).toContain('学校の外にも、ほかの端末にも送られません');
		expect(one('a').getAttribute('href')).toBe('/join');
	});

	test('sends now, at a press, and not twice while it is sending', async () => {
		const sync = new PlayedSync({ enrolment, waiting: 2 });
		const { presses, sees } = await part(sync, ExchangeSection);
		await presses('今すぐ送る');
		expect(sync.asked).toEqual(['now']);
		sync.says({ running: true });
		await sees('送っています');
		await presses('送っています');
		expect(sync.asked).toEqual(['now']);
	});

	test('offers the refused again', async () => {
		const sync = new PlayedSync({ enrolment, refused: [{ id: 'a.1', reason: 'x', sentence: '署名がありません。' }] });
		const { presses, seen } = await part(sync, ExchangeSection);
		expect(seen()).toContain('署名がありません。');
		await presses('受け付けられなかった記録をもう一度送る');
		expect(sync.asked).toEqual(['offerRefused', 'now']);
	});

	test('names who keeps it, the last time and number, and says of no connection that work goes on', async () => {
		const sync = new PlayedSync({
			enrolment: { ...enrolment, endpoint: 'https://masume.aoba.example.jp' },
			arrived: { at: '2026-11-20T07:40:00.000Z', receipt: '2026-E001-412' },
			contactAt: '2026-11-20T07:41:00.000Z',
			offline: true,
		});
		const { seen, all } = await part(sync, ExchangeSection);
		expect(seen()).toContain('青葉市教育委員会（架空）の保管庫（masume.aoba.example.jp）');
		expect(seen()).toContain('2026-E001-412');
		expect(seen()).toContain('11月20日 16:41（いまはつながっていません。入力はそのまま続けられます）');
		expect(all('.problem')).toEqual([]);
	});

	test('opened without a connection, knows of the contact in which the last records arrived', async () => {
		const arrived = { at: '2026-11-20T07:40:00.000Z', receipt: '2026-E001-412' };
		const { seen } = await part(new PlayedSync({ enrolment, arrived, offline: true }), ExchangeSection);
		expect(seen()).toContain('最終連絡11月20日 16:40（いまはつながっていません。');
	});

	test('on 今やること nothing stands there before it is known', async () => {
		const sync = new PlayedSync({ known: false });
		const { session } = await (await elementary()).visits();
		const page = standing(<HomeSteps session={session} status={sync.state} />);
		expect(page.all('section')).toEqual([]);
		sync.says({ known: true, enrolment, waiting: 1 });
		await person(page).sees('送信待ち 1件');
	});
});

describe('教育委員会に送る集計', () => {
	test('shows every □ and the very JSON before anything goes, and nothing goes before somebody agrees', async () => {
		const sync = new PlayedSync({ enrolment });
		sync.made = summary;
		const { sees, seen, one, all } = await part(sync, SummarySection);
		await sees('2の□のうち 達成 1・実施中 1・未着手 0（該当なし 1）');
		expect(all('.summary-lines > li')).toHaveLength(3);
		expect(all('.summary-lines > li')[1]?.textContent).toContain('実施中（食い違い）');
		expect(one('details').hasAttribute('open')).toBe(true);
		expect(JSON.parse(one('pre').textContent ?? '')).toEqual(summary);
		expect(seen()).toContain('自由記述・名前・リンクは入りません');
		expect(seen()).toContain('まだ送っていません');
		expect(sync.asked).toEqual([]);
	});

	test('says in words what it tells of the 場面, the review and the cases, these whole', async () => {
		const sync = new PlayedSync({ enrolment });
		sync.made = summary;
		const { sees, seen } = await part(sync, SummarySection);
		await sees('7月1日（水） 未測定 （聞き取り）');
		for (const words of [
			...['11月1日（日） 12学級のうち 7学級 （端末管理ログ）', '入力なし', '中間：承認', '10月20日 10:30'],
			...['承認した内容の番号 ab12-cd34', '承認後に変更あり', '地図づくり', '1-(1)-①', '小学校 5年'],
			...['端末で地図を作り、発表した。', 'リンク：https://aoba.example/chizu', '市内のほかの学校も見ます'],
		]) {
			expect(seen()).toContain(words);
		}
	});

	test('of an older app says what there is', async () => {
		const sync = new PlayedSync({ enrolment });
		const { indicators: _, review: __, cases: ___, ...older } = summary;
		sync.made = older;
		const { sees, all } = await part(sync, SummarySection);
		await sees('取組の実施記録から、事例として選んだものだけが入ります。');
		expect(all('.summary-lines > li')).toHaveLength(3);
	});

	test('agreeing is written into the record, so that every device of the school knows', async () => {
		const sync = new PlayedSync({ enrolment });
		sync.made = summary;
		const { presses, session, sees } = await part(sync, SummarySection);
		await presses('この内容で送りはじめる');
		await expect
			.poll(() =>
				session
					.record()
					.heads('school', 'summaryAgreed')
					.map(({ value }) => value),
			)
			.toEqual([true]);
		await expect.poll(() => sync.asked).toEqual(['now']);
		sync.says({ summaryAgreed: true });
		await sees('記録がすべて届いたあとに、つづけて送ります。');
	});

	test('afterwards says when it arrived, and can still be looked at', async () => {
		const sync = new PlayedSync({
			enrolment,
			summaryAgreed: true,
			summary: { at: '2026-11-20T07:41:00.000Z', receipt: '2026-E001-12' },
		});
		sync.made = summary;
		const { sees, seen } = await part(sync, SummarySection);
		await sees('教育委員会に届きました：11月20日 16:41（受付番号 2026-E001-12）');
		await sees('送っている集計を見る');
		expect(seen()).not.toContain('この内容で送りはじめる');
	});

	test('the words are those of the edition, and the text is exactly the JSON', () => {
		expect(JSON.parse(summaryText(summary))).toEqual(summary);
		expect(summaryText(summary).split('\n').length).toBeLessThan(30);
	});

	test('a device without a school is not asked', async () => {
		const { all } = await part(new PlayedSync(), SummarySection);
		expect(all('section')).toEqual([]);
	});
});

test('in a closed year nobody is asked to agree to what could not be written down', async () => {
	const sync = new PlayedSync({ enrolment });
	const { session, all, sees } = await part(sync, SummarySection);
	expect(all('.btn-go')).toHaveLength(1);
	await session.take({ edits: closeYear });
	await sees('令和8年度は締めくくられているため、書き込めません。');
	expect(all('.btn-go')).toEqual([]);
});
