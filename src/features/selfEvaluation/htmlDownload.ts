import { selfEvaluation } from '../../domain/report/selfEvaluation.ts';
import type { Download } from './downloads.ts';
import { publicNotes } from './publicNotes.ts';

/** Always of the public version, whatever is being looked at: it is made for the school's website. */
export const htmlDownload: Download = {
	key: 'html',
	label: 'HTML（公表用）',
	write: async ({ request }, source) => {
		const { reportHtml } = await import('../../files/reportHtml.ts');
		const shown = selfEvaluation(source, { ...request, audience: 'public' });
		return {
			name: `${shown.fileName}.html`,
			content: reportHtml(shown),
			type: 'text/html;charset=utf-8',
			notes: publicNotes(shown, request),
		};
	},
};
