import type { WriteSheet } from 'hucre/xlsx';
import { contentHash } from '../../domain/record/review/content.ts';
import type { ReportSource, ReportTable, SelfEvaluation } from '../../domain/report/model.ts';
import {
	cellText,
	type InfoKey,
	infoWords,
	sheetNames,
	workbookFormat,
	workbookVersion,
} from '../../domain/report/returnedSheet.ts';
import { placedRows } from './dataSheet.ts';
import { heightOf, highest, lettersIn, lineHeight, linesOf } from './longText.ts';
import { a4Landscape, footerOf } from './paper.ts';
import { SheetRows } from './sheetRows.ts';
import { bodyStyle, columnHeadStyle, lineStyle, titleStyle } from './style.ts';

const tableNames: Readonly<Record<ReportTable['key'], string>> = { indicators: '端末活用', staff: '教員' };

/** 端末活用 and 教員: the small tables, each on a sheet of its own. */
export function tableSheet(table: ReportTable, report: SelfEvaluation): WriteSheet {
	const sheet = new SheetRows();
	const widths = table.columns.map((_, at) => (at === 0 ? 56 : 24));
	const letters = lettersIn(widths.reduce((sum, width) => sum + width, 0));
	const note = cellText(table.note);
	sheet.addLine({ value: cellText(table.title), style: titleStyle }, widths.length, 24);
	sheet.addLine({ value: note, style: lineStyle }, widths.length, linesOf(note, letters) * lineHeight + 2);
	sheet.add(
		table.columns.map((value) => ({ value, style: columnHeadStyle })),
		22,
	);
	for (const row of table.rows) {
		const texts = row.map(cellText);
		sheet.add(
			texts.map((value) => ({ value, style: bodyStyle })),
			Math.min(highest, heightOf(texts, widths)),
		);
	}
	return {
		name: tableNames[table.key],
		rows: sheet.rows,
		cells: sheet.cells,
		merges: sheet.merges,
		rowDefs: sheet.rowDefs,
		columns: widths.map((width) => ({ width })),
		freezePane: { rows: 3 },
		pageSetup: { ...a4Landscape, printTitlesRow: '$3:$3' },
		headerFooter: footerOf(report),
		view: { showGridLines: false },
	};
}

const aboutFile =
	'「データ」シートの色のついた列に書いたことだけを、ます目に読み込めます。ほかのシートは読み込みません。このシートと、「データ」の列の見出し・ID・行の数は変えないでください。並べ替えはかまいません。';

/** ファイル情報: by what it says, a returned file is known again. In plain sight, with a sentence on what it is for. */
export function infoSheet(
	report: SelfEvaluation,
	{ edition, fiscalYear, profile, today, fold }: ReportSource,
): WriteSheet {
	const said: Record<InfoKey, string | number> = {
		format: workbookFormat,
		version: workbookVersion,
		school: cellText(profile.name),
		year: fiscalYear,
		edition: edition.id,
		phase: report.head.phase,
		audience: report.head.audience,
		made: today,
		rows: placedRows(report).length,
		content: contentHash(fold),
	};
	const sheet = new SheetRows();
	const style = bodyStyle;
	sheet.add(
		['項目', '内容'].map((value) => ({ value, style: columnHeadStyle })),
		22,
	);
	for (const key of Object.keys(infoWords) as InfoKey[]) {
		sheet.add([
			{ value: infoWords[key], style },
			{ value: String(said[key]), style },
		]);
	}
	sheet.add(
		[
			{ value: 'このファイルについて', style },
			{ value: aboutFile, style },
		],
		heightOf([aboutFile], [90]),
	);
	return {
		name: sheetNames.info,
		rows: sheet.rows,
		cells: sheet.cells,
		rowDefs: sheet.rowDefs,
		columns: [{ width: 24 }, { width: 90 }],
		freezePane: { rows: 1 },
		pageSetup: a4Landscape,
		headerFooter: footerOf(report),
	};
}
