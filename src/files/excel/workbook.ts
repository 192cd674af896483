import { writeXlsx } from 'hucre/xlsx';
import type { ReportSource, SelfEvaluation } from '../../domain/report/model.ts';
import { mostInCell, returnedColumns } from '../../domain/report/returnedSheet.ts';
import { dataSheet, placedRows } from './dataSheet.ts';
import { printSheet } from './printSheet.ts';
import { infoSheet, tableSheet } from './smallSheets.ts';
import { bodyFont } from './style.ts';
import { tallySheet } from './tallySheet.ts';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface WrittenWorkbook {
	readonly content: Uint8Array<ArrayBuffer>;
	/** What an Excel file could not hold, in sentences. */
	readonly notes: readonly string[];
}

/** The self-evaluation as an Excel workbook: 印刷用, the small tables, 集計, データ, ファイル情報. */
export async function writeWorkbook(report: SelfEvaluation, source: ReportSource): Promise<WrittenWorkbook> {
	const content = await writeXlsx({
		sheets: [
			printSheet(report),
			...report.tables.map((table) => tableSheet(table, report)),
			tallySheet(report, source),
			dataSheet(report, source),
			infoSheet(report, source),
		],
		properties: { title: report.head.title, creator: 'ます目' },
		defaultFont: bodyFont,
	});
	return { content: new Uint8Array(content), notes: notesOf(report) };
}

const notesOf = (report: SelfEvaluation): string[] =>
	placedRows(report).flatMap(({ row }) =>
		returnedColumns.flatMap(({ field, word }) => {
			const length = row.entries[field]?.length ?? 0;
			if (length <= mostInCell) return [];
			return [`${row.cells.measure}の「${word}」は、Excelの1つのセルに入る長さをこえるので、途中までになりました。`];
		}),
	);
