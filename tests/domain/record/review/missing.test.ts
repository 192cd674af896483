import { describe, expect, test } from 'vitest';
import { addOccurrence, markNotApplicable, setField } from '../../../../src/domain/record/edits.ts';
import type { Json } from '../../../../src/domain/record/operation.ts';
import type { AnyAction, ReadingContext } from '../../../../src/domain/record/reading.ts';
import { addComment } from '../../../../src/domain/record/review/comments.ts';
import { missingFor } from '../../../../src/domain/record/review/missing.ts';
import type { Phase } from '../../../../src/domain/record/review/states.ts';
import { Device, meet } from '../devices.ts';
import { stateOf, twice } from '../plan.ts';

const set = (device: Device, field: string, value: Json) =>
	device.does(setField(device.fold, 'action/a1', field, value));

/** What `a1` lacks; with `!` what has to be put right before submitting. */
const lacks = (
	device: Device,
	phase: Phase,
	action: Partial<AnyAction> = {},
	circumstances: Partial<ReadingContext> = {},
): string[] =>
	missingFor(phase, [stateOf(device.fold, action, circumstances)]).map(
		({ what, blocks }) => `${what}${blocks ? '!' : ''}`,
	);

const sentBack = { action: 'a1', phase: 'midyear', text: '根拠を足してください。', returns: true } as const;

describe('before a phase is handed in', () => {
	test('a □ nobody has touched lacks its rating; 実績 are asked for at the end of the year', () => {
		const lead = new Device('lead');
		expect(lacks(lead, 'midyear')).toEqual(['rating!', 'result']);
		expect(lacks(lead, 'final')).toEqual(['rating!', 'result!']);
	});

	test('each phase asks for its own rating', () => {
		const lead = new Device('lead');
		set(lead, 'result', '実施した');
		set(lead, 'ratingMidyear', 'insufficient');
		expect([lacks(lead, 'midyear'), lacks(lead, 'final')]).toEqual([[], ['rating!']]);
		set(lead, 'ratingMidyear', null);
		set(lead, 'ratingFinal', 'good');
		expect([lacks(lead, 'midyear'), lacks(lead, 'final')]).toEqual([['rating!'], []]);
	});

	test('spaces are no 実績', () => {
		const lead = new Device('lead');
		set(lead, 'ratingFinal', 'good');
		set(lead, 'result', ' 　\n');
		expect(lacks(lead, 'final')).toEqual(['result!']);
	});

	test('what is 該当なし lacks nothing but its reason, where a person said so', () => {
		const lead = new Device('lead');
		set(lead, 'status', 'notApplicable');
		expect([lacks(lead, 'midyear'), lacks(lead, 'final')]).toEqual([['reason!'], ['reason!']]);
		lead.does(markNotApplicable({ entity: 'action/a1' }, lead.fold, '対象の学年がない'));
		expect([lacks(lead, 'midyear'), lacks(lead, 'final')]).toEqual([[], []]);
		const forOthers: Partial<AnyAction> = { scope: { schoolTypes: ['specialNeeds'], basis: '＜特別支援学校＞' } };
		expect(lacks(new Device('other'), 'final', forOthers)).toEqual([]);
	});

	test('食い違い are settled first', () => {
		const [lead, head] = [new Device('lead'), new Device('head')];
		for (const device of [lead, head]) set(device, 'ratingMidyear', device === lead ? 'good' : 'excellent');
		set(lead, 'result', '実施した');
		meet(lead, head);
		expect(lacks(lead, 'midyear')).toEqual(['conflict!']);
		set(lead, 'ratingMidyear', 'good');
		expect(lacks(lead, 'midyear')).toEqual([]);
	});

	test('too few 実施記録 are shown, and may be as they are', () => {
		const lead = new Device('lead');
		set(lead, 'ratingMidyear', 'good');
		set(lead, 'result', '一度だけ');
		lead.does(addOccurrence('o1', { action: 'a1', date: '2025-06-02' }));
		expect(lacks(lead, 'midyear', { cadence: twice })).toEqual(['cadence']);
		lead.does(addOccurrence('o2', { action: 'a1', date: '2025-09-02' }));
		expect(lacks(lead, 'midyear', { cadence: twice })).toEqual([]);
	});

	test('what was sent back is done first, in either phase; a comment that asks for nothing is not in the way', () => {
		const lead = new Device('lead');
		for (const [field, value] of [
			['result', '実施した'],
			['ratingMidyear', 'good'],
			['ratingFinal', 'good'],
		] as const) {
			set(lead, field, value);
		}
		lead.does(addComment('c1', { ...sentBack, returns: false }));
		expect(lacks(lead, 'midyear')).toEqual([]);
		lead.does(addComment('c2', sentBack));
		expect([lacks(lead, 'midyear'), lacks(lead, 'final')]).toEqual([['returned!'], ['returned!']]);
		lead.does(setField(lead.fold, 'comment/c2', 'settled', true));
		expect(lacks(lead, 'midyear')).toEqual([]);
	});

	test('everything that is lacking is told at once, □ by □ in their order', () => {
		const lead = new Device('lead');
		set(lead, 'status', 'notApplicable');
		lead.does(addComment('c1', sentBack));
		const states = [stateOf(lead.fold), stateOf(lead.fold, { id: 'a2', cadence: twice })];
		expect(missingFor('final', states).map(({ action, what }) => `${action} ${what}`)).toEqual([
			...['a1 returned', 'a1 reason'],
			...['a2 rating', 'a2 result', 'a2 cadence'],
		]);
	});
});
