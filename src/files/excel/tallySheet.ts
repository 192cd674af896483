import type { WriteSheet } from 'hucre/xlsx';
import type { PlanEdition } from '../../domain/plan/edition.ts';
import { statusWord } from '../../domain/record/words.ts';
import type { ReportRow, ReportSource, SelfEvaluation } from '../../domain/report/model.ts';
import { type ReturnedColumn, returnedColumns, sheetNames } from '../../domain/report/returnedSheet.ts';
import { dataColumn, placedRows } from './dataSheet.ts';
import { a4Landscape, footerOf } from './paper.ts';
import { SheetRows, type StyledCell } from './sheetRows.ts';
import { bodyStyle, columnHeadStyle, numberStyle } from './style.ts';

/** A count over データ: how Excel counts it, and what it comes to now. */
interface Count {
	readonly word: string;
	readonly formula: (condition: string) => string;
	readonly holds: (row: ReportRow) => boolean;
}

/** 集計: □ by area, counted from データ, so that it follows what is changed there. */
export function tallySheet(report: SelfEvaluation, { edition }: ReportSource): WriteSheet {
	const placed = placedRows(report);
	// An excerpt may have no row at all.
	const last = Math.max(2, placed.length + 1);
	const counts = countsOf(report, edition, last);
	const sheet = new SheetRows();
	sheet.add(
		['区分', ...counts.map(({ word }) => word)].map((value) => ({ value, style: columnHeadStyle })),
		22,
	);
	const areas = [...new Set(placed.map(({ area }) => area))];
	for (const area of areas) {
		const rows = placed.filter((each) => each.area === area).map(({ row }) => row);
		const condition = `${columnRange('区分', last)},$A${sheet.count + 1}`;
		sheet.add([{ value: area, style: bodyStyle }, ...counts.map((count) => counted(count, rows, condition))]);
	}
	const condition = `${columnRange('区分', last)},"?*"`;
	const all = placed.map(({ row }) => row);
	sheet.add([{ value: '計', style: columnHeadStyle }, ...counts.map((count) => counted(count, all, condition))]);
	return {
		name: sheetNames.tally,
		rows: sheet.rows,
		cells: sheet.cells,
		rowDefs: sheet.rowDefs,
		columns: [{ width: 44 }, ...counts.map(() => ({ width: 10 }))],
		freezePane: { rows: 1 },
		pageSetup: { ...a4Landscape, printTitlesRow: '$1:$1' },
		headerFooter: footerOf(report),
	};
}

const counted = ({ formula, holds }: Count, rows: readonly ReportRow[], condition: string): StyledCell => ({
	value: rows.filter(holds).length,
	style: numberStyle,
	formula: formula(condition),
});

const columnRange = (word: string, last: number): string => {
	const column = dataColumn(word);
	return `${sheetNames.data}!$${column}$2:$${column}$${last}`;
};

function countsOf(report: SelfEvaluation, { ratingScale }: PlanEdition, last: number): Count[] {
	const status = columnRange('状態', last);
	const ofPhase = report.request.phase === 'midyear' ? 'ratingMidyear' : 'ratingFinal';
	const rating = columnRange(wordOf(ofPhase), last);
	return [
		{ word: '□', formula: (condition) => `COUNTIFS(${condition})`, holds: () => true },
		...(['achieved', 'inProgress', 'notStarted', 'notApplicable'] as const).map((each) => ({
			word: statusWord[each],
			formula: (condition: string) => `COUNTIFS(${condition},${status},"${statusWord[each]}")`,
			holds: (row: ReportRow) => row.status === each,
		})),
		// What is 該当なし has no rating, whatever was entered before it was.
		...ratingScale.steps.map(({ rating: each, mark: word }) => ({
			word,
			formula: (condition: string) =>
				`COUNTIFS(${condition},${rating},"${word}",${status},"<>${statusWord.notApplicable}")`,
			holds: (row: ReportRow) => row.rating === each,
		})),
	];
}

const wordOf = (field: ReturnedColumn['field']): string =>
	returnedColumns.find((column) => column.field === field)?.word ?? '';
