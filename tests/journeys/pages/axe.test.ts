import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect } from 'vitest';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { firstDay } from './officer.ts';
import { contested, opensEveryForm, rawPage, takesInWhatDiffers, takesOverTheSchool } from './sight.ts';

/** Forced colours are the same at every width. */
const looks = [
	{ name: 'on a desk', width: 1366, forcedColors: 'none' },
	{ name: 'on a phone', width: 360, forcedColors: 'none' },
	{ name: 'on a desk in forced colours', width: 1366, forcedColors: 'active' },
] as const;

/**
 * Everything axe knows, best practices included; what it cannot decide (`incomplete`) is not a finding. Forced colours
 * change no more than colours, so there only those are looked at again.
 */
async function findings(lead: Lead): Promise<string[]> {
	const page = rawPage(lead);
	const forced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches);
	const axe = new AxeBuilder({ page });
	const { violations } = await (forced ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join('\n')}`);
}

describe('axe finds nothing', () => {
	for (const { name, width, forcedColors } of looks) {
		journey(name, async (school) => {
			const lead = await school.lead();
			await lead.page.resize(width, 900);
			// What fades in has no contrast yet.
			await rawPage(lead).emulateMedia({ forcedColors, reducedMotion: 'reduce' });
			await lead.opens('/');
			expect(await findings(lead), 'first start').toEqual([]);

			await takesOverTheSchool(lead);
			expect(await findings(lead), '今やること').toEqual([]);
			await lead.opens('/plan?show=all');
			expect(await findings(lead), '取組一覧').toEqual([]);
			await lead.presses('1-(1)-①に学校独自の□を足す');
			expect(await findings(lead), '取組一覧 with a form').toEqual([]);
			await lead.opens('/plan?show=open&policy=2&q=研修');
			await lead.sees('2-(1)-①');
			expect(await findings(lead), '取組一覧, filtered').toEqual([]);
			await lead.ticks('2-(1)-①');
			await lead.sees('元に戻す', '.toast');
			expect(await findings(lead), 'with a notice').toEqual([]);
			await takesInWhatDiffers(lead);
			await lead.opens(`/actions/${contested}`);
			await lead.sees('が食い違っています。');
			expect(await findings(lead), '取組 with a conflict').toEqual([]);
			await opensEveryForm(lead);
			expect(await findings(lead), '取組 with its forms').toEqual([]);
			await lead.opens('/settings');
			await lead.sees('記録の置き場所');
			expect(await findings(lead), '設定').toEqual([]);
			await lead.opens('/nowhere');
			expect(await findings(lead), 'a page that is not').toEqual([]);
		});

		journey(`${name}, at a device of a school`, async (school) => {
			const city = await school.city();
			const lead = await school.deviceOf(city);
			await lead.page.resize(width, 900);
			await rawPage(lead).emulateMedia({ forcedColors, reducedMotion: 'reduce' });
			await lead.opens(`/join#${await city.newCode()}`);
			await lead.sees('に登録します');
			expect(await findings(lead), 'what a code is for').toEqual([]);
			await lead.chooses('ICT担当');
			await lead.presses('登録する');
			await lead.sees('今やること', 'h1');
			expect(await findings(lead), '今やること').toEqual([]);
			await lead.invites('校長');
			expect(await findings(lead), '引継ぎ・端末').toEqual([]);
			await lead.opens('/settings');
			await lead.sees('この内容で送りはじめる');
			expect(await findings(lead), '設定 with the summary').toEqual([]);
		});

		journey(`${name}, at the board`, async (school) => {
			const city = await school.bareCity();
			const officer = await school.deviceOf(city);
			await officer.page.resize(width, 900);
			await rawPage(officer).emulateMedia({ forcedColors, reducedMotion: 'reduce' });
			await firstDay(city, officer, async (at) => expect(await findings(officer), at).toEqual([]));
		});
	}
});
