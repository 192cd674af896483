import { describe, expect, test } from 'vitest';
import { carryEdits } from '../../../src/domain/record/carried.ts';
import { addOwnAction, deleteEntity, markNotApplicable, setField } from '../../../src/domain/record/edits.ts';
import type { Json } from '../../../src/domain/record/operation.ts';
import { readAction } from '../../../src/domain/record/readAction.ts';
import {
	isTimeToTurn,
	readTurn,
	type TurnItem,
	type TurnOfYear,
	type TurnSource,
	turnAmong,
} from '../../../src/domain/record/yearTurn.ts';
import { loadEdition } from '../../seeds/editions.ts';
import { Device } from './devices.ts';

const [plan2024, plan2025] = [loadEdition('sendai-2024'), loadEdition('sendai-2025')];
const [yearPlan, merged, split] = ['sendai-2025-1-1-1-1', 'sendai-2025-2-1-1-3', 'sendai-2025-1-2-3-1'];

/** A school with two years, each with a device of its own. */
class School {
	readonly before = new Device('aa');
	readonly after = new Device('bb');

	says(id: string, fields: Readonly<Record<string, Json>>): void {
		for (const [field, value] of Object.entries(fields)) {
			this.before.does(setField(this.before.fold, `action/sendai-2024-${id}`, field, value));
		}
	}

	turn(changed: Partial<TurnSource> = {}): TurnOfYear {
		return readTurn({
			turn: { from: 2024, to: 2025 },
			earlier: plan2024,
			later: plan2025,
			before: this.before.fold,
			after: this.after.fold,
			profile: { name: '例小学校', schoolType: 'elementary', units: [] },
			...changed,
		});
	}

	item(id: string, turn = this.turn()): TurnItem {
		const found = [...turn.items, ...turn.own].find((item) => item.id === id);
		if (!found) throw new Error(`no □ ${id}`);
		return found;
	}
}

describe('which year follows which', () => {
	test.each([
		['nothing was recorded before', [2025], 2025, undefined],
		['a device that holds nothing', [], 2025, undefined],
		['last year', [2024, 2025], 2025, { from: 2024, to: 2025 }],
		['a year left out: one by one', [2022, 2023], 2026, { from: 2023, to: 2024 }],
		['years in no order', [2025, 2023, 2024], 2025, { from: 2024, to: 2025 }],
		['a clock that runs behind', [2024, 2025, 2026], 2025, { from: 2024, to: 2025 }],
	])('%s', (_, years, current, turn) => {
		expect(turnAmong(years, current)).toEqual(turn);
	});

	test.each([
		['2025-04-01', false, true],
		['2025-06-30', false, true],
		['2025-07-01', false, false],
		['2025-03-31', false, false],
		['2025-11-21', true, true],
	])('on %s, with the new year empty: %s, it is time to turn: %s', (today, empty, time) => {
		expect(isTimeToTurn(today, empty)).toBe(time);
	});
});

describe('what the year before leaves', () => {
	test('nobody has recorded anything: every □ but the new ones can be carried, and is unfinished', () => {
		const turn = new School().turn();
		expect(turn.items).toHaveLength(32);
		expect(turn.items.filter(({ entry }) => entry?.kind === 'new').map(({ offer }) => offer)).toEqual(
			Array.from({ length: 5 }, () => undefined),
		);
		expect(turn.items.filter(({ offer }) => offer).every(({ unfinished }) => unfinished)).toBe(true);
		expect(turn.ended).toHaveLength(10);
		expect(turn.endedStates.map(({ id }) => id)).toEqual(turn.ended.map(({ action }) => action.id));
		expect(turn.states).toHaveLength(36);
	});

	test('次年度 goes over, else 課題, and the post', () => {
		const school = new School();
		school.says('1-1-1-1', {
			status: 'inProgress',
			issue: '時間がない。',
			nextYear: '全学年で見直す。',
			owner: '情報主任',
		});
		expect(school.item(yearPlan).offer).toEqual({
			entity: `action/${yearPlan}`,
			carried: { fiscalYear: 2024, actions: ['sendai-2024-1-1-1-1'], status: 'inProgress', note: '全学年で見直す。' },
			owner: '情報主任',
		});
		school.says('1-1-1-1', { nextYear: '' });
		expect(school.item(yearPlan).offer?.carried.note).toBe('時間がない。');
	});

	test.each([
		['achieved', 'achieved', 'achieved', false],
		['achieved', null, 'inProgress', true],
		['inProgress', 'achieved', 'inProgress', true],
		[null, null, 'notStarted', true],
		['notApplicable', 'achieved', 'achieved', false],
	])('two □ that became one, %s and %s: together %s', (left, right, together, unfinished) => {
		const school = new School();
		school.says('2-1-1-1', { status: left, owner: '教務主任', nextYear: '続ける。' });
		school.says('2-1-1-2', { status: right, owner: '教務主任', nextYear: '広げる。' });
		const { offer, unfinished: open } = school.item(merged);
		expect(offer?.carried).toMatchObject({
			actions: ['sendai-2024-2-1-1-1', 'sendai-2024-2-1-1-2'],
			status: together,
			note: left === 'notApplicable' ? '広げる。' : '続ける。\n広げる。',
		});
		expect(offer?.owner).toBe('教務主任');
		expect(open).toBe(unfinished);
	});

	test('a □ that was split leaves the same for each part', () => {
		const school = new School();
		school.says('1-2-1-2', { status: 'inProgress', issue: '学年で差がある。' });
		expect(school.item(split).offer?.carried).toEqual({
			...school.item('sendai-2025-1-2-1-2').offer?.carried,
			note: '学年で差がある。',
		});
	});

	test('what was 該当なし, by a person or by the profile, is not offered', () => {
		const school = new School();
		const entity = 'action/sendai-2024-1-1-1-1';
		school.before.does(markNotApplicable({ entity }, school.before.fold, '対象の学級がない'));
		expect(school.item(yearPlan).offer).toBeUndefined();
		expect(school.item('sendai-2025-2-1-2-2').offer).toBeUndefined();
	});

	test('the year is judged as of its last day', () => {
		const school = new School();
		school.before.does([
			setField(school.before.fold, 'occurrence/x', 'action', 'sendai-2024-1-1-3-1'),
			setField(school.before.fold, 'occurrence/x', 'date', '2025-03-30'),
		]);
		expect(school.item('sendai-2025-1-1-3-2').before[0]?.status).not.toBe('notStarted');
	});

	test('while the new edition is awaited, each □ goes over to itself', () => {
		const school = new School();
		school.before.does(setField(school.before.fold, `action/${yearPlan}`, 'status', 'inProgress'));
		const turn = school.turn({ turn: { from: 2025, to: 2026 }, earlier: plan2025, later: plan2025 });
		expect(school.item(yearPlan, turn).offer).toMatchObject({
			entity: `action/${yearPlan}`,
			carried: { fiscalYear: 2025, actions: [yearPlan], status: 'inProgress' },
		});
		expect(turn.ended).toEqual([]);
	});
});

describe('a □ of the school’s own', () => {
	const adds = (school: School, measure: string) =>
		school.before.does(addOwnAction('o1', { measure, text: '朝の会で端末を使う' }));

	test('goes over under its own id', () => {
		const school = new School();
		adds(school, '1-1-1');
		expect(school.item('o1').offer).toMatchObject({
			entity: 'own/o1',
			own: { measure: '1-1-1', text: '朝の会で端末を使う' },
			carried: { actions: ['o1'], status: 'notStarted' },
		});
	});

	test.each([
		['1-2-9', '1-2-1'],
		['1-9-1', '1-1-1'],
		['9-9-9', '1-1-1'],
	])('whose 項目 %s is gone stands under %s', (gone, measure) => {
		const school = new School();
		adds(school, gone);
		expect(school.item('o1').offer?.own?.measure).toBe(measure);
	});

	test('that was taken away stays away', () => {
		const school = new School();
		adds(school, '1-1-1');
		school.before.does(deleteEntity(school.before.fold, 'own/o1'));
		expect(school.turn().own).toEqual([]);
	});
});

test('what was carried over is told as such and not offered again; the new year’s own state is untouched by it', () => {
	const school = new School();
	school.says('1-1-1-1', { status: 'achieved' });
	const { offer } = school.item(yearPlan);
	school.after.does(carryEdits(school.after.fold, offer ? [offer] : []));
	expect(school.item(yearPlan)).toMatchObject({ offer: undefined, carried: { status: 'achieved' } });
	const action = plan2025.policies[0]?.areas[0]?.measures[0]?.schoolActions[0];
	const context = { edition: plan2025, fiscalYear: 2025, today: '2025-04-05' };
	const profile = { name: '', schoolType: 'elementary' as const, units: [] };
	expect(action && readAction(school.after.fold, action, { ...context, profile }).status).toBe('notStarted');
});
