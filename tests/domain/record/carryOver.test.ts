import { describe, expect, test } from 'vitest';
import { addEvidence, addOccurrence, setField, setStatus, tick, undoEdits } from '../../../src/domain/record/edits.ts';
import { readHistory } from '../../../src/domain/record/history.ts';
import type { Json } from '../../../src/domain/record/operation.ts';
import type { AnyAction } from '../../../src/domain/record/reading.ts';
import { Device } from './devices.ts';
import { once, stateOf } from './plan.ts';

/** The new edition's □ that continues the given ones of the old. */
const continuing = (...old: string[]): Partial<AnyAction> => ({
	id: 'new',
	descendsFrom: old.map((action) => ({ action, relation: old.length > 1 ? 'merged' : 'reworded' })),
});
const sets = (device: Device, id: string, field: string, value: Json) =>
	device.does(setField(device.fold, `action/${id}`, field, value));

/** A school that has worked since April against the old edition. */
function worked(): Device {
	const device = new Device('lead');
	sets(device, 'old1', 'status', 'achieved');
	sets(device, 'old1', 'result', '研修を実施');
	sets(device, 'old1', 'ratingMidyear', 'excellent');
	device.does(addOccurrence('o1', { action: 'old1', date: '2025-05-01' }));
	device.does(addEvidence('e1', { action: 'old1', title: '記録', url: 'https://example.com/' }));
	return device;
}

describe('when the edition arrives after the fact', () => {
	test('the work of the older □ is seen on the one that continues it', () => {
		const { fold } = worked();
		const state = stateOf(fold, continuing('old1'));
		expect(state).toMatchObject({ entity: 'action/new', status: 'achieved', basis: 'person', carriedFrom: ['old1'] });
		expect(state.texts.result.value).toBe('研修を実施');
		expect(state.ratings.ratingMidyear.value).toBe('excellent');
		expect(state.occurrences).toMatchObject([{ id: 'o1', date: '2025-05-01' }]);
		expect(state.evidence).toMatchObject([{ id: 'e1' }]);
	});

	test('the older 実施記録 count for the new □’s cadence', () => {
		const device = new Device('lead');
		device.does(addOccurrence('o1', { action: 'old1', date: '2025-05-01' }));
		expect(stateOf(device.fold, { ...continuing('old1'), cadence: once })).toMatchObject({
			status: 'achieved',
			basis: 'occurrences',
			carriedFrom: ['old1'],
		});
	});

	test('an entry of its own wins, field by field, and replaces nothing of the older □', () => {
		const device = worked();
		expect(stateOf(device.fold, continuing('old1')).texts.result.seen).toEqual([]);
		const [own] = sets(device, 'new', 'result', '研修を2回実施');
		expect(own?.replaces).toEqual([]);
		const state = stateOf(device.fold, continuing('old1'));
		expect(state.texts.result).toMatchObject({ value: '研修を2回実施', others: [] });
		expect(state.status).toBe('achieved');
		expect(stateOf(device.fold, { id: 'old1' }).texts.result.value).toBe('研修を実施');
	});

	test('emptying a text on the new □ empties it', () => {
		const device = worked();
		sets(device, 'new', 'result', '');
		expect(stateOf(device.fold, continuing('old1')).texts.result.value).toBe('');
	});

	test('unticking is possible, and undoing it shows the older entry again', () => {
		const device = worked();
		const step = device.does(tick(stateOf(device.fold, continuing('old1')), device.fold));
		expect(stateOf(device.fold, continuing('old1')).status).toBe('inProgress');
		device.does(undoEdits(device.fold, step));
		expect(stateOf(device.fold, continuing('old1'))).toMatchObject({ status: 'achieved', carriedFrom: ['old1'] });
	});

	test('two □ that split one both show its work', () => {
		const { fold } = worked();
		for (const id of ['new', 'other']) {
			const split: Partial<AnyAction> = { id, descendsFrom: [{ action: 'old1', relation: 'split' }] };
			expect(stateOf(fold, split)).toMatchObject({ status: 'achieved', carriedFrom: ['old1'] });
		}
	});

	test('the history tells where it came from', () => {
		const entries = readHistory(worked().fold, 'new', ['old1']);
		expect(entries.map(({ entity }) => entity)).toContain('action/old1');
	});

	test('an id that goes on unchanged carries nothing over, nor does a □ that nobody worked on', () => {
		const { fold } = worked();
		expect(stateOf(fold, { id: 'old1', descendsFrom: [{ action: 'old1', relation: 'same' }] }).carriedFrom).toEqual([]);
		expect(stateOf(fold, continuing('untouched')).carriedFrom).toEqual([]);
		expect(stateOf(fold, { id: 'new', descendsFrom: 'new' })).toMatchObject({ status: 'notStarted', carriedFrom: [] });
	});
});

describe('a □ that merges several', () => {
	const merged = continuing('old1', 'old2');

	test('is as finished as the least of them, with all their words', () => {
		const device = worked();
		sets(device, 'old2', 'status', 'inProgress');
		sets(device, 'old2', 'result', '授業で活用');
		sets(device, 'old2', 'ratingMidyear', 'good');
		const state = stateOf(device.fold, merged);
		expect(state).toMatchObject({ status: 'inProgress', carriedFrom: ['old1', 'old2'], conflicts: [] });
		expect(state.texts.result.value).toBe('研修を実施\n授業で活用');
		expect(state.ratings.ratingMidyear.value).toBe('good');
	});

	test('is 実施中 where one of them was done and another never touched', () => {
		expect(stateOf(worked().fold, merged)).toMatchObject({ status: 'inProgress', carriedFrom: ['old1'] });
	});

	test('is not 該当なし because one of them was', () => {
		const device = new Device('lead');
		device.does(setStatus({ entity: 'action/old1' }, device.fold, 'notApplicable'));
		expect(stateOf(device.fold, merged).status).toBe('notStarted');
	});
});
