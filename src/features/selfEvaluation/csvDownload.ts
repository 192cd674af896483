import type { Download } from './downloads.ts';

export const csvDownload: Download = {
	key: 'csv',
	label: 'CSV（UTF-8）',
	write: async (report) => {
		const { reportCsv } = await import('../../files/reportCsv.ts');
		const { text, notes } = reportCsv(report);
		return { name: `${report.fileName}.csv`, content: text, type: 'text/csv;charset=utf-8', notes };
	},
};
