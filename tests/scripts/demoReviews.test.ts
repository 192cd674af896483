import { webcrypto } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { demoKey } from '../../scripts/demo/keys.ts';
import { type Course, courseOf } from '../../scripts/demo/reviews.ts';
import { citySchools } from '../../scripts/demo/schools.ts';
import { schoolYears } from '../../scripts/demo/schoolYears.ts';
import { staffItems } from '../../scripts/demo/tellingFigures.ts';
import { demoEditions } from '../../scripts/demoCity.ts';
import { KeyId, PublicKey } from '../../src/domain/exchange/enrolment.ts';
import { allSchoolActions } from '../../src/domain/plan/find.ts';
import { foldRecord, type RecordFold } from '../../src/domain/record/fold.ts';
import { readObservations } from '../../src/domain/record/indicators.ts';
import type { Operation } from '../../src/domain/record/operation.ts';
import { readAction } from '../../src/domain/record/readAction.ts';
import type { AnyAction } from '../../src/domain/record/reading.ts';
import { readOwnActions, readProfile } from '../../src/domain/record/readSchool.ts';
import { readAllComments } from '../../src/domain/record/review/comments.ts';
import { missingFor } from '../../src/domain/record/review/missing.ts';
import { readReview } from '../../src/domain/record/review/readReview.ts';
import { phases, type ReviewState } from '../../src/domain/record/review/states.ts';
import { sharedCaseIn } from '../../src/domain/record/sharedCase.ts';
import { source } from './demoSample.ts';

const edition = demoEditions.find(({ fiscalYear }) => fiscalYear === 2025);
if (!edition) throw new Error('no edition');

/** Every sixth course and every habit comes up among these. */
const schools = citySchools.slice(0, 24);
const logs = schools.flatMap((school, place) =>
	schoolYears(source, school).map(({ fiscalYear, operations }) => ({
		...{ school, place, fiscalYear, operations },
		fold: foldRecord(operations),
	})),
);
const ofYear = (year: number) => logs.filter(({ fiscalYear }) => fiscalYear === year);

/** The record as it was just before an operation. */
const before = (operations: readonly Operation[], fold: RecordFold, id: string): RecordFold => {
	const lamport = fold.find(id)[0]?.lamport ?? 0;
	return foldRecord(operations.filter((each) => each.lamport < lamport));
};

describe('the reviews of the city', () => {
	test('are steps that hold, every one of them', () => {
		for (const { fold, school } of logs) {
			for (const phase of phases) {
				const review = readReview(fold, phase);
				expect(review.steps.length, school.name).toBe(fold.history(`review/${phase}`).length);
				expect(review.others).toEqual([]);
			}
		}
	});

	test('stand everywhere on their way this year, and are through last year', () => {
		const statesOf = (year: number, phase: 'midyear' | 'final') =>
			new Set(ofYear(year).map(({ fold }) => readReview(fold, phase).state));
		const onTheWay: ReviewState[] = ['draft', 'returned', 'submitted', 'approved', 'accepted'];
		expect(statesOf(2026, 'midyear')).toEqual(new Set(onTheWay));
		expect(statesOf(2026, 'final')).toEqual(new Set(['draft']));
		expect(statesOf(2025, 'midyear')).toEqual(new Set(['accepted']));
		expect(statesOf(2025, 'final')).toEqual(new Set(['approved', 'accepted']));
	});

	test('show what a board undoes, what a principal sends back, and what is mended', () => {
		const events = logs.flatMap(({ fold }) => phases.flatMap((phase) => readReview(fold, phase).steps));
		for (const event of ['submit', 'return', 'approve', 'accept', 'reopen']) {
			expect(
				events.some((step) => step.event === event),
				event,
			).toBe(true);
		}
		const comments = logs.flatMap(({ fold }) => readAllComments(fold));
		expect(comments.filter(({ open }) => open).length).toBeGreaterThan(0);
		expect(comments.filter(({ settled }) => settled).length).toBeGreaterThan(5);
		expect(comments.filter(({ returns }) => !returns).length).toBeGreaterThan(5);
	});

	test('were handed in whole: nothing was missing on the day', () => {
		for (const { fold, operations, fiscalYear, school } of logs) {
			for (const phase of phases) {
				for (const step of readReview(fold, phase).steps.filter(({ event }) => event === 'submit')) {
					const then = before(operations, fold, step.id);
					const profile = readProfile(then);
					if (!profile) throw new Error('no profile');
					const context = { edition, fiscalYear, today: step.at.slice(0, 10), profile };
					const actions: AnyAction[] = [
						...allSchoolActions(edition).map(({ action }) => action),
						...readOwnActions(then).map(({ id, own }) => ({ id, own })),
					];
					const lacking = missingFor(
						phase,
						actions.map((action) => readAction(then, action, context)),
					);
					expect(
						lacking.filter(({ blocks }) => blocks),
						`${school.name} ${fiscalYear} ${phase}`,
					).toEqual([]);
				}
			}
		}
	});

	test('take every course in turn', () => {
		const courses = new Set(schools.map((_, place) => courseOf('midyear', place, false)));
		const all: Course[] = ['accepted', 'mended', 'waiting', 'returned', 'submitted', 'reopened'];
		expect(courses).toEqual(new Set(all));
	});
});

describe('the figures of the city', () => {
	test('tell of every scene, some of them 未測定, and never of more classes than there are', () => {
		const observed = logs.flatMap(({ fold }) => edition.indicators.flatMap(({ id }) => readObservations(fold, id)));
		expect(observed.length).toBeGreaterThan(200);
		const unmeasured = observed.filter(({ frequency }) => frequency === 'unmeasured');
		expect(unmeasured.length).toBeGreaterThan(5);
		expect(unmeasured.length).toBeLessThan(observed.length / 4);
		for (const { classes, frequency, date, source: from } of observed) {
			expect(frequency).not.toBeNull();
			expect(date).toMatch(/^202[567]-\d\d-\d\d$/);
			if (frequency === 'unmeasured') expect([classes, from]).toEqual([null, null]);
		}
		expect(new Set(observed.map(({ frequency }) => frequency)).size).toBe(6);
	});

	test('of the teachers add up to the same number for each item, and stay within the school', () => {
		const surveys = logs.filter(({ fold }) => fold.heads('staff/survey', 'date').length > 0);
		expect(surveys.length).toBeGreaterThan(20);
		for (const { fold, school } of surveys) {
			const sums = staffItems.map((item) => {
				const counts = fold.heads(`staff/${item}`, 'counts')[0]?.value as readonly number[];
				expect(counts).toHaveLength(4);
				expect(Math.min(...counts), `${school.name} ${item}`).toBeGreaterThanOrEqual(0);
				return counts.reduce((sum, each) => sum + each, 0);
			});
			expect(new Set(sums).size).toBe(1);
		}
	});

	test('a few cases are shared, each of an 実施記録 that stands', () => {
		const shared = logs.flatMap(({ operations, fold }) =>
			operations.filter(({ field }) => field === 'shared').map(({ entity, value }) => ({ entity, value, fold })),
		);
		expect(shared.length).toBeGreaterThan(2);
		for (const { entity, value, fold } of shared) {
			expect(sharedCaseIn(value)).toBeDefined();
			expect(fold.heads(entity, 'date')).toHaveLength(1);
		}
	});
});

describe('the keys of the city', () => {
	test('sign as any browser verifies, the same every time, and nothing else', async () => {
		const key = demoKey('校長室のiPad');
		expect(PublicKey.safeParse(key.publicKey).success && KeyId.safeParse(key.keyId).success).toBe(true);
		const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
		const imported = await webcrypto.subtle.importKey('jwk', key.publicKey, algorithm, false, ['verify']);
		for (let n = 0; n < 200; n += 1) {
			const text = `記録 ${n}`;
			const bytes = (said: string) => new TextEncoder().encode(said);
			const signature = Buffer.from(key.sign(text), 'base64url');
			expect(signature).toHaveLength(64);
			expect(await webcrypto.subtle.verify(algorithm, imported, signature, bytes(text)), text).toBe(true);
			expect(await webcrypto.subtle.verify(algorithm, imported, signature, bytes(`${text}。`))).toBe(false);
			expect(key.sign(text)).toBe(signature.toString('base64url'));
		}
		expect(demoKey('別の端末').keyId).not.toBe(key.keyId);
	});
});
