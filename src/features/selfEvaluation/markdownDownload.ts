import { selfEvaluation } from '../../domain/report/selfEvaluation.ts';
import type { Download } from './downloads.ts';
import { publicNotes } from './publicNotes.ts';

/** Always of the public version, whatever is being looked at: it is made for the school's website. */
export const markdownDownload: Download = {
	key: 'markdown',
	label: 'Markdown（公表用）',
	write: async ({ request }, source) => {
		const { reportMarkdown } = await import('../../files/reportMarkdown.ts');
		const shown = selfEvaluation(source, { ...request, audience: 'public' });
		return {
			name: `${shown.fileName}.md`,
			content: reportMarkdown(shown),
			type: 'text/markdown;charset=utf-8',
			notes: publicNotes(shown, request),
		};
	},
};
