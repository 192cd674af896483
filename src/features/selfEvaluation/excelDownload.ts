import type { Download } from './downloads.ts';

/** 印刷用 and データ in one workbook. What writes it is loaded when it is asked for. */
export const excelDownload: Download = {
	key: 'excel',
	label: 'Excel',
	write: async (report, source) => {
		const { workbookType, writeWorkbook } = await import('../../files/excel/workbook.ts');
		const { content, notes } = await writeWorkbook(report, source);
		return { name: `${report.fileName}.xlsx`, content, type: workbookType, notes };
	},
};
