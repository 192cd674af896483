import type { Goal, Indicator, Measure, PlanEdition } from '../../src/domain/plan/edition.ts';
import type { TranscriptionLog } from './editions.ts';
import { marksOf } from './marks.ts';
import { fold, PrintedPage, type Range } from './printedPage.ts';
import { type Rows, type Wanted, wantedHeadings, wantedOfActions, wantedOfGoal } from './wanted.ts';

/** What does not come out even between an edition and the page it was transcribed from. */
export interface Provenance {
	/** In the edition, and not where it should stand on the page. */
	readonly missing: readonly string[];
	/** On the page, and not in the edition. */
	readonly leftover: readonly string[];
}

/**
 * Strikes an edition out of its source, measure by measure and row by row, long texts before short ones, so that a
 * short text cannot take its letters from a long one. What is left of a row must be exactly the row's marks
 * (新規・継続・拡充, 達成時期, 評価, －) in their order.
 */
export const traceToSource = (edition: PlanEdition, source: string, log: TranscriptionLog): Provenance => {
	const page = new PrintedPage(source);
	const missing: string[] = [];
	const strike = (place: string, text: string, range?: Range) => {
		if (!page.strike(text, range)) missing.push(`${place}: ${text}`);
	};

	for (const head of log.heads) while (page.strike(head));
	strikeCover(page, edition);
	strikeHeadings(page, edition, strike);
	strikeIndicators(edition.indicators, strike);
	for (const note of edition.indicatorNotes) strike('indicator note', note);

	const measures = edition.policies.flatMap((policy) => policy.areas.flatMap((area) => area.measures));
	const starts = measures.map((measure) => startOf(page, measure, missing));
	for (const [index, measure] of measures.entries()) {
		const start = starts[index];
		if (start === undefined) continue;
		const end = starts.slice(index + 1).find((next) => next !== undefined) ?? page.whole[1];
		traceMeasure(page, measure, [start, end], log, missing);
	}
	return { missing, leftover: page.leftovers() };
};

/** Title page; an edition without one (2024) has the same words in its page heads. */
const strikeCover = (page: PrintedPage, edition: PlanEdition): void => {
	const cover = [edition.plan, edition.title, ...edition.mottoes].join('');
	page.strike(cover);
};

const strikeHeadings = (
	page: PrintedPage,
	edition: PlanEdition,
	strike: (place: string, text: string) => void,
): void => {
	for (const policy of edition.policies) {
		const head = `基本方針${policy.number}${policy.title}`;
		strike('policy', head);
		// The heading is repeated on every page of the policy.
		while (page.strike(head));
		for (const area of policy.areas) strike(`area ${area.id}`, `${area.sourceLabel ?? area.label}${area.title}`);
	}
};

const startOf = (page: PrintedPage, measure: Measure, missing: string[]): number | undefined => {
	const head = `${measure.sourceLabel ?? measure.label}${measure.title}${measure.summary}`;
	const found = page.strike(head);
	if (!found) missing.push(`${measure.id} head: ${head}`);
	return found?.[0];
};

const strikeIndicators = (indicators: readonly Indicator[], strike: (place: string, text: string) => void): void => {
	const reiwa = (fiscalYear: number) => `R${fiscalYear - 2018}`;
	const [first] = indicators;
	if (!first) return;
	const years = first.targets[0];
	if (!years) throw new Error('an indicator without targets');
	strike('indicators', '場面ごとの端末活用目標');
	strike(
		'indicators',
		`小学校・中学校${reiwa(years.current.fiscalYear)}現状${reiwa(years.target.fiscalYear)}市目標国KPI`,
	);
	for (const { id, label, text, targets, nationalKpi } of indicators) {
		const [elementary, lower] = targets;
		strike(id, `${label}${text}`);
		strike(
			id,
			`小${elementary?.current.rate}%${elementary?.target.rate}%${nationalKpi.rate}%(${reiwa(nationalKpi.fiscalYear)})` +
				`中${lower?.current.rate}%${lower?.target.rate}%`,
		);
	}
};

const traceMeasure = (
	page: PrintedPage,
	measure: Measure,
	range: Range,
	log: TranscriptionLog,
	missing: string[],
): void => {
	const rows = rowsOf(page, measure, range, missing);
	const wanted = [
		...rows.flatMap((row) => row.goals.flatMap((goal) => wantedOfGoal(measure, goal, row))),
		...wantedOfActions(measure, rows, log),
		...wantedHeadings(measure, range),
	];
	// Texts of one length keep the order of their columns, so that the same words in two cells are struck from left to right.
	wanted.sort((a, b) => lengthOf(b) - lengthOf(a));
	const struck: Struck[] = [];
	for (const each of wanted) {
		const hit = strikeOne(page, each);
		if (hit) struck.push(hit);
		else if (!isMerged(each, struck)) missing.push(`${each.place}: ${each.printed[0]}`);
	}
	missing.push(...outOfOrder(rows, struck));
	strikeMarks(page, measure, rows, missing);
};

interface Struck {
	readonly wanted: Wanted;
	readonly at: Range;
}

const strikeOne = (page: PrintedPage, wanted: Wanted): Struck | undefined => {
	for (const range of wanted.ranges) {
		for (const text of wanted.printed) {
			const at = page.strike(text, range);
			if (at) return { wanted, at };
		}
	}
	return undefined;
};

const isMerged = ({ mayBeMerged, printed, ranges }: Wanted, struck: readonly Struck[]): boolean =>
	mayBeMerged === true &&
	struck.some(({ wanted }) => wanted.printed[0] === printed[0] && wanted.ranges[0] === ranges[0]);

/** Texts of a row that stand in another order than its columns. Rows of several goals mix theirs and are not asked. */
const outOfOrder = (rows: readonly Rows[], struck: readonly Struck[]): string[] =>
	rows
		.filter(({ goals }) => goals.length === 1)
		.flatMap(({ range: [start, end] }) => {
			const cells = struck.filter(({ wanted, at }) => wanted.column !== undefined && at[0] >= start && at[1] <= end);
			const inOrder = cells.sort((a, b) => a.at[0] - b.at[0]).map(({ wanted }) => wanted);
			return inOrder
				.filter((each, index) => (each.column ?? 0) < (inOrder[index - 1]?.column ?? 0))
				.map(({ place }) => `${place}: stands in another column`);
		});

const lengthOf = ({ printed }: Wanted): number => Math.min(...printed.map((text) => fold(text).length));

/** Strikes the goals' own words, in order, and cuts the measure into the rows between them. */
const rowsOf = (page: PrintedPage, measure: Measure, range: Range, missing: string[]): Rows[] => {
	const cells: { goals: Goal[]; start: number; end: number }[] = [];
	let from = range[0];
	for (const goal of measure.goals) {
		const text = goal.sourceText ?? goal.text;
		const found =
			page.strike(`${goal.letter}.${text}`, [from, range[1]]) ?? page.strike(`${goal.letter}${text}`, [from, range[1]]);
		if (!found) {
			missing.push(`${measure.id} goal ${goal.letter}: ${text}`);
			continue;
		}
		const last = cells.at(-1);
		if (last && last.end === found[0]) {
			last.goals.push(goal);
			last.end = found[1];
		} else cells.push({ goals: [goal], start: found[0], end: found[1] });
		from = found[1];
	}
	return cells.map(({ goals, start }, index) => ({ goals, range: [start, cells[index + 1]?.start ?? range[1]] }));
};

const strikeMarks = (page: PrintedPage, measure: Measure, rows: readonly Rows[], missing: string[]): void => {
	let dashes = fold(measure.sourceText ?? '').length;
	for (const { goals, range } of rows) {
		const rest = page.rest(range);
		const found = rest.replaceAll('-', '');
		const columns = goals.map((goal) => marksOf(measure, goal));
		const rowByRow = columns.flat().join('');
		const columnByColumn = [0, 1, 2, 3].map((column) => columns.map((marks) => marks[column]).join('')).join('');
		if (found === rowByRow || found === columnByColumn) {
			dashes -= rest.length - found.length;
			page.strikeRange(range);
		} else missing.push(`${measure.id} ${goals.map(({ letter }) => letter).join('')}: 「${rowByRow}」 ≠ 「${rest}」`);
	}
	if (dashes !== 0)
		missing.push(`${measure.id}: ${Math.abs(dashes)} cells of － ${dashes > 0 ? 'too many' : 'missing'}`);
};
