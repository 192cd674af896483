import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allSchoolActions } from '../../../src/domain/plan/find.ts';
import {
	addEvidence,
	addOccurrence,
	addOwnAction,
	deleteEntity,
	markNotApplicable,
	setField,
} from '../../../src/domain/record/edits.ts';
import { foldRecord } from '../../../src/domain/record/fold.ts';
import type { Edit, Json } from '../../../src/domain/record/operation.ts';
import { readAction } from '../../../src/domain/record/readAction.ts';
import { nameContent } from '../../../src/domain/record/review/content.ts';
import { readReview, reviewEdit } from '../../../src/domain/record/review/readReview.ts';
import type { ReviewState } from '../../../src/domain/record/review/states.ts';
import { SummarySchema } from '../../../src/domain/summary/schema.ts';
import { readBackup } from '../../../src/files/backup.ts';
import { type Device, meet, operation } from '../record/devices.ts';
import { action, device, edition, entity, lineOf, summaryOf } from './school.ts';

describe('a school that has recorded nothing', () => {
	const summary = summaryOf();

	test('tells every □ of the edition once, in its order', () => {
		const ids = allSchoolActions(edition).map(({ action: { id } }) => id);
		expect(summary.actions.map((each) => each.action)).toEqual(ids);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBeGreaterThan(25);
	});

	test('a □ whose printed cell runs on beside other 項目 counts once', () => {
		const [spread] = allSchoolActions(edition).filter((each) => each.action.alsoBeside);
		expect(spread).toBeDefined();
		expect(summary.actions.filter((each) => each.action === spread?.action.id)).toHaveLength(1);
	});

	test('says 未着手 by nobody, and 該当なし by its profile', () => {
		expect(lineOf(summary, '1-1-1-1')).toEqual({
			action: action('1-1-1-1'),
			status: 'notStarted',
			basis: 'nothing',
			midyear: null,
			final: null,
			occurrences: 0,
			evidence: 0,
			conflicting: false,
		});
		const ruledOut = summary.actions.filter(({ basis }) => basis === 'profile');
		expect(ruledOut.length).toBeGreaterThan(0);
		for (const line of ruledOut) expect(line.status).toBe('notApplicable');
	});

	test('counts add up, and are made of no operation', () => {
		const { progress, operations, versionVector, own } = summary;
		expect(progress).toMatchObject({ achieved: 0, inProgress: 0, total: summary.actions.length });
		expect(progress.applicable + progress.notApplicable).toBe(progress.total);
		expect({ operations, versionVector, own }).toEqual({ operations: 0, versionVector: {}, own: [] });
	});
});

describe('a school at work', () => {
	test('what was ticked, done, rated and linked stands in numbers and words of closed lists', () => {
		const lead = device(1);
		lead.does(setField(lead.fold, entity('1-1-1-1'), 'status', 'achieved'));
		lead.does(setField(lead.fold, entity('1-1-1-1'), 'ratingMidyear', 'excellent'));
		lead.does(setField(lead.fold, entity('1-1-1-1'), 'result', '全学年で見直した。'));
		lead.does(addOccurrence('o1', { action: action('1-1-1-2'), date: '2025-09-30', place: '5年2組' }));
		lead.does(addOccurrence('o2', { action: action('1-1-1-2'), date: '2025-09-29', memo: '地図' }));
		lead.does(deleteEntity(lead.fold, 'occurrence/o2'));
		lead.does(addEvidence('e1', { action: action('1-1-1-2'), title: '計画', url: 'https://aoba-model.example/' }));
		lead.does(markNotApplicable({ entity: entity('2-1-2-1') }, lead.fold, '受入れがない'));
		const summary = summaryOf({ fold: lead.fold });

		expect(lineOf(summary, '1-1-1-1')).toMatchObject({ status: 'achieved', basis: 'person', midyear: 'excellent' });
		expect(lineOf(summary, '1-1-1-2')).toMatchObject({ basis: 'occurrences', occurrences: 1, evidence: 1 });
		expect(lineOf(summary, '2-1-2-1')).toMatchObject({ status: 'notApplicable', basis: 'person' });
		expect(summary.progress).toMatchObject({ achieved: 1, inProgress: 1 });
		expect(summary.operations).toBe(lead.fold.size);
		expect(summary.versionVector).toEqual({ [lead.name]: lead.fold.size });
	});

	test('two devices that disagree: the less finished word, flagged', () => {
		const [lead, principal] = [device(1), device(2)];
		lead.does(setField(lead.fold, entity('1-1-1-1'), 'ratingFinal', 'excellent'));
		principal.does(setField(principal.fold, entity('1-1-1-1'), 'ratingFinal', 'good'));
		const summary = summaryOf({ fold: meet(lead, principal) });
		expect(lineOf(summary, '1-1-1-1')).toMatchObject({ final: 'good', conflicting: true });
		expect(Object.keys(summary.versionVector)).toEqual([lead.name, principal.name]);
	});

	test('its own □ are counts per 項目 of the edition; deleted ones and those under unknown names are not told', () => {
		const lead = device(1);
		for (const [id, measure] of Object.entries({
			a: '1-1-2',
			b: '1-1-2',
			c: '1-1-1',
			gone: '1-1-1',
			odd: 'taro-yamada',
			lost: '9-9-9',
		})) {
			lead.does(addOwnAction(id, { measure, text: '図書委員会が紹介する。' }));
		}
		lead.does(setField(lead.fold, 'own/b', 'status', 'achieved'));
		lead.does(deleteEntity(lead.fold, 'own/gone'));
		const summary = summaryOf({ fold: lead.fold });
		expect(summary.own).toEqual([
			{ measure: '1-1-1', count: 1, achieved: 0 },
			{ measure: '1-1-2', count: 2, achieved: 1 },
		]);
		expect(summary.progress.achieved, "progress is of the plan's □").toBe(0);
	});

	test('what a newer app wrote counts as operations and changes nothing else', () => {
		const lead = device(1);
		const before = summaryOf({ fold: lead.fold });
		lead.hears([
			operation(`${lead.name}.1`, 5, 'achieved', { version: 2, entity: entity('1-1-1-1'), field: 'status' }),
		]);
		lead.hears([operation(`${lead.name}.2`, 6, { planned: 1 }, { entity: entity('1-1-1-1'), field: 'status' })]);
		const after = summaryOf({ fold: lead.fold });
		expect(after.operations).toBe(2);
		expect({ ...after, operations: 0, versionVector: {} }).toEqual(before);
	});

	test('the profile stands in one order, with what is known', () => {
		const units = ['informatics', 'specialNeedsClass', 'robotics', 'informatics'] as 'informatics'[];
		const { school } = summaryOf({ profile: { schoolType: 'secondary', units } });
		expect(school).toEqual({
			municipality: 'aoba-model',
			code: 'AOBA-E001',
			schoolType: 'secondary',
			units: ['specialNeedsClass', 'informatics'],
		});
	});
});

describe('the looks at the five 場面', () => {
	const [scene, other] = edition.indicators;
	const observe = (id: string, fields: Readonly<Record<string, Json>>): Edit[] =>
		Object.entries(fields).map(([field, value]) => ({
			entity: `indicator/${scene?.id}/${id}`,
			field,
			value,
			seen: [],
		}));

	test('stand by day, with what was seen and from where, and without place and memo', () => {
		const lead = device(1);
		lead.does(observe('b', { date: '2025-12-01', classes: { count: 7, of: 12 }, source: 'survey', memo: '6年は未' }));
		lead.does(observe('a', { date: '2025-07-01', frequency: 'unmeasured', place: '5年1組' }));
		lead.does(observe('undated', { frequency: 'weekly' }));
		lead.does(observe('many', { date: '2025-12-02', classes: { count: 1, of: 9_999_999 } }));
		lead.does(observe('gone', { date: '2025-12-03', frequency: 'weekly' }));
		lead.does(deleteEntity(lead.fold, `indicator/${scene?.id}/gone`));
		const { indicators = [] } = summaryOf({ fold: lead.fold });
		expect(indicators.map(({ indicator }) => indicator)).toEqual(edition.indicators.map(({ id }) => id));
		expect(indicators[0]?.observations).toEqual([
			{ date: '2025-07-01', frequency: 'unmeasured', classes: null, source: null },
			{ date: '2025-12-01', frequency: null, classes: { count: 7, of: 12 }, source: 'survey' },
			{ date: '2025-12-02', frequency: null, classes: null, source: null },
		]);
		expect(indicators.find(({ indicator }) => indicator === other?.id)?.observations).toEqual([]);
	});

	test('are told as far as there is room, the latest of them', () => {
		const lead = device(1);
		for (let n = 0; n < 130; n += 1) {
			const date = new Date(Date.UTC(2025, 3, 1 + n)).toISOString().slice(0, 10);
			lead.does(observe(`o${n}`, { date, frequency: 'weekly' }));
		}
		const summary = summaryOf({ fold: lead.fold });
		expect(summary.indicators?.[0]?.observations).toHaveLength(100);
		expect(summary.indicators?.[0]?.observations.at(-1)?.date).toBe('2025-08-08');
		expect(SummarySchema.safeParse(summary).success).toBe(true);
	});
});

describe('the review of a phase', () => {
	const step = (of: Device, state: ReviewState, reason = '') =>
		of.does(reviewEdit(readReview(of.fold, 'final'), { state, reason, content: nameContent(of.fold) }));
	const finalOf = ({ fold }: Device) => summaryOf({ fold }).review?.find(({ phase }) => phase === 'final');

	test('is told with its state, its time and what it covers, never with its reasons', () => {
		const lead = device(1, { role: 'ictLead', label: '職員室' });
		lead.does(setField(lead.fold, entity('1-1-1-1'), 'ratingFinal', 'good'));
		expect(finalOf(lead)).toEqual({
			...{ phase: 'final', state: 'draft', at: null, submitted: null, approved: null },
			changedAfterApproval: false,
		});
		step(lead, 'submitted');
		const principal = device(2, { role: 'principal', label: '校長室' });
		principal.hears(lead.fold.operations());
		step(principal, 'returned', '実績を足してください');
		expect(finalOf(principal)).toMatchObject({ state: 'returned', approved: null });
		expect(finalOf(principal)?.submitted).toMatch(/^[0-9a-f]{64}$/);
		expect(JSON.stringify(summaryOf({ fold: principal.fold }))).not.toContain('実績を足して');

		lead.hears(principal.fold.operations());
		lead.does(setField(lead.fold, entity('1-1-1-1'), 'result', '見直した。'));
		step(lead, 'submitted');
		principal.hears(lead.fold.operations());
		step(principal, 'approved');
		const approved = finalOf(principal);
		expect(approved).toMatchObject({ state: 'approved', changedAfterApproval: false });
		expect(approved?.approved).toBe(approved?.submitted);
		expect(approved?.at).toMatch(/^2\d{3}-/);
	});

	test('says that something was changed after the approval; passing a case on is a change that the principal hears of', () => {
		const lead = device(1, { role: 'ictLead', label: '' });
		lead.does(addOccurrence('o1', { action: action('1-1-1-2'), date: '2025-09-30' }));
		step(lead, 'submitted');
		const principal = device(2, { role: 'principal', label: '' });
		principal.hears(lead.fold.operations());
		step(principal, 'approved');
		expect(finalOf(principal)?.changedAfterApproval).toBe(false);
		principal.does(
			setField(principal.fold, 'occurrence/o1', 'shared', { title: '題', what: '文', grade: '', link: '' }),
		);
		expect(finalOf(principal)).toMatchObject({ state: 'approved', changedAfterApproval: true });
	});
});

describe('the fictional school of the seeds', async () => {
	const file = readFileSync(new URL('../../../seeds/fictional/aoba-model-2026.json', import.meta.url), 'utf8');
	const backup = await readBackup(file, (bytes) => crypto.subtle.digest('SHA-256', bytes));
	if (!backup.ok) throw new Error(backup.refusal.sentence);
	const fold = foldRecord(backup.value.logs.find(({ fiscalYear }) => fiscalYear === 2026)?.operations ?? []);
	const profile = { schoolType: 'elementary', units: ['specialNeedsClass'] } as const;
	const summary = summaryOf({ fold, profile, fiscalYear: 2026, today: '2026-11-20' });

	test('says of every □ what its own screen says', () => {
		const context = { edition, fiscalYear: 2026, today: '2026-11-20', profile: { name: '', ...profile } };
		for (const { action: each } of allSchoolActions(edition)) {
			const state = readAction(fold, each, context);
			const line = summary.actions.find((told) => told.action === each.id);
			expect(line).toMatchObject({ status: state.status, occurrences: state.occurrences.length });
		}
		expect(summary.progress.achieved).toBeGreaterThan(5);
		expect(summary.own).toEqual([{ measure: '1-1-2', count: 1, achieved: 0 }]);
	});

	test('keeps to the schema and stays small', () => {
		expect(SummarySchema.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
		const kept = JSON.stringify(SummarySchema.parse(summary));
		expect(kept, 'the endpoint keeps the very text that the school saw').toBe(JSON.stringify(summary));
		expect(JSON.stringify(summary).length).toBeLessThan(8_000);
	});
});
