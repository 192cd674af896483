import type { DataValidation, WriteSheet } from 'hucre/xlsx';
import { statusWord } from '../../domain/record/words.ts';
import { ownMark, ratingCell } from '../../domain/report/cells.ts';
import type { ReportRow, ReportSource, SelfEvaluation } from '../../domain/report/model.ts';
import {
	cellText,
	type DescribingColumn,
	describingColumns,
	kindWords,
	type ReturnedColumn,
	returnedCell,
	returnedColumns,
	sheetNames,
} from '../../domain/report/returnedSheet.ts';
import { type Reported, reportedActions } from '../../domain/report/states.ts';
import { heightOf, highest } from './longText.ts';
import { a4Landscape, footerOf } from './paper.ts';
import { marksOf } from './printSheet.ts';
import { columnName, SheetRows, type StyledCell } from './sheetRows.ts';
import { bodyStyle, centredStyle, columnHeadStyle, markStyle, numberStyle, openHeadStyle } from './style.ts';

/** Every row of a report with the headings it stands under. */
export const placedRows = ({ groups, own }: SelfEvaluation) => [
	...groups.flatMap(({ policy, area, rows }) => rows.map((row) => ({ policy, area, row }))),
	...own.map((row) => ({ policy: '', area: '学校独自の取組', row })),
];

/** The Excel column of データ that a heading stands over. */
export const dataColumn = (word: string): string => columnName(all.findIndex((column) => column.word === word));

const all = [...describingColumns, ...returnedColumns];

const dataHeight = (cells: readonly StyledCell[]): number => {
	const texts = cells.map(({ value }) => String(value));
	return Math.min(
		highest,
		heightOf(
			texts,
			all.map(({ width }) => width),
		),
	);
};

/** データ: one datum a cell, a row a □, nothing merged; what a person may change stands in the last columns. */
export function dataSheet(report: SelfEvaluation, source: ReportSource): WriteSheet {
	const sheet = new SheetRows();
	sheet.add(
		[
			...describingColumns.map(({ word }) => ({ value: word, style: columnHeadStyle })),
			...returnedColumns.map(({ word }) => ({ value: word, style: openHeadStyle })),
		],
		32,
	);
	const reported = new Map(reportedActions(source, report.request.phase).map((each) => [each.state.id, each]));
	for (const placed of placedRows(report)) {
		const words = describing(report, source, { ...placed, reported: reported.get(placed.row.action) });
		const cells = [
			...describingColumns.map(({ key }): StyledCell => described(words[key])),
			...returnedColumns.map((column) => entered(source, column, placed.row)),
		];
		sheet.add(cells, dataHeight(cells));
	}
	return {
		name: sheetNames.data,
		rows: sheet.rows,
		cells: sheet.cells,
		rowDefs: sheet.rowDefs,
		columns: all.map(({ width }) => ({ width })),
		freezePane: { rows: 1 },
		autoFilter: { range: `A1:${columnName(all.length - 1)}${sheet.count}` },
		dataValidations: returnedColumns.flatMap((column) => listOf(report, column, sheet.count)),
		pageSetup: { ...a4Landscape, printTitlesRow: '$1:$1' },
		headerFooter: footerOf(report),
	};
}

interface Placed {
	readonly policy: string;
	readonly area: string;
	readonly row: ReportRow;
	readonly reported: Reported | undefined;
}

function describing(
	{ request }: SelfEvaluation,
	{ fiscalYear, profile, edition }: ReportSource,
	{ policy, area, row, reported }: Placed,
): Record<DescribingColumn, string | number> {
	// What is only for inside stays out of the public version here too.
	const inside = request.audience === 'board' ? reported?.state : undefined;
	const done = request.audience === 'board' ? reported?.done : undefined;
	const days = done?.map(({ date }) => date).sort();
	return {
		id: row.action,
		year: fiscalYear,
		school: profile.name,
		kind: row.own ? kindWords.own : kindWords.plan,
		policy,
		area,
		measure: row.cells.measure,
		summary: row.cells.summary,
		goals: row.cells.goals,
		action: row.own ? row.cells.action.slice(ownMark.length) : row.cells.action,
		status: statusWord[row.status],
		reason: row.status === 'notApplicable' ? (inside?.reason.value ?? '') : '',
		deadline: row.cells.deadline,
		occurrences: days?.length ?? '',
		lastOccurrence: days?.at(-1) ?? '',
		evidence: row.cells.evidence,
		lastRating: ratingCell(edition, row.lastRating, ''),
	};
}

const described = (value: string | number): StyledCell =>
	typeof value === 'number' ? { value, style: numberStyle } : { value: cellText(value), style: bodyStyle };

function entered({ edition }: ReportSource, column: ReturnedColumn, { entries }: ReportRow): StyledCell {
	const value = returnedCell(edition, column, entries[column.field]);
	const style = { text: bodyStyle, rating: markStyle, continuation: centredStyle }[column.kind];
	return { value, style };
}

function listOf(report: SelfEvaluation, { kind, word }: ReturnedColumn, last: number): DataValidation[] {
	if (kind === 'text' || last < 2) return [];
	const values = kind === 'rating' ? marksOf(report) : ['新規', '継続', '拡充'];
	const column = dataColumn(word);
	return [
		{
			type: 'list',
			values,
			range: `${column}2:${column}${last}`,
			allowBlank: true,
			showErrorMessage: true,
			errorTitle: word,
			errorMessage: `${values.join('・')} のどれかを選んでください。`,
		},
	];
}
