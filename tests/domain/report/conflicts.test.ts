import { describe, expect, test } from 'vitest';
import { Device, meet } from '../record/devices.ts';
import { plan2025 } from '../record/editions.ts';
import { reportOf, rowOf, rowsOf, set } from './report.ts';

const action = 'sendai-2025-1-1-1-1';
const entity = `action/${action}`;

describe('what two devices entered apart', () => {
	const apart = () => {
		const [lead, shared] = [new Device('a'), new Device('b')];
		set(lead, entity, { ratingFinal: 'excellent', result: '一' });
		set(shared, entity, { ratingFinal: 'insufficient', result: '二' });
		return meet(lead, shared);
	};

	test('shows the less finished, and 報告用 says so', () => {
		const row = rowOf(reportOf({ fold: apart() }), action);
		expect(row).toMatchObject({ rating: 'insufficient', conflicts: ['実績', '評価'] });
		expect(row.cells.achievement).toBe('※食い違いあり（実績・評価）');
		expect(row.cells.rating).toBe('△');
	});

	test('is told to nobody outside', () => {
		const report = reportOf({ fold: apart() }, { audience: 'public' });
		expect(JSON.stringify(rowsOf(report))).not.toContain('食い違い');
		expect(rowOf(report, action).conflicts).toEqual([]);
		expect(report.omissions).toContainEqual({ what: '食い違いのしるし', count: 1 });
	});

	test('of the other phase does not concern this one', () => {
		const [lead, shared] = [new Device('a'), new Device('b')];
		set(lead, entity, { ratingMidyear: 'excellent' });
		set(shared, entity, { ratingMidyear: 'good' });
		expect(rowOf(reportOf({ fold: meet(lead, shared) }), action).conflicts).toEqual([]);
	});

	test('in a passage, an aim or the checklist is said to the board, and only counted for the public', () => {
		const [lead, shared] = [new Device('a'), new Device('b')];
		const scene = plan2025.indicators[0]?.id;
		for (const [device, words, count] of [
			[lead, '甲', 1],
			[shared, '乙', 2],
		] as const) {
			set(device, 'evaluation/final', { focus: words });
			set(device, `target/${scene}`, { words });
			set(device, 'staff/a1', { counts: [count, 0, 0, 0] });
		}
		const year = {
			fold: meet(lead, shared),
			profile: { name: '', schoolType: 'upperSecondary' as const, units: [] },
		};
		const board = reportOf(year);
		expect(board.passages[0]?.text).toMatch(/^[甲乙]\n※食い違いあり（重点目標）$/);
		expect(board.tables[0]?.rows[0]?.[3]).toMatch(/・※食い違いあり$/);
		expect(board.tables[1]?.rows[0]?.[1]).toMatch(/・※食い違いあり$/);
		const open = reportOf(year, { audience: 'public' });
		expect(JSON.stringify([open.passages, open.tables])).not.toContain('食い違い');
		expect(open.omissions).toContainEqual({ what: '食い違いのしるし', count: 1 });
	});
});
