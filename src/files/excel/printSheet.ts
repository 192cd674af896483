import type { DataValidation, WriteSheet } from 'hucre/xlsx';
import { columnWidth, columnWord } from '../../domain/report/columns.ts';
import type { ColumnKey, ReportRow, SelfEvaluation } from '../../domain/report/model.ts';
import { cellText, sheetNames } from '../../domain/report/returnedSheet.ts';
import { heightOf, lettersIn, lineHeight, linesOf, piecesOf } from './longText.ts';
import { a4Landscape, footerOf } from './paper.ts';
import { columnName, SheetRows, type StyledCell } from './sheetRows.ts';
import {
	bodyStyle,
	centredStyle,
	columnHeadStyle,
	groupStyle,
	lineStyle,
	markStyle,
	passageStyle,
	titleStyle,
} from './style.ts';

/** Said above what is printed, where only who opens the file reads it. */
const note =
	'印刷用の表です。ここを直しても、ます目には読み込まれません。直すときは「データ」シートの色のついた列に書いてください。（この行は印刷されません）';

/** 印刷用: what the preview shows, on A4 landscape, a row a □. */
export function printSheet(report: SelfEvaluation): WriteSheet {
	const sheet = new SheetRows();
	const layout = layoutOf(report);
	addHead(sheet, report, layout);
	const first = sheet.count + 1;
	sheet.add(
		report.columns.map((key) => ({ value: columnWord[key], style: columnHeadStyle })),
		22,
	);
	const titles = sheet.count;
	const ranges = addBody(sheet, report, layout);
	addCounts(sheet, report, { first: first + 1, last: sheet.count });
	addPassages(sheet, report, layout);
	return {
		name: sheetNames.print,
		rows: sheet.rows,
		cells: sheet.cells,
		merges: sheet.merges,
		rowDefs: sheet.rowDefs,
		columns: report.columns.map((key) => ({ width: columnWidth[key] })),
		freezePane: { rows: titles },
		dataValidations: ranges.map((range) => ratingList(report, range)),
		pageSetup: {
			...a4Landscape,
			printTitlesRow: `$${titles}:$${titles}`,
			printArea: `$A$2:$${columnName(layout.width - 1)}$${sheet.count}`,
		},
		headerFooter: footerOf(report),
		view: { showGridLines: false },
	};
}

interface Layout {
	/** Columns of the table. */
	readonly width: number;
	/** Full-width letters on a line over all columns. */
	readonly letters: number;
}

const layoutOf = ({ columns }: SelfEvaluation): Layout => ({
	width: columns.length,
	letters: lettersIn(columns.reduce((sum, key) => sum + columnWidth[key], 0)),
});

/** Where the formula of the counts stands; it is written once the rows are known. */
const countsRow = 5;

function addHead(sheet: SheetRows, { head }: SelfEvaluation, { width, letters }: Layout): void {
	const line = (words: string, style = lineStyle) => {
		const value = cellText(words);
		const height = style === titleStyle ? 24 : linesOf(value, letters) * lineHeight + 2;
		sheet.addLine({ value, style }, width, height);
	};
	line(note);
	line(head.plan);
	line(head.title, titleStyle);
	line([head.school, head.year, head.audience, head.asOf].join('　'));
	line([head.tally, head.approval].join('　'));
	line('');
	line(head.legend.join('　'));
}

/** Adds every row below the heads. Returns where ratings stand, as ranges without gaps. */
function addBody(sheet: SheetRows, report: SelfEvaluation, layout: Layout): string[] {
	const ranges: string[] = [];
	const focus = report.passages.find(({ key }) => key === 'focus');
	if (focus) addPassage(sheet, focus.title, focus.text, layout);
	for (const { heading, rows } of partsOf(report)) {
		sheet.addLine(
			{ value: heading, style: groupStyle },
			layout.width,
			linesOf(heading, layout.letters) * lineHeight + 6,
		);
		const first = sheet.count + 1;
		for (const row of rows) addRow(sheet, report.columns, row);
		const rating = columnName(report.columns.indexOf('rating'));
		ranges.push(`${rating}${first}:${rating}${sheet.count}`);
	}
	return ranges;
}

const partsOf = ({ groups, own }: SelfEvaluation): { heading: string; rows: readonly ReportRow[] }[] => [
	...groups.map(({ policy, area, tally, rows }) => ({ heading: [policy, area, tally].join('　'), rows })),
	...(own.length > 0 ? [{ heading: '学校独自の取組', rows: own }] : []),
];

/** A row, and more below it where a text is longer than Excel can draw in one. */
function addRow(sheet: SheetRows, columns: readonly ColumnKey[], { cells }: ReportRow): void {
	const pieces = columns.map((key) => piecesOf(cellText(cells[key]), lettersIn(columnWidth[key])));
	const deepest = Math.max(...pieces.map(({ length }) => length));
	for (let part = 0; part < deepest; part += 1) {
		const texts = pieces.map((each) => each[part] ?? '');
		const height = heightOf(
			texts,
			columns.map((key) => columnWidth[key]),
		);
		sheet.add(
			columns.map((key, at) => ({ value: texts[at] ?? '', style: styleOf(key) })),
			height,
		);
	}
}

function styleOf(key: ColumnKey) {
	if (key === 'rating' || key === 'lastRating') return markStyle;
	return key === 'status' || key === 'deadline' || key === 'continuation' ? centredStyle : bodyStyle;
}

const ratingList = (report: SelfEvaluation, range: string): DataValidation => ({
	type: 'list',
	values: marksOf(report),
	range,
	allowBlank: true,
	showErrorMessage: true,
	errorTitle: '評価',
	errorMessage: `${marksOf(report).join('・')} のどれかを選んでください。`,
	showInputMessage: true,
	inputTitle: '評価',
	inputMessage: 'ます目に読み込むのは「データ」シートです。ここを直しても読み込まれません。',
});

/** ◎ ○ △, as the legend begins. */
export const marksOf = ({ head }: Pick<SelfEvaluation, 'head'>): string[] =>
	head.legend.map((line) => line.slice(0, 1));

/** 「この表の□ 32：達成 8、…」, counted by Excel from the rows that stand there. */
function addCounts(sheet: SheetRows, report: SelfEvaluation, { first, last }: { first: number; last: number }): void {
	const range = (key: ColumnKey) => {
		const column = columnName(report.columns.indexOf(key));
		return `$${column}$${first}:$${column}$${last}`;
	};
	const rows = [...report.groups.flatMap((group) => group.rows), ...report.own];
	const counted = (key: ColumnKey, words: readonly string[], ends: string) =>
		words.map((word) => ({
			word,
			formula: `COUNTIF(${range(key)},"${word}${ends}")`,
			count: rows.filter(({ cells }) => (ends ? cells[key].startsWith(word) : cells[key] === word)).length,
		}));
	const counts = [
		...counted('status', ['達成', '実施中', '未着手'], ''),
		...counted('status', ['該当なし'], '*'),
		...counted('rating', [...marksOf(report), '未入力'], ''),
	];
	const value = `この表の数：${counts.map(({ word, count }) => `${word} ${count}`).join('、')}`;
	const formula = `"この表の数："&${counts.map(({ word, formula: of }) => `"${word} "&${of}`).join('&"、"&')}`;
	sheet.cells.set(`${countsRow},0`, { value, type: 'string', style: lineStyle, formula, formulaResult: value });
	const row = sheet.rows[countsRow];
	if (row) row[0] = value;
}

function addPassages(sheet: SheetRows, { passages }: SelfEvaluation, layout: Layout): void {
	for (const { key, title, text } of passages) if (key !== 'focus') addPassage(sheet, title, text, layout);
}

/** What is not written yet leaves room for a pen. */
function addPassage(sheet: SheetRows, title: string, text: string, { width, letters }: Layout): void {
	sheet.addLine({ value: title, style: groupStyle }, width, lineHeight + 6);
	for (const value of piecesOf(cellText(text), letters)) {
		const cell: StyledCell = { value, style: passageStyle };
		sheet.addLine(cell, width, Math.max(linesOf(value, letters), value === '' ? 3 : 1) * lineHeight + 6);
	}
}
