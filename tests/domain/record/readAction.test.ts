import { describe, expect, test } from 'vitest';
import {
	addEvidence,
	addOccurrence,
	addOwnAction,
	changeOccurrence,
	chooseHead,
	deleteEntity,
	setField,
} from '../../../src/domain/record/edits.ts';
import { foldRecord } from '../../../src/domain/record/fold.ts';
import type { Json } from '../../../src/domain/record/operation.ts';
import { progressOf } from '../../../src/domain/record/progress.ts';
import { readOwnAction, readOwnActions, readProfile } from '../../../src/domain/record/readSchool.ts';
import { Device, meet, operation } from './devices.ts';
import { stateOf } from './plan.ts';

const sets = (device: Device, field: string, value: Json) =>
	device.does(setField(device.fold, 'action/a1', field, value));

/** Two devices enter different values without knowing of each other. The second one has the greater lamport. */
function apart(field: string, first: Json, second: Json) {
	const [lead, head] = [new Device('lead'), new Device('head')];
	sets(lead, field, first);
	sets(head, 'owner', '校長');
	sets(head, field, second);
	return meet(lead, head);
}

describe('two values entered apart', () => {
	test('status: the less finished is shown, the other stands beside it', () => {
		for (const [first, second] of [
			['achieved', 'inProgress'],
			['inProgress', 'achieved'],
		]) {
			const { status, statusReading, conflicts } = stateOf(apart('status', first ?? null, second ?? null));
			expect(status).toBe('inProgress');
			expect(statusReading.others.map(({ value }) => value)).toEqual(['achieved']);
			expect(conflicts).toEqual(['status']);
		}
	});

	test('rating: △ before ○ before ◎, and a cleared one before all', () => {
		const shown = (first: Json, second: Json) => stateOf(apart('ratingFinal', first, second)).ratings.ratingFinal.value;
		expect(shown('insufficient', 'good')).toBe('insufficient');
		expect(shown('excellent', 'good')).toBe('good');
		expect(shown(null, 'insufficient')).toBeNull();
	});

	test('text: the one that came last is shown, and both can be read', () => {
		const { result } = stateOf(apart('result', '研修を実施', '研修を2回実施')).texts;
		expect(result.value).toBe('研修を2回実施');
		expect(result.others.map(({ value }) => value)).toEqual(['研修を実施']);
		expect(result.seen).toHaveLength(2);
	});

	test('the same value entered twice is no conflict', () => {
		const state = stateOf(apart('status', 'achieved', 'achieved'));
		expect(state.conflicts).toEqual([]);
		expect(state.statusReading.seen).toHaveLength(2);
	});

	test('choosing one settles it everywhere', () => {
		const school = apart('result', '研修を実施', '研修を2回実施');
		const head = new Device('head2');
		head.hears(school.operations());
		const [other] = stateOf(school).texts.result.others;
		if (!other) throw new Error('no conflict to choose from');
		head.does(chooseHead(head.fold, 'action/a1', 'result', other.operation));
		expect(stateOf(head.fold).texts.result).toMatchObject({ value: '研修を実施', others: [] });
	});

	test('a conflict inside a 実施記録 shows on its □', () => {
		const [lead, teacher] = [new Device('lead'), new Device('teacher')];
		lead.does(addOccurrence('o1', { action: 'a1', date: '2025-10-01' }));
		meet(lead, teacher);
		lead.does(changeOccurrence(lead.fold, 'o1', { date: '2025-10-02' }));
		teacher.does(changeOccurrence(teacher.fold, 'o1', { date: '2025-09-30' }));
		const state = stateOf(meet(lead, teacher));
		expect(state.conflicts).toEqual(['date']);
		expect(state.occurrences).toMatchObject([{ conflicts: ['date'] }]);
	});
});

describe('values that this version cannot read', () => {
	test('are passed over, and never thrown on', () => {
		const odd: Json[] = [7, true, ['a'], { a: 1 }, 'planned'];
		for (const value of odd) {
			const fold = foldRecord(
				['status', 'ratingFinal', 'deadline', 'owner', 'result'].map((field, n) =>
					operation(`x.${n + 1}`, n, value, { field }),
				),
			);
			const state = stateOf(fold);
			expect(state.status).toBe('notStarted');
			expect(state.ratings.ratingFinal.value).toBeNull();
			expect(state.deadline.value).toBeNull();
			expect([state.owner.value, state.texts.result.value]).toEqual(
				value === 'planned' ? ['planned', 'planned'] : ['', ''],
			);
		}
	});

	test('are not overwritten by somebody who could not see them', () => {
		const device = new Device('old app');
		device.hears([operation('x.1', 1, 'planned', { field: 'status' })]);
		sets(device, 'status', 'achieved');
		expect(stateOf(device.fold).status).toBe('achieved');
		expect(device.fold.heads('action/a1', 'status').map(({ value }) => value)).toEqual(['achieved', 'planned']);
	});
});

test('実施記録 are read in the order of their dates, whoever wrote first', () => {
	const device = new Device('lead');
	for (const [id, date] of [
		['o1', '2025-10-03'],
		['o2', '2025-05-01'],
		['o3', '2025-09-01'],
	] as const) {
		device.does(addOccurrence(id, { action: 'a1', date }));
	}
	expect(stateOf(device.fold).occurrences.map(({ id }) => id)).toEqual(['o2', 'o3', 'o1']);
});

describe('根拠資料', () => {
	test('tells who added it, and offers no address but the web’s own', () => {
		const device = new Device('lead');
		device.does(addEvidence('e1', { action: 'a1', title: '校内研修の記録', url: 'https://example.com/a' }));
		device.does(addEvidence('e2', { action: 'a1', title: '悪い', url: 'javascript:alert(1)' }));
		expect(stateOf(device.fold).evidence).toMatchObject([
			{ id: 'e1', title: '校内研修の記録', url: 'https://example.com/a', by: { label: 'ICT担当' } },
			{ id: 'e2', url: '' },
		]);
	});
});

describe('a □ of the school’s own', () => {
	const device = new Device('lead');
	device.does(addOwnAction('w1', { measure: '1-1-1', text: '図書委員会でAIを学ぶ' }));
	device.does(setField(device.fold, 'own/w1', 'status', 'achieved'));

	test('is read like one of the plan, from its own place', () => {
		const own = readOwnAction(device.fold, 'w1');
		if (!own) throw new Error('own action not found');
		expect(own).toMatchObject({
			id: 'w1',
			measure: '1-1-1',
			text: { value: '図書委員会でAIを学ぶ' },
			liveness: 'live',
		});
		expect(stateOf(device.fold, own)).toMatchObject({ entity: 'own/w1', status: 'achieved' });
	});

	test('says so when it was deleted', () => {
		device.does(deleteEntity(device.fold, 'own/w1'));
		expect(readOwnActions(device.fold).map(({ liveness }) => liveness)).toEqual(['deleted']);
	});
});

test('the school is unknown until its 校種 is, and then complete', () => {
	const device = new Device('lead');
	expect(readProfile(device.fold)).toBeUndefined();
	device.does(setField(device.fold, 'school', 'schoolType', 'lowerSecondary'));
	device.does(setField(device.fold, 'school', 'units', ['specialNeedsClass', 'of the future']));
	expect(readProfile(device.fold)).toEqual({ name: '', schoolType: 'lowerSecondary', units: ['specialNeedsClass'] });
});

test('該当なし leaves the denominator', () => {
	expect(progressOf(['achieved', 'notApplicable', 'inProgress', 'notStarted', 'notApplicable', 'achieved'])).toEqual({
		achieved: 2,
		inProgress: 1,
		notStarted: 1,
		notApplicable: 2,
		applicable: 4,
		total: 6,
	});
});
