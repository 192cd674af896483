import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { staffItems } from '../../scripts/demo/tellingFigures.ts';
import { fictionalBackup } from '../../scripts/fictional.ts';
import { PlanEdition } from '../../src/domain/plan/edition.ts';
import { allSchoolActions } from '../../src/domain/plan/find.ts';
import { isBreak } from '../../src/domain/plan/schoolWeeks.ts';
import { foldRecord } from '../../src/domain/record/fold.ts';
import { readObservations } from '../../src/domain/record/indicators.ts';
import type { Operation } from '../../src/domain/record/operation.ts';
import { readAction } from '../../src/domain/record/readAction.ts';
import { readProfile } from '../../src/domain/record/readSchool.ts';
import { readAllComments } from '../../src/domain/record/review/comments.ts';
import { missingFor } from '../../src/domain/record/review/missing.ts';
import { readReview } from '../../src/domain/record/review/readReview.ts';
import { readBackup } from '../../src/files/backup.ts';
import { posts } from '../../src/ui/words.ts';

const read = (path: string) => readFileSync(new URL(`../../seeds/${path}`, import.meta.url), 'utf8');
const edition = PlanEdition.parse(JSON.parse(read('sendai-2025.json')));
const text = read('fictional/aoba-model-2026.json');
const backup = await readBackup(text, (bytes) => crypto.subtle.digest('SHA-256', bytes));
if (!backup.ok) throw new Error(backup.refusal.sentence);
const { logs, schoolName } = backup.value;
const operations = logs.flatMap((log) => log.operations);
const today = '2026-11-20';

/** 祝日 on which this school did nothing; the plan's calendar does not know them. */
const holidays = [
	'2026-05-04',
	'2026-05-05',
	'2026-05-06',
	'2026-09-21',
	'2026-09-22',
	'2026-09-23',
	'2026-10-12',
	'2026-11-03',
];

const values = (field: string) =>
	operations.filter((operation) => operation.field === field).map(({ value }) => String(value));

function statesOf(year: number, taken: readonly Operation[]) {
	const fold = foldRecord(taken);
	const profile = readProfile(fold);
	if (!profile) throw new Error('the school has not said what it is');
	const context = { edition, fiscalYear: year, today, profile };
	return allSchoolActions(edition).map(({ action }) => readAction(fold, action, context));
}

describe('the fictional school', () => {
	it('is what its script writes today, to the byte', async () => {
		expect(await fictionalBackup()).toBe(text);
	});

	it('says that it does not exist', () => {
		expect(schoolName).toContain('架空');
		expect(values('name')).toEqual(logs.map(() => schoolName));
	});

	it('speaks of posts and classes, never of persons', () => {
		expect(values('owner').filter((owner) => !posts.includes(owner))).toEqual([]);
		expect(new Set(operations.map(({ by }) => by.label))).toEqual(new Set(['ICT担当', '校内のiPad', '校長室のiPad']));
		expect([...values('place'), ...values('memo')].filter((words) => /さん|くん|先生/.test(words))).toEqual([]);
	});

	it('only speaks of what its plan has', () => {
		const known = new Set(allSchoolActions(edition).map(({ action }) => `action/${action.id}`));
		const named = operations.map(({ entity }) => entity).filter((entity) => entity.startsWith('action/'));
		expect(named.filter((entity) => !known.has(entity))).toEqual([]);
	});

	it('keeps to days on which a school is open, and lessons to those on which there are lessons', () => {
		const days = logs.flatMap(({ operations: taken }) =>
			taken
				.filter(({ field }) => field === 'date')
				.map(({ entity, value }) => ({
					date: String(value),
					place: String(taken.find((other) => other.entity === entity && other.field === 'place')?.value),
				})),
		);
		const weekday = (date: string) => new Date(date).getUTCDay();
		expect(days.length).toBeGreaterThan(30);
		expect(
			days.filter(({ date }) => [0, 6].includes(weekday(date)) || holidays.includes(date) || date > today),
		).toEqual([]);
		expect(days.filter(({ date, place }) => /組/.test(place) && isBreak(edition.schoolCalendar, date))).toEqual([]);
	});

	it('is in the middle of its year: some done, some begun, some not, one disagreement to settle', () => {
		const states = statesOf(2026, logs.find(({ fiscalYear }) => fiscalYear === 2026)?.operations ?? []);
		const count = (status: string) => states.filter((state) => state.status === status).length;
		expect({
			achieved: count('achieved'),
			inProgress: count('inProgress'),
			notStarted: count('notStarted'),
			notApplicable: count('notApplicable'),
		}).toEqual({ achieved: 11, inProgress: 6, notStarted: 9, notApplicable: 6 });
		expect(states.filter(({ conflicts }) => conflicts.length > 0)).toHaveLength(1);
	});

	it('has handed 中間 in a second time, with one □ sent back since: its principal has something to look at', () => {
		const taken = logs.find(({ fiscalYear }) => fiscalYear === 2026)?.operations ?? [];
		const fold = foldRecord(taken);
		const review = readReview(fold, 'midyear');
		expect(review.steps.map(({ event }) => event)).toEqual(['submit', 'return', 'submit']);
		expect(review.steps.length).toBe(fold.history('review/midyear').length);
		const comments = readAllComments(fold);
		expect(comments.filter(({ open }) => open).map(({ action }) => action)).toEqual(['sendai-2025-1-1-2-1']);
		expect(comments.filter(({ settled }) => settled)).toHaveLength(1);
		for (const { id } of review.steps.filter(({ event }) => event === 'submit')) {
			const lamport = fold.find(id)[0]?.lamport ?? 0;
			const then = statesOf(
				2026,
				taken.filter((each) => each.lamport < lamport),
			);
			expect(missingFor('midyear', then).filter(({ blocks }) => blocks)).toEqual([]);
		}
	});

	it('is a trial’s: nothing in it is signed', () => {
		expect(operations.filter((operation) => 'signature' in operation)).toEqual([]);
	});

	it('says in both years how often devices are used, once 未測定, and what its teachers can do', () => {
		for (const { fiscalYear, operations: taken } of logs) {
			const fold = foldRecord(taken);
			const observed = edition.indicators.map(({ id }) => readObservations(fold, id));
			expect(observed.every((each) => each.length > 0)).toBe(true);
			expect(observed.flat().some(({ frequency }) => frequency === 'unmeasured')).toBe(true);
			const sums = staffItems.map((item) => {
				const [head] = fold.heads(`staff/${item}`, 'counts');
				return (Array.isArray(head?.value) ? (head.value as number[]) : []).reduce((sum, each) => sum + each, 0);
			});
			expect(new Set(sums), String(fiscalYear)).toEqual(new Set([fiscalYear === 2025 ? 22 : 23]));
		}
	});
});
