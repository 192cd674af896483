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
	...['deleted', 'state', 'summaryAgreed'],
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

/** Things that stand where a summary looks, with free text in every other field they have. */
const standing = fc
	.tuple(fc.constantFrom('own', 'occurrence', 'evidence', 'action'), fc.nat(400), fc.nat(99), marked)
	.map(([kind, n, place, typed]): Operation[] => {
		const action = actions[place % actions.length] ?? '';
		const pointers = { own: ['measure', measures[place % measures.length] ?? ''], occurrence: ['action', action] };
		const [pointer, target = ''] = { ...pointers, evidence: ['action', action], action: ['owner', typed] }[kind];
		const texts = ['result', 'issue', 'reason', 'text', 'title', 'url', 'place', 'memo', 'date', 'owner', 'deadline'];
		const fields = [
			...texts.filter((each) => each !== pointer),
			'status',
			'ratingMidyear',
			'ratingFinal',
			pointer ?? '',
		];
		return fields.map((each, index) => ({
			version: 1,
			id: `${'e'.repeat(32)}.${n * 20 + index + 1}`,
			lamport: 100 + n,
			at: '2025-10-01T01:00:00.000Z',
			by: { role: 'teacher', label: typed },
			entity: kind === 'action' ? `action/${action}` : `${kind}/${typed}${n}`,
			field: each,
			value: each === pointer ? target : typed,
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

describe('whatever a record holds', () => {
	test('nothing that anybody typed stands in the summary, and the summary keeps to its schema', {
		timeout: 60_000,
	}, () => {
		let richest = 0;
		holds(
			fc.property(records, (operations) => {
				const summary = summaryOfRecord(operations);
				expect(JSON.stringify(summary)).not.toMatch(isMarked);
				expect(SummarySchema.safeParse(summary)).toMatchObject({ success: true });
				const { progress, actions: lines, own } = summary;
				expect(progress.total).toBe(lines.length);
				richest = Math.max(richest, lines.filter(({ basis }) => basis !== 'nothing').length + own.length);
			}),
		);
		expect(richest, 'records of which something shows').toBeGreaterThan(12);
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
