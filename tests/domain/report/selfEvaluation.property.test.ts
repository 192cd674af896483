import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allMeasures, allSchoolActions } from '../../../src/domain/plan/find.ts';
import { foldRecord, type RecordFold } from '../../../src/domain/record/fold.ts';
import type { Json, Operation } from '../../../src/domain/record/operation.ts';
import { progressOf } from '../../../src/domain/record/progress.ts';
import { readProfile } from '../../../src/domain/record/readSchool.ts';
import type { ReportRequest, SelfEvaluation } from '../../../src/domain/report/model.ts';
import { plan2024, plan2025 } from '../record/editions.ts';
import { reportOf, rowsOf } from './report.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`selfEvaluation.property.test.ts: SEED=${seed}`);
const holds = <Args extends unknown[]>(property: fc.IProperty<Args>) =>
	fc.assert(property, { seed, numRuns: 80, verbose: fc.VerbosityLevel.Verbose });

const actions = allSchoolActions(plan2025).map(({ action }) => action.id);
const older = allSchoolActions(plan2024).map(({ action }) => action.id);
const measures = [...allMeasures(plan2025).map(({ id }) => id), '9-9-9'];
const scenes = plan2025.indicators.map(({ id }) => id);

/** What is only for inside carries this mark; what may be published does not. */
const secret = fc.nat(9_999).map((n) => `ひみつ${n}`);
const open = fc.oneof(
	fc.nat(99).map((n) => `公表してよい文${n}\r\n2行目`),
	fc.constantFrom('', ' ', '〜－①㈱髙﨑🏫', '長い文。'.repeat(500), '\u0000\uD800', '<b>|,"\t'),
);
const day = fc.constantFrom('2025-04-01', '2025-09-30', '2026-02-01', '2026-03-31', '', 'きのう');
const one = (...values: Json[]): fc.Arbitrary<Json> => fc.constantFrom<Json>(...values, null, 7, { no: 'value' });
const rating = one('excellent', 'good', 'insufficient');

/** Every field of every kind of thing, with what may stand in it; words that are not to be published are marked. */
const kinds: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<Json>>>>> = {
	action: {
		status: one('notStarted', 'inProgress', 'achieved', 'notApplicable'),
		...{ reason: secret, owner: secret, result: open, issue: open, improvement: open, nextYear: open },
		...{ ratingMidyear: rating, ratingFinal: rating },
		deadline: one('summer', 'yearEnd', 'fiscalYearEnd'),
		continuation: one('new', 'continued', 'expanded'),
	},
	occurrence: { action: fc.constantFrom(...actions, ...older, 'x1'), date: day, place: secret, memo: secret },
	evidence: {
		action: fc.constantFrom(...actions, 'x2'),
		title: secret,
		url: secret.map((n) => `https://a.example/${n}`),
	},
	comment: { action: fc.constantFrom(...actions), phase: one('midyear', 'final'), text: secret, returns: one(true) },
	indicator: {
		date: fc.constantFrom('2025-10-01', '2026-02-01'),
		...{ frequency: one('weekly', 'unmeasured', 'almostDaily'), source: one('survey', 'deviceLog') },
		...{ classes: one({ count: 3, of: 12 }), memo: secret, place: secret },
	},
	target: { frequency: one('weekly'), rate: one(50, 900), words: open },
	staff: { counts: one([1, 2, 3, 4], [0, 0, 0, 0], [1]), date: day },
	evaluation: { focus: open, improvement: open, stakeholders: open },
	year: { closed: one(true, false), handoverNotes: secret },
	school: {
		name: open,
		schoolType: one('elementary', 'lowerSecondary', 'upperSecondary', 'secondary', 'specialNeeds'),
		units: one(['hospitalClass'], ['informatics', 'specialNeedsClass']),
	},
	review: {
		state: fc
			.record({ state: fc.constantFrom('submitted', 'approved', 'returned', 'accepted'), reason: secret })
			.map((value): Json => value),
	},
};
const own = { ...kinds.action, measure: fc.constantFrom<Json>(...measures), text: open };

const idsOf: Readonly<Record<string, fc.Arbitrary<string>>> = {
	action: fc.constantFrom(...actions, ...older),
	own: fc.constantFrom('x1', 'x2', 'x3'),
	indicator: fc.tuple(fc.constantFrom(...scenes), fc.nat(3)).map(([scene, n]) => `${scene}/${n}`),
	target: fc.constantFrom(...scenes),
	staff: fc.constantFrom('a1', 'b2', 'c3', 'd4', 'survey'),
	evaluation: fc.constantFrom('midyear', 'final'),
	review: fc.constantFrom('midyear', 'final'),
};

const thing = fc.constantFrom(...Object.keys(kinds), 'action', 'action', 'own').chain((kind) => {
	const fields = kind === 'own' ? own : (kinds[kind] ?? {});
	const alone = kind === 'year' || kind === 'school';
	const id = idsOf[kind] ?? fc.nat(40).map((n) => `t${n}`);
	return fc.record({
		entity: alone ? fc.constant(kind) : id.map((each) => `${kind}/${each}`),
		values: fc.record(fields, { requiredKeys: kind === 'own' ? ['measure'] : [] }),
		device: fc.nat(3),
		lamport: fc.integer({ min: 1, max: 60 }),
		role: fc.constantFrom('ictLead', 'principal', 'teacher', 'board'),
		deleted: fc.nat(9).map((n) => n === 0),
	});
});

const records: fc.Arbitrary<Operation[]> = fc.array(thing, { maxLength: 80, size: 'max' }).map((things) => {
	let count = 0;
	return things.flatMap(({ entity, values, device, lamport, role, deleted }) =>
		Object.entries({ ...values, ...(deleted && { deleted: true }) }).map(([field, value]): Operation => {
			count += 1;
			return {
				...{ version: 1, id: `${String(device).padStart(32, 'f')}.${count}`, lamport, entity, field, replaces: [] },
				at: '2025-10-01T01:00:00.000Z',
				by: { role: role as Operation['by']['role'], label: 'ひみつの端末' },
				value: value as Json,
			};
		}),
	);
});

const requests: readonly ReportRequest[] = (['midyear', 'final'] as const).flatMap((phase) =>
	(['board', 'public'] as const).flatMap((audience) => [false, true].map((short) => ({ phase, audience, short }))),
);

const reportFrom = (fold: RecordFold, request: ReportRequest, before?: RecordFold): SelfEvaluation => {
	const profile = readProfile(fold);
	const lastYear = before && { before: { edition: plan2024, fiscalYear: 2024, fold: before } };
	return reportOf({ fold, ...(profile && { profile }), ...lastYear }, request);
};

const planRows = (report: SelfEvaluation) => report.groups.flatMap(({ rows }) => rows);

describe('whatever a record holds', () => {
	let richest = 0;

	test('every □ of the edition stands exactly once, and the counts agree', () => {
		holds(
			fc.property(records, records, (operations, earlier) => {
				for (const request of requests.filter(({ short }) => !short)) {
					const report = reportFrom(foldRecord(operations), request, foldRecord(earlier));
					const rows = planRows(report);
					expect(rows.map(({ action }) => action)).toEqual(actions);
					const { achieved, applicable, notApplicable } = progressOf(rows.map(({ status }) => status));
					expect(report.head.tally).toBe(
						`${applicable}のうち ${achieved} 達成（計画の□ ${actions.length}、該当なし ${notApplicable}）`,
					);
					for (const { rows: inGroup, tally } of report.groups) {
						const of = progressOf(inGroup.map(({ status }) => status));
						if (of.applicable > 0) expect(tally).toBe(`${of.applicable}のうち ${of.achieved} 達成`);
					}
					richest = Math.max(richest, rows.filter(({ rating: given }) => given !== null).length);
				}
			}),
		);
		expect(richest, 'rows that are rated').toBeGreaterThan(4);
	});

	test('nothing that is only for inside stands in the public version, not even in what it does not show', () => {
		let told = 0;
		holds(
			fc.property(records, records, (operations, earlier) => {
				for (const request of requests) {
					const text = JSON.stringify(reportFrom(foldRecord(operations), request, foldRecord(earlier)));
					if (request.audience === 'public') expect(text).not.toContain('ひみつ');
					else if (text.includes('ひみつ')) told += 1;
				}
			}),
		);
		expect(told, 'reports for the board that carry what the public must not read').toBeGreaterThan(50);
	});

	test('the short report is a part of the whole, cell for cell', () => {
		holds(
			fc.property(records, records, (operations, earlier) => {
				const [fold, before] = [foldRecord(operations), foldRecord(earlier)];
				for (const request of requests.filter(({ short }) => short)) {
					const whole = new Map(
						rowsOf(reportFrom(fold, { ...request, short: false }, before)).map((row) => [row.entity, row]),
					);
					for (const row of rowsOf(reportFrom(fold, request, before))) {
						expect(row).toEqual(whole.get(row.entity));
						const { rating: given, lastRating, entries } = row;
						const changed = given !== null && lastRating !== null && given !== lastRating;
						expect(given === 'insufficient' || changed || entries.continuation === 'expanded').toBe(true);
					}
				}
			}),
		);
	});

	test('the same record gives the same report, in whatever order it arrived', () => {
		holds(
			fc.property(records, fc.nat(), (operations, luck) => {
				const again = [...operations].sort((a, b) => ((a.lamport * 31 + luck) % 7) - ((b.lamport * 31 + luck) % 7));
				for (const request of requests) {
					expect(reportFrom(foldRecord([...again, ...operations]), request)).toEqual(
						reportFrom(foldRecord(operations), request),
					);
				}
			}),
		);
	});

	test('every cell is a text that every format can hold', () => {
		holds(
			fc.property(records, (operations) => {
				const report = reportFrom(foldRecord(operations), { phase: 'final', audience: 'board', short: false });
				const cells = rowsOf(report).flatMap((row) => Object.values(row.cells));
				for (const text of [...cells, ...report.passages.map((each) => each.text), report.head.school]) {
					expect(typeof text).toBe('string');
					expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
					expect(text).toBe(text.trim());
				}
				expect(report.fileName).toMatch(/^R7_自己評価書_[^\\/:*?"<>|\p{Cc}]+_最終$/u);
			}),
		);
	});
});
