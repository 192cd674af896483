import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addOccurrence, addOwnAction, deleteEntity, setField, undoEdits } from '../../../../src/domain/record/edits.ts';
import { foldRecord } from '../../../../src/domain/record/fold.ts';
import type { Edit, Json } from '../../../../src/domain/record/operation.ts';
import { addComment } from '../../../../src/domain/record/review/comments.ts';
import {
	contentHash,
	contentText,
	nameContent,
	recordAt,
	shortHash,
} from '../../../../src/domain/record/review/content.ts';
import { sameVector, versionVectorOf } from '../../../../src/domain/record/versionVector.ts';
import { Device, meet, operation } from '../devices.ts';
import { live, schoolLife } from '../simulation.ts';
import { enters, moves } from './people.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`content.test.ts: SEED=${seed}`);

/** A school that has entered something of everything. */
function school(): Device {
	const lead = new Device('lead');
	const did = (entity: string, field: string, value: Json) => lead.does(setField(lead.fold, entity, field, value));
	did('school', 'schoolType', 'elementary');
	did('school', 'units', ['specialNeedsClass']);
	did('action/a1', 'status', 'achieved');
	did('action/a1', 'result', '実施した');
	did('action/a1', 'ratingMidyear', 'good');
	did('indicator/frequency/i1', 'frequency', 'weekly');
	did('staff/A1', 'counts', [1, 2, 3, 4]);
	lead.does(addOccurrence('o1', { action: 'a1', date: '2025-06-02', place: '5年1組' }));
	lead.does(addOwnAction('w1', { measure: '1-1-1', text: '図書' }));
	return lead;
}

/** What the hash is before and after something is done. */
function hashes(device: Device, doing: (device: Device) => unknown): [before: string, after: string] {
	const before = contentHash(device.fold);
	doing(device);
	return [before, contentHash(device.fold)];
}

const set = (entity: string, field: string, value: Json) => (device: Device) =>
	device.does(setField(device.fold, entity, field, value));

describe('the name of a content', () => {
	test('is 64 hexadecimal digits, of which people compare eight', () => {
		const { hash, operations, versionVector } = nameContent(school().fold);
		expect(hash).toMatch(/^[0-9a-f]{64}$/);
		expect(shortHash({ hash })).toBe(`${hash.slice(0, 4)}-${hash.slice(4, 8)}`);
		expect([operations, versionVector]).toEqual([12, { lead: 12 }]);
	});

	test('is what it has always been: approvals are compared with it for years', () => {
		const lead = new Device('lead');
		lead.does([
			setField(lead.fold, 'action/a1', 'result', '実施した'),
			setField(lead.fold, 'action/a1', 'status', 'achieved'),
			setField(lead.fold, 'action/a2', 'issue', ''),
		]);
		expect(contentText(lead.fold)).toBe(
			'{"content":1,"entities":{"action/a1":{"result":["\\"実施した\\""],"status":["\\"achieved\\""]}}}',
		);
		expect(contentHash(lead.fold)).toBe('07191d47204879f526b2236bf22f4d572922cee267b592818d587f6f17f28da0');
	});

	test('is the same for any order, duplication and batches', { timeout: 60_000 }, () => {
		fc.assert(
			fc.property(schoolLife(true), fc.infiniteStream(fc.nat()), (happenings, luck) => {
				const { operations } = live(happenings, []);
				const shuffled = operations
					.map((each) => [luck.next().value as number, each] as const)
					.sort(([a], [b]) => a - b)
					.map(([, each]) => each);
				const again = shuffled.slice(0, (luck.next().value as number) % (shuffled.length + 1));
				expect(contentHash(foldRecord([...again, ...shuffled, ...again]))).toBe(contentHash(foldRecord(operations)));
			}),
			{ seed, numRuns: 100 },
		);
	});

	const same: readonly [string, (device: Device) => unknown][] = [
		['a step of the review', (device) => moves(device, 'submitted')],
		['a comment', (device) => device.does(addComment('c1', comment))],
		['that the vice principal looks first', set('year', 'checksFirst', true)],
		['notes for the successor', set('year', 'handoverNotes', '鍵は事務室')],
		['that the summary goes to the board', set('school', 'summaryAgreed', true)],
		['what was only carried over', set('action/a1', 'carried', { from: 'a0', year: 2024 })],
		['the same value again', set('action/a1', 'result', '実施した')],
		['an empty text where nothing was', set('action/a1', 'issue', '')],
		['nothing where nothing was', set('action/a2', 'ratingFinal', null)],
		['a version that is not read', (device) => device.hears([operation('x.1', 99, 'x', { version: 2 })])],
	];
	test.each(same)('does not change with %s', (_, doing) => {
		const [before, after] = hashes(school(), doing);
		expect(after).toBe(before);
	});

	const undone: readonly [string, (device: Device) => Edit[]][] = [
		['a first entry', ({ fold }) => [setField(fold, 'action/a2', 'result', 'はじめて')]],
		['a change', ({ fold }) => [setField(fold, 'action/a1', 'result', '書き直した')]],
		['a tick', ({ fold }) => [setField(fold, 'action/a2', 'status', 'achieved')]],
		['a new 実施記録', () => addOccurrence('o2', { action: 'a1', date: '2025-07-01' })],
		['a new □ of the school’s own', () => addOwnAction('w2', { measure: '1-1-1', text: '朝の会' })],
		['a deletion', ({ fold }) => deleteEntity(fold, 'occurrence/o1')],
		['a comment', () => addComment('c1', comment)],
	];
	test.each(undone)('is as before when %s was taken back', (_, doing) => {
		const [before, after] = hashes(school(), (device) => {
			const step = device.does(doing(device));
			device.does(undoEdits(device.fold, step));
		});
		expect(after).toBe(before);
	});

	const real: readonly [string, (device: Device) => unknown][] = [
		['a status', set('action/a1', 'status', 'inProgress')],
		['a status taken back', set('action/a1', 'status', null)],
		['a text', set('action/a1', 'result', '実施した。')],
		['nothing where something was', set('action/a1', 'result', '')],
		['a rating', set('action/a1', 'ratingFinal', 'good')],
		['an owner', set('action/a1', 'owner', '情報主任')],
		['a new 実施記録', (device) => device.does(addOccurrence('o2', { action: 'a1', date: '2025-07-01' }))],
		['a deleted 実施記録', (device) => device.does(deleteEntity(device.fold, 'occurrence/o1'))],
		['a measurement', set('occurrence/o1', 'measured', { at: '2025-06-02', roundTripMs: 9 })],
		['a shared case', set('occurrence/o1', 'shared', { title: '例', what: '動画' })],
		['a □ of the school’s own', set('own/w1', 'text', '図書委員会')],
		['a figure', set('indicator/frequency/i1', 'frequency', 'almostDaily')],
		['a unit that the school does not have any more', set('school', 'units', [])],
		['what a newer app entered', set('action/a1', 'colour', 'red')],
	];
	test.each(real)('changes with %s', (_, doing) => {
		const [before, after] = hashes(school(), doing);
		expect(after).not.toBe(before);
	});

	test('tells apart what was entered apart, and is the same on both devices when it is settled', () => {
		const [left, right] = [school(), new Device('right')];
		meet(left, right);
		const before = contentHash(left.fold);
		enters(left, 'result', '一');
		enters(right, 'result', '二');
		meet(left, right);
		const both = contentHash(left.fold);
		expect(contentHash(right.fold)).toBe(both);
		enters(right, 'result', '一');
		meet(left, right);
		expect(new Set([before, both, contentHash(left.fold)]).size).toBe(3);
	});
});

test('a rating cleared elsewhere beside one that stands is a difference, as people see it', () => {
	const [left, right] = [new Device('left'), new Device('right')];
	enters(left, 'ratingFinal', 'good');
	meet(left, right);
	enters(left, 'ratingFinal', 'good');
	const before = contentHash(left.fold);
	enters(right, 'ratingFinal', null);
	meet(left, right);
	expect(contentHash(left.fold)).not.toBe(before);
});

describe('the record as somebody knew it', () => {
	test('holds what they had, though more has come since', () => {
		const lead = school();
		const { hash, versionVector, operations } = nameContent(lead.fold);
		enters(lead, 'result', 'あとから');
		lead.does(addOccurrence('o3', { action: 'a1', date: '2025-09-01' }));
		const other = new Device('other');
		enters(other, 'result', '知らずに');
		meet(lead, other);
		const then = recordAt(lead.fold, versionVector);
		expect([then.size, contentHash(then)]).toEqual([operations, hash]);
		expect(sameVector(versionVectorOf(then.operations()), versionVector)).toBe(true);
	});

	test('is empty for whoever knew nothing, and for names that are no devices', () => {
		const { fold } = school();
		expect(recordAt(fold, {}).size).toBe(0);
		expect(recordAt(fold, { toString: 9, __proto__: 9 } as never).size).toBe(0);
	});
});

const comment = { action: 'a1', phase: 'midyear', text: '根拠資料を足してください。', returns: true } as const;
