import { setField } from '../../../../src/domain/record/edits.ts';
import type { RecordFold } from '../../../../src/domain/record/fold.ts';
import type { Author, Json, Operation } from '../../../../src/domain/record/operation.ts';
import { nameContent } from '../../../../src/domain/record/review/content.ts';
import { type Review, readReview, reviewEdit } from '../../../../src/domain/record/review/readReview.ts';
import type { Phase, ReviewState } from '../../../../src/domain/record/review/states.ts';
import { Device } from '../devices.ts';

export const teacher: Author = { role: 'teacher', label: '教員' };
export const vicePrincipal: Author = { role: 'vicePrincipal', label: '教頭' };
export const board: Author = { role: 'board', label: '教育委員会' };

export const reviewOf = (device: Device, phase: Phase = 'midyear'): Review => readReview(device.fold, phase);

/** Moves the review as the app does: over everything that stands, with the content as it is now. */
export function moves(device: Device, state: ReviewState, reason?: string): Operation {
	const value = { state, ...(reason !== undefined && { reason }), content: nameContent(device.fold) };
	return only(device.does(reviewEdit(reviewOf(device), value)));
}

/** Writes a state by hand, over what the forger names. */
export const forges = (device: Device, value: Json, seen: readonly string[] = []): Operation =>
	only(device.does({ entity: 'review/midyear', field: 'state', value, seen }));

export const enters = (device: Device, field: string, value: Json, action = 'a1'): Operation[] =>
	device.does(setField(device.fold, `action/${action}`, field, value));

/** What a review comes to, without names that differ from device to device. */
export const standing = ({ state, others, locked, step, approval }: Review) => ({
	state,
	locked,
	others: others.map((each) => each.state),
	by: step?.by,
	approvedBy: approval?.label,
});

export const historyOf = (fold: RecordFold, phase: Phase = 'midyear') =>
	readReview(fold, phase).steps.map(({ event, by }) => [event, by]);

export const school = () => ({
	lead: new Device('lead'),
	head: new Device('head', { role: 'principal', label: '校長' }),
	second: new Device('second', { role: 'principal', label: '校長室のiPad' }),
	deputy: new Device('deputy', vicePrincipal),
	hall: new Device('hall', board),
	class: new Device('class', teacher),
});

function only(operations: readonly Operation[]): Operation {
	const [first, ...more] = operations;
	if (!first || more.length > 0) throw new Error(`${operations.length} operations instead of one`);
	return first;
}
