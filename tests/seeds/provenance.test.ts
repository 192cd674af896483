import { describe, expect, it } from 'vitest';
import type { PlanEdition } from '../../src/domain/plan/edition.ts';
import { allMeasures, allSchoolActions } from '../../src/domain/plan/find.ts';
import { editionIds, loadEdition, loadLog, loadSource, seedText } from './editions.ts';
import { fold } from './printedPage.ts';
import { traceToSource } from './provenance.ts';

const NOTHING = { missing: [], leftover: [] };

const trace = (edition: PlanEdition) => traceToSource(edition, loadSource(edition.id), loadLog(edition.id));

/** Traces an edition after somebody made a mistake in it. */
const traceWith = (id: string, mistake: (edition: PlanEdition) => void) => {
	const edition = loadEdition(id);
	mistake(edition);
	return trace(edition);
};

const measureOf = (edition: PlanEdition, id: string) => {
	const measure = allMeasures(edition).find((each) => each.id === id);
	if (!measure) throw new Error(`no measure ${id}`);
	return measure;
};

describe.each(editionIds)('the transcription of %s', (id) => {
	it('says everything that the page says, and nothing else', () => {
		expect(trace(loadEdition(id))).toEqual(NOTHING);
	});

	it('has no words that the page does not have, but for those that are marked as ours', () => {
		const source = fold(loadSource(id));
		expect(printedStrings(loadEdition(id)).filter((text) => !source.includes(fold(text)))).toEqual([]);
	});

	it.each(['schoolActions', 'boardActions', 'goals'] as const)('fails when any one of the %s is left out', (list) => {
		const measures = allMeasures(loadEdition(id));
		const unnoticed = measures.flatMap((measure) =>
			measure[list].flatMap((_, index) => {
				const { leftover } = traceWith(id, (edition) => measureOf(edition, measure.id)[list].splice(index, 1));
				return leftover.length > 0 ? [] : [`${measure.id} ${list} ${index + 1}`];
			}),
		);
		expect(unnoticed).toEqual([]);
	});

	it('fails when one word of any □ is altered', () => {
		const unnoticed = allSchoolActions(loadEdition(id)).flatMap(({ action, measure }, at) => {
			const { missing, leftover } = traceWith(id, (edition) => {
				const target = measureOf(edition, measure.id).schoolActions.find((each) => each.id === action.id);
				if (!target) throw new Error(`no action ${action.id}`);
				const middle = Math.floor(target.text.length / 2);
				target.text = `${target.text.slice(0, middle)}々${target.text.slice(middle + 1)}`;
				delete target.sourceText;
			});
			return missing.length > 0 && leftover.length > 0 ? [] : [`${at}: ${action.id}`];
		});
		expect(unnoticed).toEqual([]);
	});

	it('fails when a whole measure is left out', () => {
		const { leftover } = traceWith(id, (edition) => edition.policies[3]?.areas[1]?.measures.pop());
		expect(leftover.join('')).toContain('市民の理解と関心を高める取組');
	});
});

describe('what the board reported of 令和5年度', () => {
	const wrongly: [string, (edition: PlanEdition) => void][] = [
		['a rating is another', (edition) => setProgress(edition, { rating: 'excellent' })],
		['a rating is left out', (edition) => setProgress(edition, { rating: undefined })],
		['a deadline is another', (edition) => setProgress(edition, { deadline: 'summer' })],
		['継続 becomes 新規', (edition) => setProgress(edition, { continuation: 'new' })],
		['実績 and 実績・課題 change places', (edition) => setProgress(edition, swapped(edition))],
		['実績・課題 is left out', (edition) => setProgress(edition, { resultAndIssue: undefined })],
		[
			'the plan for 令和6年度 is no longer 拡充',
			(edition) => {
				const [action] = measureOf(edition, '1-1-1').boardActions;
				if (action) action.continuation = 'continued';
			},
		],
		[
			'the － beside 1-(2)-⑤ B are not counted',
			(edition) => {
				measureOf(edition, '1-2-5').sourceText = '- - - - - -';
			},
		],
		[
			'a correction forgets its source',
			(edition) => {
				delete measureOf(edition, '2-1-1').schoolActions[0]?.sourceText;
			},
		],
		[
			'a □ stands beside the wrong goal',
			(edition) => {
				const [action] = measureOf(edition, '1-1-3').schoolActions;
				if (action) action.goals = ['A'];
			},
		],
	];

	it.each(wrongly)('fails when %s', (_, mistake) => {
		expect(traceWith('sendai-2024', mistake)).not.toEqual(NOTHING);
	});

	const swapped = (edition: PlanEdition) => {
		const progress = measureOf(edition, '1-1-1').goals[0]?.progress;
		return { achievement: progress?.resultAndIssue, resultAndIssue: progress?.achievement };
	};

	const setProgress = (edition: PlanEdition, change: Record<string, unknown>) => {
		const [goal] = measureOf(edition, '1-1-1').goals;
		if (!goal?.progress) throw new Error('1-(1)-① A has no progress');
		Object.assign(goal.progress, change);
		for (const [key, value] of Object.entries(change))
			if (value === undefined) Reflect.deleteProperty(goal.progress, key);
	};
});

describe('what a device counts: the indicators of 令和7年度', () => {
	it.each([
		['a target is off by one', (edition: PlanEdition) => setTarget(edition, 94)],
		['a scene is left out', (edition: PlanEdition) => void edition.indicators.pop()],
		['the note on 高等学校 is left out', (edition: PlanEdition) => void edition.indicatorNotes.pop()],
		['a motto is left out', (edition: PlanEdition) => void edition.mottoes.pop()],
	])('fails when %s', (_, mistake) => {
		expect(traceWith('sendai-2025', mistake)).not.toEqual(NOTHING);
	});

	const setTarget = (edition: PlanEdition, rate: number) => {
		const target = edition.indicators[0]?.targets[0]?.target;
		if (target) target.rate = rate;
	};
});

describe('the log of corrections', () => {
	it.each(editionIds)('of %s and the edition itself tell of the same corrections', (id) => {
		const logged = loadLog(id).corrections.map(({ item, field, printed, reads }) => ({ item, field, printed, reads }));
		expect(logged.sort(byItem)).toEqual(correctionsIn(loadEdition(id)).sort(byItem));
	});

	it.each(editionIds)('of %s stands in seeds/README.md for people to read', (id) => {
		const readme = seedText('README.md');
		const { corrections, reprints } = loadLog(id);
		const told = [...corrections.flatMap(({ printed, reads, reason }) => [printed, reads, reason])];
		const words = [...told, ...reprints.map(({ reason }) => reason)];
		expect(words.filter((text) => !readme.includes(text))).toEqual([]);
	});
});

interface Correction {
	readonly item: string;
	readonly field: string;
	readonly printed: string;
	readonly reads: string;
}

const byItem = (a: Correction, b: Correction) => a.item.localeCompare(b.item);

const correctionsIn = (edition: PlanEdition): Correction[] => {
	const areas = edition.policies.flatMap((policy) => policy.areas);
	const measures = allMeasures(edition);
	const labels = [...areas, ...measures].flatMap(({ id, label, sourceLabel }) =>
		sourceLabel ? [{ item: id, field: 'label', printed: sourceLabel, reads: label }] : [],
	);
	const texts = measures
		.flatMap((measure) => [...measure.boardActions, ...measure.schoolActions])
		.flatMap(({ id, text, sourceText }) =>
			sourceText ? [{ item: id, field: 'text', printed: sourceText, reads: text }] : [],
		);
	return [...labels, ...texts];
};

/** Codes, ids and what Masume adds: everything else must come from the page. */
const NOT_PRINTED = new Set([
	'format',
	'id',
	'shortTitle',
	'source',
	'ratingScale',
	'schoolCalendar',
	'descendsFrom',
	'schoolTypes',
	'units',
	'actor',
	'schoolType',
	'continuation',
	'deadline',
	'rating',
	'per',
	'alsoBeside',
	'tool',
]);

const printedStrings = (value: unknown): string[] => {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	const corrected = Object.keys(value).filter(
		(key) => key in { text: 1, label: 1 } && `source${capital(key)}` in value,
	);
	return Object.entries(value)
		.filter(([key]) => !NOT_PRINTED.has(key) && !corrected.includes(key))
		.flatMap(([, each]) => printedStrings(each));
};

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
