import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allMeasures, allSchoolActions } from '../../../src/domain/plan/find.ts';
import { foldRecord } from '../../../src/domain/record/fold.ts';
import type { Json, Operation } from '../../../src/domain/record/operation.ts';
import { readProfile } from '../../../src/domain/record/readSchool.ts';
import { SummarySchema } from '../../../src/domain/summary/schema.ts';
import { edition, summaryOf } from './school.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`noFreeText.property.test.ts: SEED=${seed}`);

const holds = <Args extends unknown[]>(property: fc.IProperty<Args>) =>
	fc.assert(property, { seed, numRuns: 500, verbose: fc.VerbosityLevel.Verbose });

const actions = allSchoolActions(edition).map(({ action }) => action.id);
const measures = allMeasures(edition).map(({ id }) => id);

/** Free text in the dresses that could slip through: Japanese, an id's, a name's, an address, a JSON key's. */
const marked = fc
	.tuple(
		fc.constantFrom('漏えい', 'leak-taro', 'LEAK_', 'Leak Taro', 'https://leak.example/', '漏\u0000"\\'),
		fc.nat(99),
	)
	.map(([word, n]) => `${word}${n}`);
const isMarked = /leak|漏/i;

/** What somebody has marked 「市内で共有する」: the only words that may leave; whatever stands beside them may not. */
const sharedWords = fc.constantFrom('共有：地図づくり', '共有：生成AIの比べ読み', '共有');
const sharedCase = fc.record({
	title: sharedWords,
	what: fc.oneof(sharedWords, fc.constant('')),
	grade: fc.constantFrom('5年', ''),
	link: fc.constantFrom('https://kyoyu.example/1', '', 'http://kyoyu.example'),
	memo: marked,
	author: marked,
});
const isShared = /共有|kyoyu/;

const reviewStep = fc.record({
	state: fc.constantFrom('draft', 'submitted', 'returned', 'approved', 'leak'),
	reason: marked,
	content: fc.record({
		hash: fc.oneof(marked, fc.constantFrom('0'.repeat(64), 'leak'.repeat(16))),
		versionVector: fc.dictionary(marked, fc.nat(), { maxKeys: 2 }),
		operations: fc.nat(),
	}),
});
const classes = fc.record({ count: fc.nat(2_000), of: fc.nat(2_000), place: marked });

const closedWords = ['notStarted', 'inProgress', 'achieved', 'notApplicable', 'good', 'excellent', 'insufficient'];
const traps = ['__proto__', 'constructor', 'toString', ''];
const name = fc.oneof({ weight: 4, arbitrary: marked }, { weight: 1, arbitrary: fc.constantFrom(...traps) });

const entity = fc.oneof(
	fc.constantFrom(...actions).map((id) => `action/${id}`),
	fc.constantFrom('school', 'review/midyear', 'review/final'),
	fc.nat(5).chain((n) => fc.constantFrom(...['own', 'occurrence', 'evidence'].map((kind) => `${kind}/o${n}`))),
	marked.chain((id) =>
		fc.constantFrom(
			...['action', 'own', 'occurrence', 'evidence', 'indicator', 'comment', 'timetable'].map(
				(kind) => `${kind}/${id}`,
			),
		),
	),
	name,
);

const knownFields = [
	...['status', 'reason', 'result', 'issue', 'improvement', 'nextYear', 'ratingMidyear', 'ratingFinal', 'deadline'],
	...['owner', 'measure', 'text', 'action', 'date', 'place', 'memo', 'title', 'url', 'name', 'schoolType', 'units'],
	...['deleted', 'state', 'summaryAgreed', 'shared', 'measured', 'frequency', 'classes', 'source', 'counts', 'carried'],
];
const field = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...knownFields) }, { weight: 1, arbitrary: name });

/** Half of it free text, half what makes the thing stand where it may show. */
const value: fc.Arbitrary<Json> = fc.oneof(
	{ weight: 4, arbitrary: marked },
	{ weight: 2, arbitrary: fc.constantFrom<Json[]>(...closedWords, 'elementary', 'specialNeeds', ...measures) },
	{ weight: 2, arbitrary: fc.constantFrom<Json[]>(...actions) },
	{ weight: 1, arbitrary: fc.constantFrom<Json[]>('2025-09-30', '2099-01-01', null, true, false, 7) },
	{ weight: 1, arbitrary: fc.array(fc.oneof(marked, fc.constantFrom('specialNeedsClass', 'hospitalClass'))) },
	{ weight: 1, arbitrary: fc.dictionary(name, marked, { maxKeys: 2 }) },
	{ weight: 1, arbitrary: fc.oneof(reviewStep, classes) },
);

const deviceName = fc.oneof(
	{ weight: 4, arbitrary: fc.nat(3).map((n) => String(n).padStart(32, 'f')) },
	{ weight: 1, arbitrary: fc.constantFrom('leak-device', 'Leak_Taro', '__proto__') },
);
const id = fc.tuple(deviceName, fc.integer({ min: 1, max: 500 })).map(([device, n]) => `${device}.${n}`);

const operation: fc.Arbitrary<Operation> = fc.record({
	version: fc.constantFrom(1, 1, 1, 1, 2),
	id,
	lamport: fc.nat(60),
	at: fc.oneof(marked, fc.constantFrom('2025-09-30T01:00:00.000Z', '2031-01-01T00:00:00Z')),
	by: fc.record({ role: marked, label: marked }) as unknown as fc.Arbitrary<Operation['by']>,
	entity,
	field,
	value,
	replaces: fc.array(id, { maxLength: 2 }),
	signature: fc.record({ key: marked, value: marked }),
	leak: marked,
});

const kinds = ['own', 'occurrence', 'occurrence', 'evidence', 'action', 'indicator', 'review'] as const;

/** Things that stand where a summary looks, with free text in every other field they have. */
const standing = fc
	.tuple(fc.constantFrom(...kinds), fc.nat(400), fc.nat(99), marked, fc.option(sharedCase), reviewStep, classes)
	.map(([kind, n, place, typed, shared, step, counted]): Operation[] => {
		const action = actions[place % actions.length] ?? '';
		const indicator = edition.indicators[place % edition.indicators.length]?.id ?? '';
		const entities: Partial<Record<typeof kind, string>> = {
			action: `action/${action}`,
			indicator: `indicator/${indicator}/${typed}${n}`,
			review: place % 2 ? 'review/final' : 'review/midyear',
		};
		const values: Readonly<Record<string, Json>> = {
			shared: kind === 'occurrence' ? shared : typed,
			date: place % 3 ? '2025-10-01' : typed,
			...(kind === 'indicator' && { classes: counted, frequency: place % 2 ? 'unmeasured' : typed }),
			...(kind === 'review' && { state: step as unknown as Json }),
		};
		const pointers: Partial<Record<typeof kind, readonly string[]>> = {
			own: ['measure', measures[place % measures.length] ?? ''],
			occurrence: ['action', action],
			evidence: ['action', action],
			action: ['owner', typed],
		};
		const [pointer = 'memo', target = typed] = pointers[kind] ?? [];
		const texts = ['result', 'issue', 'reason', 'text', 'title', 'url', 'place', 'memo', 'date', 'owner', 'deadline'];
		const fields = [
			...texts.filter((each) => each !== pointer),
			...['status', 'ratingMidyear', 'ratingFinal', 'shared', 'classes', 'frequency', 'source', 'state', pointer],
		];
		return fields.map((each, index) => ({
			version: 1,
			id: `${'e'.repeat(32)}.${n * 30 + index + 1}`,
			lamport: 100 + n,
			at: kind === 'review' && place % 4 === 0 ? typed : '2025-10-01T01:00:00.000Z',
			by: { role: kind === 'review' ? 'principal' : 'teacher', label: typed },
			entity: entities[kind] ?? `${kind}/${typed}${n}`,
			field: each,
			value: each === pointer ? target : each in values ? (values[each] ?? null) : typed,
			replaces: [],
		}));
	});

const records = fc
	.tuple(fc.array(operation, { maxLength: 120, size: 'max' }), fc.array(standing, { maxLength: 30, size: 'max' }))
	.map(([loose, things]) => [...loose, ...things.flat()]);

/** As the device makes it: the profile comes from the record where the record has one. */
function summaryOfRecord(operations: readonly Operation[]) {
	const fold = foldRecord(operations);
	const profile = readProfile(fold);
	return summaryOf({ fold, ...(profile && { profile }) });
}

const keysOfCase = ['action', 'date', 'schoolType', 'title', 'grade', 'what', 'link'];

describe('whatever a record holds', () => {
	test('nothing that anybody typed stands in the summary but what was shared, and the summary keeps to its schema', {
		timeout: 60_000,
	}, () => {
		let richest = 0;
		let told = 0;
		holds(
			fc.property(records, (operations) => {
				const summary = summaryOfRecord(operations);
				expect(JSON.stringify(summary)).not.toMatch(isMarked);
				const { cases = [], ...rest } = summary;
				expect(JSON.stringify(rest)).not.toMatch(isShared);
				for (const each of cases) expect(Object.keys(each)).toEqual(keysOfCase);
				told += cases.length + (summary.indicators ?? []).flatMap(({ observations }) => observations).length;
				told += (summary.review ?? []).filter(({ state }) => state !== 'draft').length;
				expect(SummarySchema.safeParse(summary)).toMatchObject({ success: true });
				const { progress, actions: lines, own } = summary;
				expect(progress.total).toBe(lines.length);
				richest = Math.max(richest, lines.filter(({ basis }) => basis !== 'nothing').length + own.length);
			}),
		);
		expect(richest, 'records of which something shows').toBeGreaterThan(12);
		expect(told, 'cases, looks and reviews that show').toBeGreaterThan(500);
	});

	test('the markers would be found: every string of a record carries one somewhere', () => {
		const text = JSON.stringify(fc.sample(records, { seed, numRuns: 50 }));
		for (const key of ['at', 'role', 'label', 'entity', 'field', 'value', 'key', 'id', 'units', 'url', 'measure']) {
			expect(text).toContain(`"${key}"`);
		}
		expect(text).toMatch(isMarked);
	});

	test('the same record gives the same text, in whatever order it arrived and on whatever day it is read', () => {
		holds(
			fc.property(records, fc.nat(), (operations, luck) => {
				const again = [...operations].sort((a, b) => ((a.lamport * 31 + luck) % 7) - ((b.lamport * 31 + luck) % 7));
				const text = JSON.stringify(summaryOfRecord(operations));
				expect(JSON.stringify(summaryOfRecord([...again, ...operations]))).toBe(text);
				const fold = foldRecord(again);
				const profile = readProfile(fold);
				const later = summaryOf({ fold, today: '2027-05-05', ...(profile && { profile }) });
				expect(JSON.stringify(later)).toBe(text);
			}),
		);
	});
});
