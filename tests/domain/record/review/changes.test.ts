import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addEvidence,
	addOccurrence,
	addOwnAction,
	changeOccurrence,
	chooseHead,
	deleteEntity,
	reviveEntity,
	setField,
} from '../../../../src/domain/record/edits.ts';
import type { Edit, Json } from '../../../../src/domain/record/operation.ts';
import type { ReadingContext } from '../../../../src/domain/record/reading.ts';
import { changesSince } from '../../../../src/domain/record/review/changes.ts';
import { addComment } from '../../../../src/domain/record/review/comments.ts';
import { contentHash } from '../../../../src/domain/record/review/content.ts';
import { type VersionVector, versionVectorOf } from '../../../../src/domain/record/versionVector.ts';
import { loadEdition } from '../../../seeds/editions.ts';
import { Device, ictLead, meet, principal } from '../devices.ts';
import { context as plain } from '../plan.ts';
import { moves } from './people.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`changes.test.ts: SEED=${seed}`);

const context: ReadingContext = { ...plain, edition: loadEdition('sendai-2025') };
/** 1-(1)-①, and 1-(1)-③ 「…年1回実施する」, whose 実施記録 are counted. */
const [first, counted] = ['sendai-2025-1-1-1-1', 'sendai-2025-1-1-3-2'];

const look = ({ fold }: Device): VersionVector => versionVectorOf(fold.operations());
const since = ({ fold }: Device, vector: VersionVector) => changesSince(fold, vector, context);
const told = (device: Device, vector: VersionVector) =>
	since(device, vector).map(({ kind, field, before, after }) => [kind, field, before, after]);
const set = (device: Device, field: string, value: Json, action = first) =>
	device.does(setField(device.fold, `action/${action}`, field, value));

describe('since somebody looked', () => {
	test('nothing has changed where nothing has come', () => {
		const lead = new Device('lead');
		set(lead, 'result', '実施した');
		expect(since(lead, look(lead))).toEqual([]);
	});

	test('a square became another one', () => {
		const lead = new Device('lead');
		set(lead, 'status', 'inProgress');
		const looked = look(lead);
		lead.minutesLater(60);
		const [operation] = set(lead, 'status', 'achieved');
		expect(since(lead, looked)).toEqual([
			{
				...{ action: first, kind: 'status', entity: `action/${first}`, field: 'status' },
				...{ before: 'inProgress', after: 'achieved', operation },
			},
		]);
	});

	test('a rating came, a text was rewritten, a 目安 was set', () => {
		const lead = new Device('lead');
		set(lead, 'result', '前');
		const looked = look(lead);
		set(lead, 'ratingMidyear', 'excellent');
		set(lead, 'result', '後');
		set(lead, 'deadline', 'summer');
		expect(told(lead, looked)).toEqual([
			['rating', 'ratingMidyear', null, 'excellent'],
			['text', 'result', '前', '後'],
			['planning', 'deadline', null, 'summer'],
		]);
	});

	test('what was changed and changed back is no difference, though much has come', () => {
		const lead = new Device('lead');
		set(lead, 'result', '前');
		lead.does(addOccurrence('o1', { action: first, date: '2025-06-02', memo: '一' }));
		const looked = look(lead);
		set(lead, 'result', '後');
		set(lead, 'result', '前');
		set(lead, 'status', 'achieved');
		set(lead, 'status', null);
		lead.does(changeOccurrence(lead.fold, 'o1', { memo: '二' }));
		lead.does(changeOccurrence(lead.fold, 'o1', { memo: '一' }));
		lead.does(addOccurrence('o2', { action: first, date: '2025-06-03' }));
		lead.does(deleteEntity(lead.fold, 'occurrence/o2'));
		lead.does(deleteEntity(lead.fold, 'occurrence/o1'));
		lead.does(reviveEntity(lead.fold, 'occurrence/o1'));
		expect(since(lead, looked)).toEqual([]);
	});

	test('a 実施記録 came, was mended, went; a status that follows from them is told with who was behind it', () => {
		const lead = new Device('lead');
		const looked = look(lead);
		const at = { date: '2025-06-02', place: '5年1組', memo: '' };
		const operations = lead.does(addOccurrence('o1', { action: counted, ...at }));
		expect(told(lead, looked)).toEqual([
			['status', 'status', 'notStarted', 'achieved'],
			['occurrence', '', null, at],
		]);
		expect(since(lead, looked)[0]?.operation).toBe(operations.at(-1));
		const again = look(lead);
		lead.does(changeOccurrence(lead.fold, 'o1', { memo: '生成AIの授業' }));
		expect(told(lead, again)).toEqual([['occurrence', '', at, { ...at, memo: '生成AIの授業' }]]);
		lead.does(deleteEntity(lead.fold, 'occurrence/o1'));
		expect(told(lead, again)).toEqual([
			['status', 'status', 'achieved', 'notStarted'],
			['occurrence', '', at, null],
		]);
	});

	test('who gave a rating afterwards is not behind the status that the 実施記録 made', () => {
		const lead = new Device('lead');
		const looked = look(lead);
		const operations = lead.does(
			addOccurrence('o1', { action: counted, date: '2025-06-02', place: '5年1組', memo: '' }),
		);
		lead.minutesLater(60);
		const [rating] = set(lead, 'ratingFinal', 'good', counted);
		const behind = new Map(since(lead, looked).map(({ kind, operation }) => [kind, operation]));
		expect(behind.get('status')).toBe(operations.at(-1));
		expect(behind.get('rating')).toBe(rating);
	});

	test('a 実施記録 that was moved went there and came here', () => {
		const lead = new Device('lead');
		lead.does(addOccurrence('o1', { action: first, date: '2025-06-02' }));
		const looked = look(lead);
		lead.does(setField(lead.fold, 'occurrence/o1', 'action', counted));
		const there = since(lead, looked).filter(({ kind }) => kind === 'occurrence');
		expect(there.map(({ action, before, after }) => [action, before === null, after === null])).toEqual([
			[first, false, true],
			[counted, true, false],
		]);
	});

	test('what is kept in a 実施記録 beside its words is part of it: a measurement, a shared case', () => {
		const lead = new Device('lead');
		lead.does(addOccurrence('o1', { action: first, date: '2025-06-02' }));
		for (const [field, value] of [
			['measured', { at: '2025-06-02T01:00:00Z', roundTripMs: 12, downMbps: 80, upMbps: 40, devices: null }],
			['shared', { title: '紹介動画', grade: '5年', what: '本の紹介', link: '' }],
		] as const) {
			const looked = look(lead);
			lead.does(setField(lead.fold, 'occurrence/o1', field, value));
			expect(since(lead, looked)).toMatchObject([{ kind: 'occurrence', after: { [field]: value } }]);
		}
	});

	test('a 根拠資料 came and went', () => {
		const lead = new Device('lead');
		const looked = look(lead);
		const words = { title: '指導案', url: 'https://example.com/' };
		lead.does(addEvidence('e1', { action: first, ...words }));
		expect(told(lead, looked)).toEqual([['evidence', '', null, words]]);
		const again = look(lead);
		lead.does(deleteEntity(lead.fold, 'evidence/e1'));
		expect(told(lead, again)).toEqual([['evidence', '', words, null]]);
	});

	test('a □ of the school’s own came, was reworded, got its entries, went', () => {
		const lead = new Device('lead');
		const looked = look(lead);
		const own = { measure: '1-1-1', text: '朝の会で使う' };
		lead.does(addOwnAction('w1', own));
		lead.does(setField(lead.fold, 'own/w1', 'status', 'achieved'));
		expect(told(lead, looked)).toEqual([['own', '', null, own]]);
		const again = look(lead);
		lead.does(setField(lead.fold, 'own/w1', 'text', '帰りの会で使う'));
		lead.does(setField(lead.fold, 'own/w1', 'ratingFinal', 'good'));
		expect(told(lead, again)).toEqual([
			['own', '', own, { ...own, text: '帰りの会で使う' }],
			['rating', 'ratingFinal', null, 'good'],
		]);
		lead.does(deleteEntity(lead.fold, 'own/w1'));
		expect(told(lead, again)).toEqual([['own', '', own, null]]);
	});

	test('figures beside the □: an observation, a target, the teachers’ checklist, the school’s name', () => {
		const lead = new Device('lead');
		const looked = look(lead);
		const figures = [
			['indicator/lessons/i1', 'frequency', 'weekly'],
			['target/lessons', 'rate', 80],
			['staff/A1', 'counts', [1, 2, 3, 4]],
			['school', 'name', '青葉小学校'],
		] as const;
		for (const [entity, field, value] of figures) lead.does(setField(lead.fold, entity, field, value));
		expect(
			since(lead, looked).map(({ kind, action, entity, field, after }) => [kind, action, entity, field, after]),
		).toEqual(figures.map(([entity, field, value]) => ['figure', undefined, entity, field, value]));
		const again = look(lead);
		lead.does(deleteEntity(lead.fold, 'indicator/lessons/i1'));
		expect(since(lead, again)).toMatchObject([
			{ kind: 'figure', entity: 'indicator/lessons/i1', field: 'deleted', before: false, after: true },
		]);
	});

	test('neither the review nor its comments nor how the year is run are changes', () => {
		const lead = new Device('lead');
		const looked = look(lead);
		moves(lead, 'submitted');
		lead.does(addComment('c1', { action: first, phase: 'midyear', text: 'よい', returns: false }));
		lead.does(setField(lead.fold, 'year', 'checksFirst', true));
		set(lead, 'carried', { year: 2024 });
		expect(since(lead, looked)).toEqual([]);
	});

	test('what came beside an entry is told though what is shown is the same, and that it was settled, too', () => {
		const [lead, head] = [new Device('lead', ictLead), new Device('head', principal)];
		set(lead, 'ratingMidyear', 'good');
		const looked = look(lead);
		set(head, 'ratingMidyear', 'excellent');
		meet(lead, head);
		expect(since(lead, looked)).toMatchObject([
			{ kind: 'rating', before: 'good', after: 'excellent', beside: true, operation: { by: principal } },
		]);
		const again = look(lead);
		const [, shown] = lead.fold.heads(`action/${first}`, 'ratingMidyear').toSorted((a, b) => (a.id < b.id ? -1 : 1));
		if (!shown) throw new Error('nothing stands apart');
		lead.does(chooseHead(lead.fold, `action/${first}`, 'ratingMidyear', shown));
		expect(since(lead, again)).toMatchObject([{ kind: 'rating', before: 'excellent', after: 'good', beside: true }]);
	});

	test('in the order of the plan, the school’s own □ after it, then the figures', () => {
		const lead = new Device('lead');
		lead.does(setField(lead.fold, 'school', 'name', '青葉小学校'));
		lead.does(addOwnAction('w1', { measure: '1-1-1', text: '朝の会' }));
		set(lead, 'result', '二', counted);
		set(lead, 'result', '一', first);
		expect(since(lead, {}).map(({ action }) => action)).toEqual([first, counted, 'w1', undefined]);
	});
});

const deeds: readonly ((device: Device, pick: number) => Edit[])[] = [
	({ fold }, pick) => {
		const [field, values] = [
			['status', ['achieved', 'inProgress', 'notApplicable', null]],
			['ratingMidyear', ['good', 'excellent', null]],
			['result', ['一', '二', '']],
			['owner', ['情報主任', '']],
			['deadline', ['summer', null]],
			['reason', ['対象なし', null]],
		][pick % 6] as [string, Json[]];
		const action = pick % 2 ? first : counted;
		return [setField(fold, `action/${action}`, field, values[pick % values.length] ?? null)];
	},
	(device, pick) =>
		addOccurrence(`${device.name}${device.counter}`, { action: counted, date: `2025-05-${10 + (pick % 9)}` }),
	({ fold }, pick) => {
		const id = fold.ids('occurrence')[pick % 3];
		const live = id !== undefined && fold.liveness(`occurrence/${id}`) !== 'deleted';
		if (!live) return [];
		if (pick % 4 === 0) return deleteEntity(fold, `occurrence/${id}`);
		return changeOccurrence(fold, id, { memo: ['一', '二', ''][pick % 3] ?? '' });
	},
	({ fold }, pick) => [
		setField(fold, 'indicator/lessons/i1', 'frequency', ['weekly', 'monthly', null][pick % 3] ?? null),
	],
	({ fold }, pick) => [setField(fold, 'school', 'summaryAgreed', pick % 2 === 0)],
];

test('an approved content has another name exactly where a change can be told', { timeout: 60_000 }, () => {
	const deed = fc.record({
		who: fc.nat({ max: 1 }),
		what: fc.nat({ max: deeds.length - 1 }),
		pick: fc.nat({ max: 999 }),
	});
	fc.assert(
		fc.property(
			fc.array(deed, { maxLength: 12 }),
			fc.array(deed, { maxLength: 8 }),
			fc.boolean(),
			(past, later, apart) => {
				const devices = [new Device('a'), new Device('b')];
				const act = ({ who, what, pick }: { who: number; what: number; pick: number }) => {
					const device = devices[who] as Device;
					device.does(deeds[what]?.(device, pick) ?? []);
					if (!apart) meet(...devices);
				};
				past.forEach(act);
				const [reader] = devices as [Device, Device];
				const [looked, hash] = [look(reader), contentHash(reader.fold)];
				later.forEach(act);
				meet(...devices);
				expect(since(reader, looked).length > 0).toBe(contentHash(reader.fold) !== hash);
			},
		),
		{ seed, numRuns: 300, verbose: fc.VerbosityLevel.Verbose },
	);
});
