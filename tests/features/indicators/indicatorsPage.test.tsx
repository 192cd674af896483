// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { PlanEdition } from '../../../src/domain/plan/edition.ts';
import { closeYear } from '../../../src/domain/record/closing.ts';
import { foldRecord } from '../../../src/domain/record/fold.ts';
import { addObservation, changeObservation } from '../../../src/domain/record/indicatorEdits.ts';
import type { ObservationWords } from '../../../src/domain/record/observationEntry.ts';
import type { Operation } from '../../../src/domain/record/operation.ts';
import { ok } from '../../../src/domain/result.ts';
import { IndicatorsPage } from '../../../src/features/indicators/IndicatorsPage.tsx';
import type { Session } from '../../../src/session/session.ts';
import type { Years } from '../../../src/session/years.ts';
import { Device } from '../../domain/record/devices.ts';
import { Browser, elementary, plan2025 } from '../../session/browser.ts';
import { good, year } from '../../store/profile.ts';
import { standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';

const scene = 'sendai-2025-i1';
const words: ObservationWords = {
	...{ date: '2026-10-30', frequency: 'weekly', classes: { count: 5, of: 12 }, source: 'interview', memo: '' },
};

/** Earlier years that this device holds, each recorded against an edition. */
const holding = (...held: readonly { fiscalYear: number; edition: PlanEdition; log: Iterable<Operation> }[]): Years => {
	const of = (fiscalYear: number) => held.find((each) => each.fiscalYear === fiscalYear);
	return {
		list: async () => held.map(({ fiscalYear }) => fiscalYear),
		edition: async () => undefined,
		editionOf: async (fiscalYear) => of(fiscalYear)?.edition,
		record: async (fiscalYear) => foldRecord(of(fiscalYear)?.log ?? []),
		write: async () => ok(undefined),
		current: () => year,
		today: () => '2026-11-21',
		open: () => {},
	};
};

const page = (session: Session, years: Years = holding()) => {
	const stands = standing(<IndicatorsPage session={session} years={years} save={() => {}} />);
	return { ...stands, ...person(stands) };
};

/** What a school wrote a year ago. */
const lastYearsLog = () => {
	const device = new Device('old');
	device.does(addObservation(scene, 'o1', { ...words, date: '2025-10-30' }));
	return device.fold.operations();
};

describe('端末活用', () => {
	test('says calmly that an edition has no scenes', async () => {
		const { session } = await (await elementary()).visits({ edition: { ...plan2025, indicators: [] } });
		const { sees, all } = page(session);
		await sees('場面ごとの端末活用目標がありません');
		expect(all('.scene')).toEqual([]);
	});

	test('shows what was said last year beside this year', async () => {
		const { session } = await (await elementary()).visits();
		const { sees } = page(session, holding({ fiscalYear: year - 1, edition: plan2025, log: lastYearsLog() }));
		await sees('令和7年度：週1回以上・12学級のうち5学級');
	});

	test('says where the years cannot be compared, and where there is nothing of last year', async () => {
		const { session } = await (await elementary()).visits();
		const other = { ...plan2025, indicators: [] };
		const apart = page(session, holding({ fiscalYear: year - 1, edition: other, log: lastYearsLog() }));
		await apart.sees('令和7年度：同じ場面の目標がないので、比較できません');
		await page(session).sees('令和7年度：記録がこの端末にありません');
	});

	test('a school whose 校種 the plan leaves out sets its own target', async () => {
		const browser = new Browser();
		const { session } = await browser.visits();
		await session.begin('upperSecondary');
		const { sees, seen, presses, chooses, sends } = page(session);
		await sees('学校ごとに目標を決めます');
		expect(seen()).not.toContain('市目標 95%');
		await presses('目標を決める');
		await chooses('週3回以上');
		await sends();
		await sees('本校の目標　週3回以上');
	});

	test('two devices that said different things stand side by side until somebody chooses', async () => {
		const [mine, theirs] = [await elementary(), await elementary()];
		const other = await theirs.visits();
		await other.session.take({ edits: () => addObservation(scene, 'o1', words) });
		const { session, store } = await mine.visits();
		await good(store.union(year, await theirs.kept()));
		await session.refresh();
		await session.take({ edits: (fold) => changeObservation(fold, scene, 'o1', { frequency: 'almostDaily' }) });
		await other.session.take({ edits: (fold) => changeObservation(fold, scene, 'o1', { frequency: 'monthly' }) });
		await good(store.union(year, await theirs.kept()));
		await session.refresh();
		const { sees, all, one } = page(session);
		await sees('この記録の頻度が食い違っています。');
		expect(one<HTMLDetailsElement>('.scene-more').open).toBe(true);
		one<HTMLButtonElement>('button[aria-label="こちらにする：月1回以上"]').click();
		await sees('月1回以上市目標には数えられません');
		expect(all('.conflict')).toEqual([]);
	});
});

test('a closed year takes in no counts of a device log', async () => {
	const { session } = await (await elementary()).visits();
	const { all, sees } = page(session);
	await sees('端末管理ログの集計を取り込む');
	await session.take({ edits: closeYear });
	await expect.poll(() => all('.log-import')).toEqual([]);
});
