import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { cacheFolder } from '../cacheFolder.ts';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { actions } from '../stories/plan.ts';
import { rawPage, takesOverTheSchool } from './sight.ts';

/**
 * What one text has and the other has not, however it is broken into lines. PDFs call some signs by an older code, and
 * who reads them joins words at a line's last hyphen.
 */
function differences(one: string, other: string): string {
	const counts = new Map<string, number>();
	const count = (text: string, by: number) => {
		for (const sign of text.normalize('NFKC').replace(/[\s-]/gu, '')) counts.set(sign, (counts.get(sign) ?? 0) + by);
	};
	count(one, 1);
	count(other, -1);
	return [...counts].filter(([, by]) => by !== 0).join(' ');
}

/** What the preview shows, a text a page, without the words for those who hear it. */
const previewed = async (lead: Lead): Promise<string[]> =>
	lead.page.run(() => {
		const pages = [...document.querySelectorAll<HTMLElement>('.se-page[aria-label]')];
		return pages.map((page) => {
			const seen = page.cloneNode(true) as HTMLElement;
			for (const heard of seen.querySelectorAll('.vh')) heard.remove();
			return seen.textContent ?? '';
		});
	}, undefined);

/** Prints as a person does whose printer has upright paper: the sheet itself turns it. */
async function printed(lead: Lead, name: string) {
	const file = join(cacheFolder('prints'), `${name}.pdf`);
	await rawPage(lead).pdf({ path: file, format: 'A4', preferCSSPageSize: true, printBackground: false });
	const tell = async (...args: string[]) => (await promisify(execFile)('pdftotext', args)).stdout;
	const pages = (await tell(file, '-')).split('\f').slice(0, -1);
	const boxes = await tell('-bbox', file, '-');
	const paper = /<page width="([\d.]+)" height="([\d.]+)"/.exec(boxes)?.slice(1).map(Number);
	const right = Math.max(...[...boxes.matchAll(/xMax="([\d.]+)"/g)].map(([, x]) => Number(x)));
	return { pages, paper, right };
}

async function printsWhatItShows(lead: Lead, name: string): Promise<void> {
	const [shown, { pages, paper, right }] = [await previewed(lead), await printed(lead, name)];
	expect(shown.length).toBeGreaterThan(0);
	expect(pages.length).toBe(shown.length);
	for (const [index, text] of shown.entries()) {
		expect(differences(text, pages[index] ?? ''), `${name}, page ${index + 1}`).toBe('');
	}
	// A4 turned, in points, and the sheet as wide as it.
	expect(paper?.map(Math.round)).toEqual([842, 595]);
	expect(right).toBeGreaterThan(800);
	expect(right).toBeLessThan(842);
}

journey('the self-evaluation on paper is what the preview shows, page by page', async (school) => {
	const lead = await school.lead();
	await takesOverTheSchool(lead);
	await lead.opens('/self-evaluation?phase=final&for=public');
	await lead.sees('校長確認', '.se-page[aria-label]');
	await printsWhatItShows(lead, 'public');

	// Two thousand signs in one cell go over several pages.
	await lead.opens(`/actions/${actions.generative.id}`);
	await lead.types('実績', '長い実績：');
	await rawPage(lead).keyboard.insertText('端末を毎日の授業で使い、ふり返りを書いた。'.repeat(95));
	await lead.keys('Tab');
	await lead.isSaved();
	await lead.opens('/self-evaluation?phase=midyear&for=board');
	await lead.sees('ふり返りを書いた。', '.se-desk');
	await printsWhatItShows(lead, 'board');
});
