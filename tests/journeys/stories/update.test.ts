import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { browserName } from '../browsers/launch.ts';
import { cacheFolder } from '../cacheFolder.ts';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { actions } from './plan.ts';

const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

/** The built site as its next version: another page, and the worker that knows of it. */
function nextVersion(): string {
	const folder = join(cacheFolder('journeys'), `next-${browserName()}`);
	rmSync(folder, { recursive: true, force: true });
	cpSync(dist, folder, { recursive: true });
	const change = (file: string, from: RegExp, to: string) => {
		const text = readFileSync(join(folder, file), 'utf8');
		expect(text).toMatch(from);
		writeFileSync(join(folder, file), text.replace(from, to));
		// What was compressed at build time is of the old version.
		for (const name of readdirSync(folder))
			if (name === `${file}.br` || name === `${file}.gz`) rmSync(join(folder, name));
	};
	change('index.html', /<meta name="theme-color"/, '<meta name="masume-test" content="next"><meta name="theme-color"');
	change('serviceWorker.js', /"revision":"\w+","url":"index\.html"/, '"revision":"next","url":"index.html"');
	return folder;
}

const isNext = (lead: Lead) =>
	lead.page.run(() => document.querySelector('meta[name=masume-test]') !== null, undefined);

describe('a new version', () => {
	journey('is offered, waits while somebody works, and comes when asked for', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.isReadyForOffline();
		await lead.site.stop();
		await lead.site.startAgain(nextVersion());

		// Seen again, the page looks for news.
		await lead.reloads();
		await lead.sees('新しい版のます目が届いています。');
		await lead.ticks('情報モラル教育の授業');
		await lead.isSaved();
		await lead.reloads();
		await lead.sees('新しい版のます目が届いています。');
		expect(await isNext(lead)).toBe(false);

		await lead.presses('新しい版にする');
		await lead.nowhereSees('新しい版のます目が届いています。');
		await lead.seesTick(actions.moral.words, '☑');
		expect(await isNext(lead)).toBe(true);
	});
});
