import type { RegisteredAs } from '../../files/reportJson.ts';
import type { Download } from './downloads.ts';

/** Said with the file, for nobody would guess it from a report. */
const wholeRecord =
	'このJSONには、紙面のほかに1年の記録のすべて（実施記録のメモ、校長確認のコメント、引継ぎのメモ、端末の名前など）が入っています。渡す相手を確かめてください。';

/** `school`: as the board has registered it, for the summary; absent on a device that is in no school yet. */
export const jsonDownloadFor = (school?: RegisteredAs): Download => ({
	key: 'json',
	label: 'JSON',
	write: async (report, source) => {
		const { reportJson } = await import('../../files/reportJson.ts');
		const content = reportJson(report, source, school);
		const notes = report.request.audience === 'board' ? [wholeRecord] : [];
		return { name: `${report.fileName}.json`, content, type: 'application/json', notes };
	},
});
