// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { closeYear } from '../../../src/domain/record/closing.ts';
import type { Measurement } from '../../../src/domain/record/measurement.ts';
import { readMeasurements } from '../../../src/domain/record/networkMeasurement.ts';
import { ok, type Result } from '../../../src/domain/result.ts';
import { MeasurementPage } from '../../../src/features/measurement/MeasurementPage.tsx';
import { faultOf } from '../../../src/sync/fault.ts';
import type { Measuring } from '../../../src/sync/sync.ts';
import { elementary, type Visit } from '../../session/browser.ts';
import { happens, standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';
import { enrolment, offline, PlayedSync } from '../playedSync.ts';

const figures: Measurement = {
	...{ at: '2026-11-21T05:00:00.000Z', roundTripMs: 12.3, downMbps: 41.2, upMbps: 8.5, devices: null },
};

/** An endpoint whose measuring the story ends when it likes. */
class SlowSync extends PlayedSync {
	asking: Measuring | undefined;
	ends: (answer: Result<Measurement>) => void = () => undefined;

	override measure(measuring: Measuring = {}): Promise<Result<Measurement>> {
		this.asked.push('measure');
		this.asking = measuring;
		return new Promise((resolve) => {
			this.ends = resolve;
			measuring.signal?.addEventListener('abort', () => resolve({ ok: false, refusal: faultOf('measuringStopped') }));
		});
	}
}

const opened = async (sync: PlayedSync = new SlowSync({ enrolment }), changed: object = {}) => {
	const visit: Visit = await (await elementary()).visits(changed);
	const saved: { name: string; text: string }[] = [];
	const exchange = { status: sync.state, sync: async () => sync };
	const page = standing(
		<MeasurementPage session={visit.session} exchange={exchange} save={(name, text) => saved.push({ name, text })} />,
	);
	const kept = () => readMeasurements(visit.session.record());
	const fills = (index: number, text: string) => {
		const field = page.all<HTMLInputElement>('.measuring-fields input')[index];
		if (!field) throw new Error(`no field ${index}`);
		field.value = text;
		happens(field, 'input');
	};
	return { ...page, ...person(page), session: visit.session, saved, kept, fills };
};

const measured = (sync: PlayedSync) => {
	sync.measured = ok(figures);
	return sync;
};

describe('measuring', () => {
	test('is never begun by the page itself', async () => {
		const sync = new SlowSync({ enrolment });
		const { sees } = await opened(sync);
		await sees('10秒ほどかかります。');
		expect(sync.asked).toEqual([]);
	});

	test('says in words where it is, and one more tap does not begin it anew', async () => {
		const sync = new SlowSync({ enrolment });
		const { sees, presses } = await opened(sync);
		await presses('測定する');
		await sees('測定の準備をしています。');
		sync.asking?.onStep?.('download');
		await sees('2／3　受け取る速さ（下り）を測っています。');
		await presses('測定しています');
		expect(sync.asked).toEqual(['measure']);
	});

	test('can be ended; nothing is kept of it and nothing is wrong', async () => {
		const sync = new SlowSync({ enrolment });
		const { sees, presses, one, kept } = await opened(sync);
		await presses('測定する');
		await presses('測定をやめる');
		await sees('測定をやめました。何も記録していません。');
		expect(one('[role=alert]').className).toContain('note');
		expect(kept()).toEqual([]);
	});

	test('ends with the page', async () => {
		const sync = new SlowSync({ enrolment });
		const { presses, leave, sees } = await opened(sync);
		await presses('測定する');
		await sees('測定の準備をしています。');
		leave();
		expect(sync.asking?.signal?.aborted).toBe(true);
	});

	test('without a connection is told calmly', async () => {
		const sync = new PlayedSync({ enrolment });
		sync.measured = offline;
		const { sees, presses, one } = await opened(sync);
		await presses('測定する');
		await sees('つながらないため、測れませんでした。何も記録していません。');
		expect(one('[role=alert]').className).toContain('note');
	});
});

describe('what was measured', () => {
	test('stands there in three figures and in words, and is kept only when somebody says so', async () => {
		const { sees, presses, fills, kept, session } = await opened(measured(new PlayedSync({ enrolment })));
		fills(0, ' 5年1組 ');
		fills(1, '３２台');
		await presses('測定する');
		await sees('41.2 Mbps');
		await sees('4 MBの写真1枚なら、受け取るのに1秒足らず、送るのに約4秒かかる速さです。');
		await sees('32台が使っているときに');
		expect(kept()).toEqual([]);
		await presses('「5年1組」として記録する');
		await sees('令和8年度の測定1回');
		expect(kept()).toMatchObject([
			{ action: 'network-measurement', date: '2026-11-21', place: '5年1組', measured: { ...figures, devices: 32 } },
		]);
		expect(session.notice.value?.words).toBe('「5年1組」のネットワーク測定を記録しました');
	});

	test('can be let go', async () => {
		const { presses, sees, kept, all } = await opened(measured(new PlayedSync({ enrolment })));
		await presses('測定する');
		await sees('8.5 Mbps');
		await presses('記録しない');
		expect(all('.figures')).toEqual([]);
		expect(kept()).toEqual([]);
	});

	test.each(['', 'たくさん', '-3', '1.5', '99999'])('counts no devices where %j was typed', async (typed) => {
		const { presses, fills, kept, sees } = await opened(measured(new PlayedSync({ enrolment })));
		fills(1, typed);
		await presses('測定する');
		await sees('使っている端末の数を入れておくと');
		await presses('記録する');
		await sees('数えていない');
		expect(kept()[0]?.measured.devices).toBeNull();
	});

	test('of the year makes a file for the board', async () => {
		const { presses, sees, saved } = await opened(measured(new PlayedSync({ enrolment })));
		await presses('測定する');
		await sees('12.3');
		await presses('記録する');
		await sees('今年度の測定をCSVにする');
		await presses('今年度の測定をCSVにする');
		await vi.waitFor(() => expect(saved).toHaveLength(1));
		expect(saved[0]?.name).toBe('R8_ネットワーク測定.csv');
		expect(saved[0]?.text).toContain('2026-11-21 14:00,,,12.3,41.2,8.5,');
	});
});

describe('what stands in the way', () => {
	test('is said where the device belongs to no school', async () => {
		const { sees, all } = await opened(new PlayedSync());
		await sees('この端末はまだ学校に登録されていないため、測れません。');
		expect(all('button')).toEqual([]);
	});

	test('is said where another year is open', async () => {
		const { sees, all } = await opened(new PlayedSync({ enrolment }), { today: () => '2027-04-02' });
		await sees('いまは令和8年度を開いています。測定は今年度の記録に残すものなので');
		expect(all('button')).toEqual([]);
	});
});

test('where a colleague has closed the year already, nothing is measured that could not be kept', async () => {
	const { session, sees, all } = await opened();
	expect(all('.measuring-go')).toHaveLength(1);
	await session.take({ edits: closeYear });
	await sees('令和8年度は締めくくられているため、書き込めません。');
	expect(all('.measuring-go')).toEqual([]);
});
