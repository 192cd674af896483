import { describe, expect, test } from 'vitest';
import { deleteEntity, setField, undoEdits } from '../../../../src/domain/record/edits.ts';
import { readHistory } from '../../../../src/domain/record/history.ts';
import { addComment, readAllComments, readComments } from '../../../../src/domain/record/review/comments.ts';
import { type Device, meet, operation } from '../devices.ts';
import { stateOf } from '../plan.ts';
import { moves, school } from './people.ts';

const words = { action: 'a1', phase: 'midyear', text: '根拠資料を足してください。', returns: true } as const;
const settle = (device: Device, id: string, settled: boolean | null = true) =>
	device.does(setField(device.fold, `comment/${id}`, 'settled', settled));
const openOn = (device: Device, action = 'a1') =>
	readComments(device.fold, action).flatMap(({ id, open }) => (open ? [id] : []));

/** Submitted, and one □ sent back. */
function sentBack() {
	const people = school();
	const { lead, head } = people;
	moves(lead, 'submitted');
	meet(lead, head);
	head.minutesLater(5);
	head.does(addComment('c1', words));
	moves(head, 'returned', '一つ足りません。');
	meet(lead, head);
	return people;
}

describe('a comment', () => {
	test('says what was said, by whose post, when, of which phase', () => {
		const { lead } = sentBack();
		expect(readComments(lead.fold, 'a1')).toEqual([
			{
				...{ id: 'c1', ...words, settled: false, open: true },
				...{ by: { role: 'principal', label: '校長' }, at: '2025-10-01T00:05:00.000Z' },
			},
		]);
		expect(readAllComments(lead.fold)).toEqual(readComments(lead.fold, 'a1'));
		expect(readComments(lead.fold, 'a2')).toEqual([]);
	});

	test('sends back until the school has done it; that can be taken back', () => {
		const { lead } = sentBack();
		const step = settle(lead, 'c1');
		expect(readComments(lead.fold, 'a1')).toMatchObject([{ settled: true, open: false }]);
		lead.does(undoEdits(lead.fold, step));
		expect(openOn(lead)).toEqual(['c1']);
	});

	test('that asks for nothing is never open; an answer neither opens nor closes anything', () => {
		const { lead } = sentBack();
		lead.minutesLater(10);
		lead.does(addComment('c2', { ...words, text: '足しました。', returns: false }));
		expect(readComments(lead.fold, 'a1').map(({ id, open }) => [id, open])).toEqual([
			['c1', true],
			['c2', false],
		]);
	});

	test('is done with when the phase was approved, also after it was opened again; a later one is open', () => {
		const { lead, head } = sentBack();
		moves(head, 'submitted');
		moves(head, 'approved');
		expect(openOn(head)).toEqual([]);
		moves(head, 'draft', '開き直し');
		expect(openOn(head)).toEqual([]);
		head.does(addComment('c3', words));
		meet(lead, head);
		expect(openOn(lead)).toEqual(['c3']);
	});

	test('that an approval elsewhere knew nothing of stays open while that approval does not count', () => {
		const { lead, head, second } = school();
		moves(lead, 'submitted');
		meet(lead, head, second);
		moves(head, 'approved');
		second.does(addComment('c1', words));
		moves(second, 'returned', '足りません。');
		meet(lead, head, second);
		expect(openOn(lead)).toEqual(['c1']);
	});

	test('that the standing approval has not seen is not done with: nobody has done anything about it', () => {
		const { lead, head, deputy } = school();
		moves(lead, 'submitted');
		meet(lead, head, deputy);
		moves(head, 'approved');
		deputy.does(addComment('c1', words));
		meet(lead, head, deputy);
		expect(openOn(lead)).toEqual(['c1']);
		moves(head, 'approved');
		expect(openOn(head)).toEqual([]);
	});

	test('of one phase is not closed by the approval of the other', () => {
		const { lead, head } = sentBack();
		head.does(addComment('c2', { ...words, phase: 'final' }));
		moves(head, 'submitted');
		moves(head, 'approved');
		meet(lead, head);
		expect(openOn(lead)).toEqual(['c2']);
	});

	test('that was deleted, or taken back by whoever had just written it, is gone everywhere', () => {
		const { lead, head } = sentBack();
		head.does(deleteEntity(head.fold, 'comment/c1'));
		const step = head.does(addComment('c2', words));
		head.does(undoEdits(head.fold, step));
		meet(lead, head);
		expect([readComments(lead.fold, 'a1'), readAllComments(lead.fold)]).toEqual([[], []]);
	});

	test('stands in the order of the clocks beside which it is read', () => {
		const { lead } = school();
		for (const [id, minutes] of [
			['c2', 10],
			['c1', -20],
		] as const) {
			lead.minutesLater(minutes);
			lead.does(addComment(id, words));
		}
		expect(readComments(lead.fold, 'a1').map(({ id }) => id)).toEqual(['c1', 'c2']);
	});

	test('on a □ of the earlier edition is found on the one that continues it', () => {
		const { head } = school();
		head.does(addComment('c1', words));
		const newer = { id: 'b1', descendsFrom: [{ action: 'a1', relation: 'same' as const }] };
		expect(stateOf(head.fold, newer).comments).toMatchObject([{ id: 'c1', open: true }]);
		expect(stateOf(head.fold, { id: 'a1' }).comments).toHaveLength(1);
	});

	test('with half of it missing is read as far as it goes', () => {
		const { lead } = school();
		lead.hears([
			operation('x.1', 1, 'a1', { entity: 'comment/c9', field: 'action' }),
			operation('x.2', 2, 'whenever', { entity: 'comment/c9', field: 'phase' }),
			operation('x.3', 3, 7, { entity: 'comment/c9', field: 'text' }),
		]);
		expect(readComments(lead.fold, 'a1')).toMatchObject([{ text: '', phase: 'midyear', returns: false, open: false }]);
	});

	test('stands in 変更の履歴 of its □, with what became of it', () => {
		const { lead } = sentBack();
		settle(lead, 'c1');
		expect(
			readHistory(lead.fold, 'a1').map(({ kind, entity, field, after, by }) => [kind, entity, field, after, by.role]),
		).toEqual([
			['set', 'comment/c1', 'settled', true, 'ictLead'],
			['added', 'comment/c1', '', words, 'principal'],
		]);
	});
});
