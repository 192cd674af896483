import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import type { Lead } from '../lead.ts';
import { rawPage } from './sight.ts';

/** Forced colours change no more than colours, and are the same at every width: there only those are looked at. */
const looks = [
	{ name: 'on a desk', width: 1366, forcedColors: 'none' },
	{ name: 'on a phone', width: 360, forcedColors: 'none' },
	{ name: 'in forced colours', width: 1366, forcedColors: 'active' },
] as const;
const ofColours = ['color-contrast', 'link-in-text-block'];

type Look = (typeof looks)[number];

async function findings(lead: Lead, { width, forcedColors }: Look): Promise<string[]> {
	const page = rawPage(lead);
	await lead.narrowsTo(width);
	// What fades in has no contrast yet.
	await page.emulateMedia({ forcedColors, reducedMotion: 'reduce' });
	const axe = new AxeBuilder({ page });
	const { violations } = await (forcedColors === 'active' ? axe.withRules(ofColours) : axe).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join('\n')}`);
}

/**
 * Everything axe knows, best practices included; what it cannot decide (`incomplete`) is not a finding. A page is looked
 * at in every way while it stands there: getting there takes longer than looking.
 */
export async function axeFindsNothing(lead: Lead, where: string): Promise<void> {
	for (const look of looks) expect(await findings(lead, look), `${where}, ${look.name}`).toEqual([]);
	const [desk] = looks;
	await lead.narrowsTo(desk.width);
	await rawPage(lead).emulateMedia({ forcedColors: desk.forcedColors, reducedMotion: 'reduce' });
}
