import { describe, expect, test } from 'vitest';
import {
	addOccurrence,
	addOwnAction,
	changeOccurrence,
	chooseHead,
	deleteEntity,
	markNotApplicable,
	setField,
	tick,
	undoEdits,
} from '../../../src/domain/record/edits.ts';
import type { Edit, Operation } from '../../../src/domain/record/operation.ts';
import { Device, meet } from './devices.ts';
import { stateOf } from './plan.ts';

const undoes = (device: Device, step: readonly Operation[]) => device.does(undoEdits(device.fold, step));

/** What a person sees of the □, without the operations behind it. */
function seenBy(device: Device) {
	const { status, basis, reason, texts, occurrences, conflicts } = stateOf(device.fold);
	const { result } = texts;
	const others = result.others.map(({ value }) => value);
	return { status, basis, reason: reason.value, result: result.value, others, occurrences, conflicts };
}

/** Does a step, takes it back, and hands over what was seen before and after. */
function thereAndBack(device: Device, edits: Edit | Edit[]) {
	const before = seenBy(device);
	const step = device.does(edits);
	expect(seenBy(device)).not.toEqual(before);
	undoes(device, step);
	return { before, after: seenBy(device), step };
}

describe('元に戻す', () => {
	test('a tick, the first one and a later one', () => {
		const device = new Device('lead');
		const first = thereAndBack(device, tick(stateOf(device.fold), device.fold));
		expect(first.after).toEqual(first.before);
		device.does(setField(device.fold, 'action/a1', 'status', 'inProgress'));
		const second = thereAndBack(device, tick(stateOf(device.fold), device.fold));
		expect(second.after).toEqual(second.before);
	});

	test('該当なし together with its reason', () => {
		const device = new Device('lead');
		const { before, after } = thereAndBack(device, markNotApplicable(stateOf(device.fold), device.fold, '端末がない'));
		expect(after).toEqual(before);
	});

	test('a text goes back to what it was', () => {
		const device = new Device('lead');
		device.does(setField(device.fold, 'action/a1', 'result', '春に実施'));
		const { before, after } = thereAndBack(device, setField(device.fold, 'action/a1', 'result', ''));
		expect(after).toEqual(before);
	});

	test('an added 実施記録 goes, a changed one is as before, a deleted one returns', () => {
		const device = new Device('lead');
		const added = thereAndBack(device, addOccurrence('o1', { action: 'a1', date: '2025-10-03' }));
		expect(added.after).toEqual(added.before);
		device.does(addOccurrence('o2', { action: 'a1', date: '2025-10-02', memo: '5年' }));
		const changed = thereAndBack(device, changeOccurrence(device.fold, 'o2', { memo: '6年', place: '図書室' }));
		expect(changed.after).toEqual(changed.before);
		const deleted = thereAndBack(device, deleteEntity(device.fold, 'occurrence/o2'));
		expect(deleted.after).toEqual(deleted.before);
		expect(device.fold.liveness('occurrence/o2')).toBe('live');
	});

	test('undoing the undoing does it again', () => {
		const device = new Device('lead');
		const step = device.does(addOwnAction('w1', { measure: '1-1-1', text: '図書' }));
		const back = undoes(device, step);
		expect(device.fold.liveness('own/w1')).toBe('deleted');
		undoes(device, back);
		expect(device.fold.liveness('own/w1')).toBe('live');
	});

	test('a settled conflict stands open again, the same text on top', () => {
		const [lead, head] = [new Device('lead'), new Device('head')];
		lead.does(setField(lead.fold, 'action/a1', 'result', '一'));
		head.does(setField(head.fold, 'action/a1', 'result', '二'));
		meet(lead, head);
		const [other] = stateOf(lead.fold).texts.result.others;
		if (!other) throw new Error('no conflict');
		const { before, after } = thereAndBack(lead, chooseHead(lead.fold, 'action/a1', 'result', other.operation));
		expect(after).toEqual(before);
	});
});

describe('what others did meanwhile', () => {
	test('a later change of the same field is left alone', () => {
		const device = new Device('lead');
		const step = device.does(setField(device.fold, 'action/a1', 'result', '一'));
		device.does(setField(device.fold, 'action/a1', 'result', '二'));
		expect(undoEdits(device.fold, step)).toEqual([]);
	});

	test('a text that came in beside ours stays alone when ours is taken back', () => {
		const [lead, head] = [new Device('lead'), new Device('head')];
		lead.does(setField(lead.fold, 'action/a1', 'result', '前'));
		meet(lead, head);
		const step = lead.does(setField(lead.fold, 'action/a1', 'result', '一'));
		head.does(setField(head.fold, 'action/a1', 'result', '二'));
		meet(lead, head);
		undoes(lead, step);
		expect(seenBy(lead)).toMatchObject({ result: '二', others: [], conflicts: [] });
		expect(lead.fold.heads('action/a1', 'result')).toHaveLength(1);
	});
});
