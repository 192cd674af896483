import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { cacheFolder } from '../cacheFolder.ts';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { actions } from '../stories/plan.ts';
import { firstDay } from './officer.ts';
import { goesRoundTheYear } from './roundTheYear.ts';
import { contested, opensEveryForm, rawPage, setsTheDay, takesInWhatDiffers, takesOverTheSchool } from './sight.ts';

const widths = [320, 820, 1366];

/** One picture of the whole page at each width, for people to look at. */
async function pictures(lead: Lead, name: string): Promise<void> {
	for (const width of widths) {
		await lead.narrowsTo(width, width === 320 ? 640 : 1000);
		const file = join(cacheFolder('screenshots'), `${name}-${width}.png`);
		await rawPage(lead).screenshot({ path: file, fullPage: true, animations: 'disabled' });
		// An empty page of this size compresses to a few kB.
		expect(statSync(file).size, file).toBeGreaterThan(15_000);
	}
}

describe('pictures of every page at three widths, in .cache/screenshots', () => {
	journey('a school on its first day', async (school) => {
		const lead = await school.lead();
		await setsTheDay(lead);
		await lead.opens('/');
		await pictures(lead, 'start');
		await lead.startsTrial();
		await pictures(lead, 'plan-first-day');
		await lead.opens('/');
		await pictures(lead, 'home-first-day');
		await lead.opens(`/actions/${actions.generative.id}`);
		await lead.sees('まだ変更はありません。');
		await pictures(lead, 'action-first-day');
	});

	journey('a school in the middle of its year', async (school) => {
		const lead = await school.lead();
		await takesOverTheSchool(lead);
		await pictures(lead, 'home');
		await lead.opens('/plan?show=all');
		await pictures(lead, 'plan');
		await lead.opens('/plan?show=open');
		await pictures(lead, 'plan-open');
		await takesInWhatDiffers(lead);
		await lead.opens(`/actions/${contested}`);
		await lead.sees('が食い違っています。');
		await pictures(lead, 'action-conflict');
		await opensEveryForm(lead);
		await pictures(lead, 'action-forms');
		await lead.opens('/settings');
		await lead.sees('記録の置き場所');
		await pictures(lead, 'settings');
		await lead.opens('/nowhere');
		await pictures(lead, 'nowhere');
	});

	journey('a school round the year', async (school) => {
		const lead = await school.lead();
		await takesOverTheSchool(lead);
		await goesRoundTheYear(lead, (at) => pictures(lead, at));
	});

	journey('a school that is enrolled', async (school) => {
		const city = await school.city();
		const lead = await school.deviceOf(city);
		await lead.opens(`/join#${await city.newCode()}`);
		await lead.sees('に登録します');
		await pictures(lead, 'join');
		await lead.chooses('ICT担当');
		await lead.presses('登録する');
		await lead.sees('今やること', 'h1');
		await lead.opens('/plan?show=all');
		await lead.ticks('情報モラル教育の授業');
		await lead.exchanges();
		await pictures(lead, 'settings-enrolled');
		await lead.invites('校長');
		await pictures(lead, 'handover');
	});

	journey('a board on its first day', async (school) => {
		const city = await school.bareCity();
		const officer = await school.deviceOf(city);
		const seen: string[] = [];
		await firstDay(city, officer, async (at) => {
			seen.push(at);
			await pictures(officer, `board-${seen.length}`);
		});
		expect(seen).toHaveLength(4);
	});
});
