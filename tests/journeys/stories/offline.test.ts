import { describe } from 'vitest';
import { journey } from '../journey.ts';
import { actions } from './plan.ts';

describe('without a network', () => {
	journey('every page opens by its address from the second load on', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.isReadyForOffline();
		await lead.goesOffline();

		await lead.opens(`/actions/${actions.generative.id}`);
		await lead.sees(actions.generative.words, 'main h1');
		await lead.sees('令和6年度版');
		await lead.opens('/settings');
		await lead.sees('記録の置き場所');
		await lead.opens('/plan?show=all');
		await lead.sees('27のうち 0 達成');
		await lead.opens('/');
		await lead.sees('今やること', 'main h1');
	});

	journey('what is done there is done when the network is back', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.isReadyForOffline();
		await lead.goesOffline();
		await lead.reloads();
		await lead.ticks('情報モラル教育の授業');
		await lead.sees('27のうち 1 達成');
		await lead.isSaved();

		await lead.comesBackOnline();
		await lead.reloads();
		await lead.seesTick(actions.moral.words, '☑');
	});
});
