import { describe, expect } from 'vitest';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { actions } from './plan.ts';

/** Puts the cursor into a text field without leaving a trace in it. */
const stepsInto = (lead: Lead, field: string) => lead.page.click({ role: 'textbox', name: field });

describe('Japanese typing', () => {
	journey('nothing is saved while the IME is composing; what is confirmed saves itself', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.opens(`/actions/${actions.generative.id}`);
		await lead.hurriesTheClock();
		await stepsInto(lead, '課題');
		await lead.page.compose('じゅ');
		await lead.page.compose('じゅぎょう');
		await lead.pauses();
		await lead.sees('まだ変更はありません。');
		await lead.seesText('issue', 'じゅぎょう');

		await lead.page.confirm('授業');
		await lead.sees('課題を 授業 に', '.history');
		await lead.seesText('issue', '授業');

		// The next word after it, and again nothing half-typed gets through.
		await lead.page.compose('すう');
		await lead.pauses();
		await lead.page.confirm('数');
		await lead.sees('課題を 授業数 に', '.history');
		await lead.nowhereSees('すう', '.history');
		await lead.reloads();
		await lead.seesText('issue', '授業数');
	});

	journey('the search waits for the confirmed word and finds it in any width', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.hurriesTheClock();
		const all = await lead.listed();
		expect(all.length).toBe(32);

		await stepsInto(lead, '計画の文・項目・記録からさがす');
		await lead.page.compose('せい');
		await lead.page.compose('せいせい');
		await lead.pauses();
		expect(await lead.listed()).toEqual(all);
		await lead.page.confirm('生成AI');
		await lead.sees('2件の□を表示しています');

		await lead.opens('/plan?show=all');
		await lead.types('計画の文・項目・記録からさがす', '1人1台');
		await lead.sees('5件の□を表示しています');
		await lead.sees('１人１台端末');

		await lead.opens('/plan?show=all');
		await lead.types('計画の文・項目・記録からさがす', 'ﾃﾞｼﾞﾀﾙ教科書');
		await lead.sees('2件の□を表示しています');
	});
});
