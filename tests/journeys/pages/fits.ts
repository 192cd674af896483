import { expect } from 'vitest';
import type { Lead } from '../lead.ts';
import { actions } from '../stories/plan.ts';
import { faultsOfWidth } from './faultsOfWidth.ts';

// 683 px is what is left of 1366 px at a zoom of 200 %.
const widths = [320, 683, 820, 1366];
/** Pages that anybody may open. */
export const openPages = [
	'/',
	'/plan?show=all',
	`/actions/${actions.generative.id}`,
	'/indicators',
	'/staff-survey',
	'/review',
	'/years',
	'/settings',
	'/handover',
	'/join',
	'/nowhere',
];

/** A page at every width: nothing reaches over its edge, no text is cut. */
export async function fits(lead: Lead, path: string): Promise<void> {
	for (const width of widths) {
		await lead.narrowsTo(width);
		expect(await lead.page.run(faultsOfWidth, undefined), `${path} at ${width} px`).toEqual([]);
	}
}
