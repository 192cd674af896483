import { describe, expect, test } from 'vitest';
import { type CarriedOver, carriedIn, carryEdits, readCarried } from '../../../src/domain/record/carried.ts';
import { deleteEntity, setField } from '../../../src/domain/record/edits.ts';
import type { RecordFold } from '../../../src/domain/record/fold.ts';
import { readOwnActions } from '../../../src/domain/record/readSchool.ts';
import { contentHash } from '../../../src/domain/record/review/content.ts';
import { missingFor } from '../../../src/domain/record/review/missing.ts';
import { phases } from '../../../src/domain/record/review/states.ts';
import { device, edition, summaryOf } from '../summary/school.ts';
import { Device, meet } from './devices.ts';
import { dump } from './dump.ts';
import { once, stateOf } from './plan.ts';

const over = (entity: string, change: Partial<CarriedOver> = {}): CarriedOver => ({
	entity,
	carried: { fiscalYear: 2024, actions: ['old'], status: 'achieved', note: '全学年で見直す。' },
	owner: '',
	...change,
});
const ownOver = over('own/o1', { own: { measure: '1-1-1', text: '朝の会で使う' }, owner: '学年主任' });

describe('a carried mark', () => {
	test('answers nothing: status, rating, reason, texts and what is missing are as without it', () => {
		const lead = new Device('aa');
		const untouched = stateOf(lead.fold, { cadence: once });
		lead.does(carryEdits(lead.fold, [over('action/a1')]));
		const marked = stateOf(lead.fold, { cadence: once });
		expect(marked.carried).toMatchObject({ status: 'achieved', note: '全学年で見直す。' });
		expect({ ...marked, carried: undefined, liveness: untouched.liveness }).toEqual(untouched);
		expect(marked.status).toBe('notStarted');
		for (const phase of phases) expect(missingFor(phase, [marked])).toEqual(missingFor(phase, [untouched]));
	});

	test('answers nothing for 該当なし either', () => {
		const lead = new Device('aa');
		lead.does(
			carryEdits(lead.fold, [over('action/a1', { carried: { ...over('').carried, status: 'notApplicable' } })]),
		);
		expect(stateOf(lead.fold)).toMatchObject({ status: 'notStarted', basis: 'nothing' });
	});

	test('is in no summary and in nothing that an approval covers', () => {
		const lead = device(1);
		const [{ id } = { id: '' }] = edition.policies.flatMap(({ areas }) =>
			areas.flatMap(({ measures }) => measures.flatMap(({ schoolActions }) => schoolActions)),
		);
		const before = { ...summaryOf(), hash: contentHash(lead.fold) };
		lead.does(carryEdits(lead.fold, [over(`action/${id}`)]));
		expect(contentHash(lead.fold)).toBe(before.hash);
		const summary = summaryOf({ fold: lead.fold });
		expect(summary.progress).toEqual(before.progress);
		expect(summary.actions).toEqual(before.actions);
		expect(JSON.stringify(summary)).not.toContain('全学年で見直す');
	});

	test('stands on the □ that continues it when the edition comes late', () => {
		const lead = new Device('aa');
		lead.does(carryEdits(lead.fold, [over('action/a1')]));
		const later = { id: 'b1', descendsFrom: [{ action: 'a1', relation: 'reworded' as const }] };
		expect(readCarried(lead.fold, later)?.status).toBe('achieved');
		expect(stateOf(lead.fold, later).status).toBe('notStarted');
	});

	test.each([null, 'achieved', 3, [], {}, { fiscalYear: 2024, status: 'achieved' }, { fiscalYear: '6', actions: [] }])(
		'that cannot be read is none: %j',
		(value) => {
			expect(carriedIn(value)).toBeUndefined();
		},
	);
});

describe('carrying over', () => {
	test('brings the post along, and makes a □ of the school’s own anew under its id', () => {
		const lead = new Device('aa');
		lead.does(carryEdits(lead.fold, [over('action/a1', { owner: '情報主任' }), ownOver]));
		expect(stateOf(lead.fold).owner.value).toBe('情報主任');
		expect(readOwnActions(lead.fold)).toMatchObject([{ id: 'o1', measure: '1-1-1', text: { value: '朝の会で使う' } }]);
		expect(stateOf(lead.fold, { id: 'o1', own: true })).toMatchObject({
			status: 'notStarted',
			owner: { value: '学年主任' },
		});
	});

	test('fills only what is empty in a year that was begun', () => {
		const lead = new Device('aa');
		lead.does(setField(lead.fold, 'action/a1', 'owner', '教務主任'));
		lead.does(setField(lead.fold, 'action/a1', 'status', 'inProgress'));
		const written = lead.does(carryEdits(lead.fold, [over('action/a1', { owner: '情報主任' })]));
		expect(written.map(({ field }) => field)).toEqual(['carried']);
		expect(stateOf(lead.fold)).toMatchObject({ status: 'inProgress', owner: { value: '教務主任' } });
	});

	test('done twice writes nothing the second time', () => {
		const lead = new Device('aa');
		const items = [over('action/a1', { owner: '情報主任' }), ownOver];
		lead.does(carryEdits(lead.fold, items));
		expect(carryEdits(lead.fold, items)).toEqual([]);
	});

	test('leaves alone what the school has taken away in the new year', () => {
		const lead = new Device('aa');
		lead.does(carryEdits(lead.fold, [{ ...ownOver, owner: '' }]));
		lead.does(deleteEntity(lead.fold, 'own/o1'));
		expect(carryEdits(lead.fold, [ownOver])).toEqual([]);
	});

	test('on two devices without a network converges and doubles nothing', () => {
		const items = [over('action/a1', { owner: '情報主任' }), over('action/a2'), ownOver];
		const choices = Array.from({ length: 8 }, (_, bits) => items.filter((_, index) => (bits >> index) % 2 === 1));
		for (const left of choices) {
			for (const right of choices) {
				const [lead, principal] = [new Device('aa'), new Device('bb')];
				lead.does(carryEdits(lead.fold, left));
				principal.does(carryEdits(principal.fold, right));
				const both = meet(lead, principal);
				expect(dump(lead.fold)).toEqual(dump(principal.fold));
				expect(readOwnActions(both)).toHaveLength([...left, ...right].includes(ownOver) ? 1 : 0);
				for (const state of statesOf(both)) expect(state.conflicts).toEqual([]);
				expect(carryEdits(both, [...left, ...right])).toEqual([]);
			}
		}
	});
});

const statesOf = (fold: RecordFold) => [
	stateOf(fold, { id: 'a1' }),
	stateOf(fold, { id: 'a2' }),
	stateOf(fold, { id: 'o1', own: true }),
];
