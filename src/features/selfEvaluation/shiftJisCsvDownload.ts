import type { Download } from './downloads.ts';

export const shiftJisCsvDownload: Download = {
	key: 'csvShiftJis',
	label: 'CSV（Shift_JIS）',
	write: async (report) => {
		const { reportShiftJisCsv } = await import('../../files/reportCsv.ts');
		const { bytes, notes } = reportShiftJisCsv(report);
		return { name: `${report.fileName}_SJIS.csv`, content: bytes, type: 'text/csv;charset=shift_jis', notes };
	},
};
