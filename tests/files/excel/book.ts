import { readXlsx, type Sheet } from 'hucre/xlsx';
import { columnWord } from '../../../src/domain/report/columns.ts';
import type { ReportRequest, ReportSource } from '../../../src/domain/report/model.ts';
import { selfEvaluation } from '../../../src/domain/report/selfEvaluation.ts';
import { writeWorkbook } from '../../../src/files/excel/workbook.ts';

export const board: ReportRequest = { phase: 'final', audience: 'board', short: false };

export async function bookOf(source: ReportSource, request = board) {
	const report = selfEvaluation(source, request);
	const { content, notes } = await writeWorkbook(report, source);
	const { sheets, defaultFont } = await readXlsx(content, { readStyles: true });
	const sheet = (name: string): Sheet => {
		const found = sheets.find((each) => each.name === name);
		if (!found) throw new Error(`no sheet ${name} among ${sheets.map((each) => each.name)}`);
		return found;
	};
	return { report, content, notes, sheet, defaultFont: defaultFont?.name, names: sheets.map(({ name }) => name) };
}

export const headRow = ({ rows }: Sheet): number => rows.findIndex((row) => row.includes(columnWord.rating));
