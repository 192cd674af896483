import { describe, expect, test } from 'vitest';
import { carryEdits } from '../../../src/domain/record/carried.ts';
import { addOccurrence, setField } from '../../../src/domain/record/edits.ts';
import {
	actionsUnder,
	latestLooks,
	sceneIn,
	setValue,
	viewYear,
	yearsShown,
} from '../../../src/domain/record/yearsCompared.ts';
import { Device } from './devices.ts';
import { editionWith, plan2024, plan2025 } from './editions.ts';
import { context } from './plan.ts';

const lead = () => new Device('lead');
const sets = (device: Device, entity: string, field: string, value: string | null) =>
	device.does(setField(device.fold, entity, field, value));

const view = (device: Device | undefined, changes: object = {}) =>
	viewYear({
		...{ fiscalYear: 2025, edition: plan2025, profile: context.profile, today: '2026-11-21' },
		record: device?.fold,
		...changes,
	});

const weekly = 'sendai-2025-1-1-1-2';

describe('a year', () => {
	test('without a record is not a year of zeros', () => {
		expect(view(undefined)).toMatchObject({ standing: 'none', reviews: undefined });
		expect(view(undefined).states.size).toBe(0);
		const opened = lead();
		sets(opened, 'school', 'schoolType', 'elementary');
		sets(opened, 'year', 'handoverNotes', '鍵は職員室');
		expect(view(opened).standing).toBe('none');
		sets(opened, `action/${weekly}`, 'owner', '教務主任');
		expect(view(opened).standing).toBe('recorded');
	});

	test('into which something was only carried over is none yet: last year’s work is no 0 of this one', () => {
		const opened = lead();
		const carried = { fiscalYear: 2024, actions: ['old'], status: 'inProgress', note: '' } as const;
		opened.does(
			carryEdits(opened.fold, [
				{ entity: `action/${weekly}`, carried, owner: '教務主任' },
				{ entity: 'own/x1', carried, owner: '', own: { measure: '1-1-1', text: '朝の会で使う' } },
			]),
		);
		expect(view(opened).standing).toBe('none');
		expect(view(opened, { fiscalYear: 2027 }).standing).toBe('future');
		sets(opened, `action/${weekly}`, 'status', 'inProgress');
		expect(view(opened).standing).toBe('recorded');
	});

	test('that has not begun lies ahead, unless somebody has already recorded in it', () => {
		expect(view(undefined, { fiscalYear: 2027 }).standing).toBe('future');
		expect(view(undefined, { fiscalYear: 2026 }).standing).toBe('none');
		const early = lead();
		sets(early, `action/${weekly}`, 'status', 'inProgress');
		expect(view(early, { fiscalYear: 2027 }).standing).toBe('recorded');
	});

	test('that cannot be read says so, and not that nothing was recorded', () => {
		expect(view(undefined, { unreadable: true }).standing).toBe('unreadable');
	});

	test('is judged as of its last day, however long ago it was', () => {
		const edition = editionWith(2025, { b1: 'first' });
		const [action] = actionsUnder(edition);
		if (action) action.cadence = { per: 'year', times: 1, orMore: true, words: '年1回以上' };
		const device = lead();
		device.does(addOccurrence('o1', { action: 'b1', date: '2026-03-31' }));
		const status = (today: string) => view(device, { edition, today }).states.get('b1')?.status;
		expect(status('2030-01-01')).toBe('achieved');
		expect(status('2026-03-31')).toBe('achieved');
		expect(status('2026-03-30')).not.toBe('achieved');
	});

	test('knows its own □ of the school, and what it said of the review', () => {
		const device = lead();
		sets(device, 'own/x1', 'measure', '1-1-1');
		sets(device, 'own/x1', 'text', '図書室で使う');
		sets(device, 'own/x1', 'status', 'achieved');
		const seen = view(device);
		expect(seen.states.get('x1')?.status).toBe('achieved');
		expect(seen.reviews).toEqual({ midyear: 'draft', final: 'draft' });
	});
});

test('a set leaves 該当なし out of the denominator and out of the marks', () => {
	const device = lead();
	const [a, b, c] = actionsUnder(plan2025, '2-1-1').map(({ id }) => id);
	sets(device, `action/${a}`, 'status', 'achieved');
	sets(device, `action/${a}`, 'ratingMidyear', 'excellent');
	sets(device, `action/${b}`, 'status', 'notApplicable');
	sets(device, `action/${b}`, 'ratingMidyear', 'good');
	device.does(addOccurrence('o1', { action: String(c), date: '2025-06-01' }));
	const states = actionsUnder(plan2025, '2-1-1').flatMap(({ id }) => view(device).states.get(id) ?? []);
	expect(setValue(states)).toMatchObject({
		progress: { achieved: 1, inProgress: 1, notApplicable: 1, applicable: 2 },
		ratings: { midyear: { excellent: 1, good: 0 }, final: { excellent: 0, good: 0, insufficient: 0 } },
		occurrences: 1,
	});
});

test('□ under the plan, a 方針 and a 項目', () => {
	expect(actionsUnder(plan2025)).toHaveLength(32);
	const policies = plan2025.policies.map(({ id }) => actionsUnder(plan2025, id).length);
	expect(policies.reduce((sum, count) => sum + count)).toBe(32);
	expect(actionsUnder(plan2025, '1-2-2')).toEqual([]);
	expect(actionsUnder(plan2025, 'nowhere')).toEqual([]);
});

describe('a scene', () => {
	const observation = (date: string, changes: object) => ({
		...{ id: date, indicator: 'i1', date, frequency: null, classes: null, source: null, memo: '', conflicts: [] },
		...changes,
	});

	test('of another edition is the one with its sentence', () => {
		const [scene] = plan2025.indicators;
		if (!scene) throw new Error('no scene');
		const next = { ...plan2025, id: 'next', indicators: [{ ...scene, id: 'next-i1' }] };
		expect(sceneIn(next, scene)?.id).toBe('next-i1');
		expect(sceneIn({ ...next, indicators: [{ ...scene, id: 'next-i1', text: '別の場面' }] }, scene)).toBeUndefined();
		expect(sceneIn(plan2024, scene)).toBeUndefined();
	});

	test('says what was measured last; 未測定 only where nothing ever was', () => {
		const weekly = observation('2025-06-01', { frequency: 'weekly' });
		const unmeasured = observation('2026-02-01', { frequency: 'unmeasured' });
		const classes = observation('2026-03-01', { classes: { count: 0, of: 4 } });
		expect(latestLooks([weekly, unmeasured])).toEqual({ said: weekly });
		expect(latestLooks([unmeasured])).toEqual({ said: unmeasured });
		expect(latestLooks([weekly, unmeasured, classes]), 'a count of classes hides no frequency').toEqual({
			...{ said: weekly, counted: classes },
		});
		expect(latestLooks([classes])).toEqual({ counted: classes });
		expect(latestLooks([])).toEqual({});
	});
});

test.each([
	[{ first: 2023, last: 2027 }, [2025, 2026], [2023, 2024, 2025, 2026, 2027]],
	[{ first: 2023, last: 2024 }, [2026], [2023, 2024, 2025, 2026]],
	[undefined, [2026, 2024], [2024, 2025, 2026]],
	[undefined, [], []],
] as const)('years to show: period %j, known %j', (period, known, shown) => {
	expect(yearsShown(period, known)).toEqual(shown);
});
