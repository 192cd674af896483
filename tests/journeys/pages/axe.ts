import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect } from 'vitest';
import type { Lead } from '../lead.ts';
import { rawPage } from './sight.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const colourRules = ['color-contrast', 'link-in-text-block'];

/** Forced colours change no more than colours, and are the same at every width: there only those are looked at. */
const looks = [
	{ name: 'on a desk', width: 1366, forcedColors: 'none', only: undefined },
	{ name: 'on a phone', width: 360, forcedColors: 'none', only: undefined },
	{ name: 'in forced colours', width: 1366, forcedColors: 'active', only: colourRules },
] as const;

type Look = (typeof looks)[number];

async function findings(lead: Lead, { width, forcedColors, only }: Look): Promise<string[]> {
	const page = rawPage(lead);
	await lead.narrowsTo(width);
	// What fades in has no contrast yet.
	await page.emulateMedia({ forcedColors, reducedMotion: 'reduce' });
	return page.evaluate(async (rules) => {
		const { axe: run } = window as unknown as { axe: typeof axe };
		// All that axe knows, best practices included; what it cannot decide is not a finding.
		const { violations } = await run.run(document, {
			resultTypes: ['violations'],
			...(rules && { runOnly: [...rules] }),
		});
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join('\n')}`);
	}, only);
}

/** A page is looked at in every way while it stands there: getting there takes longer than looking. */
export async function axeFindsNothing(lead: Lead, where: string): Promise<void> {
	await rawPage(lead).evaluate(source);
	for (const look of looks) expect(await findings(lead, look), `${where}, ${look.name}`).toEqual([]);
	const [desk] = looks;
	await lead.narrowsTo(desk.width);
	await rawPage(lead).emulateMedia({ forcedColors: desk.forcedColors, reducedMotion: 'reduce' });
}
