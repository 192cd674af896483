import { describe, expect } from 'vitest';
import { browserName } from '../browsers/launch.ts';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { actions } from './plan.ts';

/**
 * What is wrong with the focus as it stands now: nothing to see of it, or a bar over it; empty where all is well.
 * Browsers scroll to what is focused some frames later, so a fault is what stays.
 */
const faultOfFocus = (lead: Lead): Promise<{ name: string; fault: string }> =>
	lead.page.run(async () => {
		const at = document.activeElement;
		if (!at || at === document.body) return { name: '', fault: '' };
		// Radio and file fields lie invisibly over the label that shows their state.
		const shown = at.matches('.chip input, .segments input, .file-button input') ? (at.closest('label') ?? at) : at;
		const words = at.getAttribute('aria-label') ?? (at.matches('textarea, input') ? at.id : shown.textContent);
		const reach = (from: number, to: number) => [from + 2, (from + to) / 2, to - 2];
		const look = () => {
			const { outlineStyle, outlineWidth } = getComputedStyle(shown);
			if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return 'no outline';
			const { left, right, top, bottom } = shown.getBoundingClientRect();
			const seen = reach(left, right)
				.flatMap((x) => reach(top, bottom).map((y) => document.elementFromPoint(x, y)))
				.filter((hit) => hit && (shown.contains(hit) || hit.contains(shown)));
			// A wrapped link has empty corners; 2.4.11 forbids what is hidden entirely, we already what is hidden by half.
			return seen.length >= 3 ? '' : `hidden: ${seen.length} of 9 points seen`;
		};
		let fault = look();
		for (let frame = 0; frame < 60 && fault; frame += 1) {
			await new Promise(requestAnimationFrame);
			fault = look();
		}
		return { name: `${at.tagName.toLowerCase()} ${words}`.slice(0, 60), fault };
	}, undefined);

/** Marks what has the focus; true where the walk in this direction came by before. Past the last stop some browsers begin anew. */
const wasHere = (lead: Lead, direction: string): Promise<boolean> =>
	lead.page.run((mark) => {
		const at = document.activeElement as (Element & { passed?: string }) | null;
		const before = at?.passed === mark;
		if (at) at.passed = mark;
		return before;
	}, direction);

/** Walks through a page with Tab and back with Shift+Tab; every stop must be seen. */
async function walks(lead: Lead): Promise<number> {
	const faults = new Set<string>();
	let stops = 0;
	for (const key of ['Tab', 'Shift+Tab']) {
		for (let step = 0; step < 200; step += 1) {
			await lead.keys(key);
			const { name, fault } = await faultOfFocus(lead);
			if (await wasHere(lead, key)) break;
			stops += 1;
			if (fault) faults.add(`${key} ${name}: ${fault}`);
		}
	}
	expect([...faults]).toEqual([]);
	return stops;
}

describe('with the keyboard alone', () => {
	journey('start, tick, undo, filter, open a □ and rate it', async (school) => {
		const lead = await school.lead();
		await lead.opens('/');
		await lead.tabsTo('小学校');
		await lead.keys('ArrowRight');
		await lead.seesChosen('schoolType', '中学校');
		await lead.tabsTo('中学校で試してみる');
		await lead.keys('Enter');
		await lead.sees('のうち 0 達成');

		await lead.tabsTo('4-(2)-④ 保護者会');
		await lead.keys('Space');
		await lead.seesTick(actions.parents.words, '☑');
		// The notice has come up from below; it must not lie over the □.
		await lead.sees('元に戻す', '.toast');
		expect((await faultOfFocus(lead)).fault).toBe('');
		await lead.tabsTo('元に戻す');
		await lead.keys('Enter');
		await lead.seesTick(actions.parents.words, '□');

		await lead.opens('/plan');
		await lead.tabsTo('4-(2)-④ 保護者会');
		await lead.keys('Space');
		await lead.isSaved();
		await lead.tabsTo('未完了', 'Shift+Tab');
		await lead.keys('Enter');
		await lead.sees('件の□を表示しています');
		expect(await lead.tickOf(actions.parents.words)).toBeUndefined();

		await lead.tabsTo(actions.generative.words);
		// The checkbox of the same □ comes first, the sentence beside it opens it.
		await lead.keys('Tab', 'Enter');
		await lead.sees(actions.generative.words, 'main h1');
		await lead.tabsTo('十分');
		await lead.keys('ArrowRight');
		await lead.seesChosen('ratingMidyear', 'おおむね');
		await lead.keys('ArrowRight');
		await lead.seesChosen('ratingMidyear', '不十分');
		await lead.sees('中間の評価を', '.history');
	});

	// Bars lie over what is focused on narrow windows; WebKit walks slowly, and there only.
	const windows = [[360, 640], ...(browserName() === 'chromium' ? [[1366, 700]] : [])] as const;
	for (const [width = 0, height = 0] of windows) {
		journey(`the focus is always seen, never under a bar (${width} px)`, async (school) => {
			const lead = await school.lead();
			await lead.narrowsTo(width, height);
			await lead.opens('/');
			await lead.startsTrial();
			for (const page of ['/', '/plan?show=all', `/actions/${actions.generative.id}`, '/settings']) {
				await lead.opens(page);
				await lead.isSaved();
				expect(await walks(lead)).toBeGreaterThan(20);
			}
		});
	}
});
