import type { RegisteredAs } from '../../files/reportJson.ts';
import type { Download } from './downloads.ts';

/** `school`: as the board has registered it, for the summary; absent on a device that is in no school yet. */
export const jsonDownloadFor = (school?: RegisteredAs): Download => ({
	key: 'json',
	label: 'JSON',
	write: async (report, source) => {
		const { reportJson } = await import('../../files/reportJson.ts');
		const content = reportJson(report, source, school);
		return { name: `${report.fileName}.json`, content, type: 'application/json' };
	},
});
