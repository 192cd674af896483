import type { Continuation, PlanEdition, Rating } from '../plan/edition.ts';
import { allSchoolActions } from '../plan/find.ts';
import { setField } from '../record/edits.ts';
import type { Edit } from '../record/operation.ts';
import { contentHash } from '../record/review/content.ts';
import type { Phase } from '../record/review/states.ts';
import { ok, type Refusal, type Result, refuse } from '../result.ts';
import { continuationWord } from './cells.ts';
import { entriesFor } from './entries.ts';
import type { Audience, ReportEntries, ReportSource } from './model.ts';
import { publicAddresses, publiclyReported } from './publicTexts.ts';
import { audienceWord, phaseWord } from './requestWords.ts';
import {
	cellText,
	type InfoKey,
	infoWords,
	type ReturnedColumn,
	returnedCell,
	returnedColumns,
	workbookFormat,
	workbookVersion,
} from './returnedSheet.ts';
import { actionWord, type ReturnedRow, readReturnedTable, type SheetCell } from './returnedTable.ts';
import { type Reported, reportedActions } from './states.ts';

/** The two sheets that are read, as rows of cells; absent where the file has no such sheet. */
export interface ReturnedSheets {
	readonly info: readonly (readonly SheetCell[])[] | undefined;
	readonly data: readonly (readonly SheetCell[])[] | undefined;
}

/** One cell that says something else than the record does now. */
export interface ReturnedDifference {
	/** `action/<id>` or `own/<id>`, and the field. */
	readonly entity: string;
	readonly field: ReturnedColumn['field'];
	/** 「実績」, as over the column. */
	readonly label: string;
	/** 「1-(1)-① …」 and the words of the □. */
	readonly measure: string;
	readonly action: string;
	/** As shown: the text, the mark, the word; empty where nothing is entered. */
	readonly current: string;
	readonly returned: string;
	/** What recording it writes, over the heads that are shown. */
	readonly edit: Edit;
	/** The field stands in 食い違い: recording this one settles it. */
	readonly disputed: boolean;
}

export interface ReturnedReport {
	readonly differences: readonly ReturnedDifference[];
	readonly phase: string;
	/** `YYYY-MM-DD`, when the file was made; empty where somebody took it out. */
	readonly made: string;
	/** The record says something else than when the file was made. */
	readonly changedSince: boolean;
	/** Rows of the school's own □ that the record has no more. */
	readonly gone: number;
}

export type ReturnedRefusal = Refusal<
	'notOurs' | 'newer' | 'otherSchool' | 'otherYear' | 'otherEdition' | 'structure' | 'unreadable'
>;

const unchanged = '記録は変わっていません。';

/** What a returned workbook says otherwise than the record as it stands now, or why it is not read. Nothing is written. */
export function readReturned(sheets: ReturnedSheets, source: ReportSource): Result<ReturnedReport, ReturnedRefusal> {
	if (!sheets.info || !sheets.data) return notOurs();
	const info = infoOf(sheets.info);
	const strange = strangeness(info, source);
	if (strange) return { ok: false, refusal: strange };
	const table = readReturnedTable(sheets.data, /^\d+$/.test(info('rows')) ? Number(info('rows')) : Number.NaN);
	if (!table.ok) return table;
	const moved = movedRow(table.value, source.edition);
	if (moved) {
		return refuse(
			'structure',
			`「データ」の${moved.line}行目のIDと「${actionWord}」が合いません。並べ替えるときは、すべての列をいっしょに動かしてください。${unchanged}`,
		);
	}
	const phase = info('phase') === phaseWord.midyear ? 'midyear' : 'final';
	const reported = new Map(reportedActions(source, phase).map((each) => [each.state.id, each]));
	const lost = table.value.find(({ id, own }) => !own && !reported.has(id));
	if (lost)
		return refuse('structure', `「データ」の${lost.line}行目のIDが、この計画のどの□でもありません。${unchanged}`);
	const written = writtenIn(info('audience') === audienceWord.public ? 'public' : 'board', phase, reported);
	const differences: ReturnedDifference[] = [];
	for (const row of table.value) {
		const now = reported.get(row.id);
		if (!now) continue;
		for (const column of columnsIn(info)) {
			const read = readValue(source.edition, column, row);
			if (!read.ok) return read;
			const found = differenceOf(source, column, now, read.value, written(now));
			if (found) differences.push(found);
		}
	}
	return ok({
		differences,
		phase: info('phase'),
		made: /^\d{4}-\d\d-\d\d$/.test(info('made')) ? info('made') : '',
		changedSince: info('content') !== contentHash(source.fold),
		gone: table.value.filter(({ id }) => !reported.has(id)).length,
	});
}

/** A file made 公表用 holds the rating of its own phase only: the other's empty cells say nothing. */
function columnsIn(info: Info): readonly ReturnedColumn[] {
	if (info('audience') !== audienceWord.public) return returnedColumns;
	const other = info('phase') === phaseWord.midyear ? 'ratingFinal' : 'ratingMidyear';
	return returnedColumns.filter(({ field }) => field !== other);
}

/** Chosen cells become the record's, over what stood there when they were compared: what came since stays beside them. */
export const returnedEdits = (chosen: readonly ReturnedDifference[]): Edit[] => chosen.map(({ edit }) => edit);

type Info = (key: InfoKey) => string;

function infoOf(rows: readonly (readonly SheetCell[])[]): Info {
	const said = new Map(rows.map(([word, value]) => [plainCell(word), plainCell(value)]));
	return (key) => said.get(infoWords[key]) ?? '';
}

function strangeness(info: Info, { profile, fiscalYear, edition }: ReportSource): ReturnedRefusal | undefined {
	if (info('format') !== workbookFormat) return notOurs().refusal;
	if (Number(info('version')) > workbookVersion) {
		return sentence(
			'newer',
			`このExcelは、新しい版のます目で作られました。ます目を更新してから、もう一度選んでください。${unchanged}`,
		);
	}
	if (folded(info('school')) !== folded(profile.name)) {
		const [theirs, ours] = [info('school') || '名前のない学校', profile.name || '名前のない学校'];
		return sentence(
			'otherSchool',
			`このExcelは「${theirs}」のものです。いま開いているのは「${ours}」です。${unchanged}`,
		);
	}
	if (Number(info('year')) !== fiscalYear) {
		return sentence(
			'otherYear',
			`このExcelは${info('year') || '別の'}年度のものです。いま開いているのは${fiscalYear}年度です。その年度を開いてから、もう一度選んでください。${unchanged}`,
		);
	}
	if (info('edition') === edition.id) return undefined;
	return sentence(
		'otherEdition',
		`このExcelは、計画の別の版で作られています。いまの版でExcelを作り直して、そちらに書き写してください。${unchanged}`,
	);
}

const sentence = (reason: ReturnedRefusal['reason'], words: string): ReturnedRefusal => ({ reason, sentence: words });

const notOurs = () =>
	refuse(
		'notOurs',
		`このファイルは、ます目で作った自己評価のExcelではないようです。「データ」と「ファイル情報」のシートがそのまま残っているファイルを選んでください。${unchanged}`,
	);

const folded = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/** A date typed into a text's cell comes as a day, a number as its digits. */
export function plainCell(cell: SheetCell): string {
	if (cell === null || cell === undefined) return '';
	if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
	return cellText(String(cell));
}

const marks: Readonly<Record<string, string>> = { 〇: '○', '◯': '○', '⚪': '○', '⃝': '○', '∆': '△' };
const none = ['', '未入力', '―'];

function readValue(
	edition: PlanEdition,
	column: ReturnedColumn,
	row: ReturnedRow,
): Result<string | null, ReturnedRefusal> {
	const words = plainCell(row.cells[column.field]);
	if (column.kind === 'text') return ok(words);
	const chosen = words.trim();
	if (none.includes(chosen)) return ok(null);
	const found = column.kind === 'rating' ? ratingOf(edition, chosen) : continuationOf(chosen);
	if (found) return ok(found);
	const asked = column.kind === 'rating' ? '◎・○・△のどれか' : '新規・継続・拡充のどれか';
	return refuse(
		'unreadable',
		`「データ」の${row.line}行目の「${column.word}」が「${chosen.slice(0, 20)}」になっています。${asked}に直して、もう一度選んでください。${unchanged}`,
	);
}

const ratingOf = (edition: PlanEdition, mark: string): Rating | undefined =>
	edition.ratingScale.steps.find((step) => step.mark === (marks[mark] ?? mark))?.rating;

const continuationOf = (word: string): Continuation | undefined =>
	(Object.keys(continuationWord) as Continuation[]).find((each) => continuationWord[each] === word);

function differenceOf(
	{ edition, fold }: ReportSource,
	column: ReturnedColumn,
	{ state, measure, text }: Reported,
	value: string | null,
	written: ReportEntries,
): ReturnedDifference | undefined {
	const { field } = column;
	const now =
		column.kind === 'text'
			? state.texts[column.field]
			: column.kind === 'rating'
				? state.ratings[column.field]
				: state.continuation;
	const current = returnedCell(edition, column, now.value);
	const returned = returnedCell(edition, column, value);
	const same = [current, returnedCell(edition, column, written[field])];
	if (same.some((words) => sameWords(words, returned))) return undefined;
	return {
		...{ entity: state.entity, field, label: column.word },
		...{ measure: measure ? `${measure.label} ${measure.title}` : '', action: text },
		...{ current, returned, disputed: now.others.length > 0 },
		edit: setField(fold, state.entity, field, value),
	};
}

/**
 * The first row of the plan's □ whose id stands beside the words of another □: somebody has sorted a few columns without
 * the rest, and every entry may stand in a wrong row. A slip of the pen in the words is none of that.
 */
function movedRow(rows: readonly ReturnedRow[], edition: PlanEdition): ReturnedRow | undefined {
	const words = new Map(allSchoolActions(edition).map(({ action }) => [action.id, folded(action.text)]));
	const known = new Set(words.values());
	return rows.find(
		({ id, own, action }) => !own && words.has(id) && words.get(id) !== folded(action) && known.has(folded(action)),
	);
}

/** What a file made now would carry of a □: the public version withholds some of it, and that is no change either. */
function writtenIn(audience: Audience, phase: Phase, reported: ReadonlyMap<string, Reported>) {
	const open = publicAddresses([...reported.values()]);
	return (now: Reported): ReportEntries =>
		entriesFor(audience === 'public' ? publiclyReported(now, open) : now, audience, phase);
}

/** Some spreadsheets drop tabs when they save; that is no change that somebody made. */
const sameWords = (one: string, other: string): boolean => one.replaceAll('\t', '') === other.replaceAll('\t', '');
