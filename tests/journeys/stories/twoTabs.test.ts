import { describe } from 'vitest';
import { journey } from '../journey.ts';
import { actions } from './plan.ts';

describe('two tabs', () => {
	journey('a tick in one shows in the other', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		const other = await lead.opensTab('/plan?show=all');
		await other.seesTick(actions.moral.words, '□');
		await lead.ticks('情報モラル教育の授業');
		await other.seesTick(actions.moral.words, '☑');
		await other.ticks('情報活用能力育成の年間計画');
		await lead.seesTick(actions.yearPlan.words, '☑');
		await lead.sees('27のうち 2 達成');
	});
});
