import { describe, expect } from 'vitest';
import { journey } from '../journey.ts';
import { actions } from './plan.ts';

describe('the first day with ます目', () => {
	journey('start, tick, log a class, rate, go offline, reload: everything is still there', async (school) => {
		const lead = await school.lead();
		await lead.opens('/');
		await lead.sees('ます目をはじめる');
		await lead.startsTrial('小学校');
		await lead.sees('27のうち 0 達成');

		await lead.ticks('情報モラル教育の授業');
		await lead.sees('1-(1)-③ を「達成」にしました');
		await lead.seesTick(actions.moral.words, '☑');
		await lead.sees('27のうち 1 達成');

		await lead.follows(actions.generative.words);
		await lead.types('学年・学級・場', '5年2組');
		await lead.presses('5年2組 で記録する');
		await lead.sees('今年度の記録が1回あり、計画の回数に達しています。');
		await lead.chooses('おおむね', '[aria-labelledby=ratingMidyear]');
		await lead.sees('の中間評価を「おおむね」にしました');
		await lead.types('実績', '5年生で実施した。');
		await lead.keys('Tab');
		await lead.sees('実績を 5年生で実施した。 に', '.history');

		await lead.isReadyForOffline();
		await lead.goesOffline();
		await lead.reloads();
		await lead.seesChosen('status', '達成');
		await lead.seesChosen('ratingMidyear', 'おおむね');
		await lead.sees('5年2組', '.ledger');
		await lead.seesText('result', '5年生で実施した。');

		await lead.follows('取組一覧', '.rail');
		await lead.seesTick(actions.moral.words, '☑');
		await lead.seesTick(actions.generative.words, '☑');
		await lead.sees('27のうち 2 達成');
	});

	journey('a class that was taught once is two taps the next time', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.follows(actions.generative.words);
		await lead.types('学年・学級・場', '6年1組');
		await lead.presses('6年1組 で記録する');
		await lead.sees('6年1組', '.ledger');

		await lead.follows('今やること', '.rail');
		await lead.follows(actions.yearPlan.words, `.tasks li:has(a[href$="${actions.yearPlan.id}"]) > div`);
		await lead.presses('6年1組 で記録する');
		await lead.sees('6年1組', '.ledger');
		await lead.sees('1-(1)-①', '.lead');
	});

	journey('whoever follows a link before the first start gets there after it', async (school) => {
		const lead = await school.lead();
		await lead.opens(`/actions/${actions.generative.id}`);
		await lead.sees('ます目をはじめる');
		await lead.startsTrial('中学校');
		await lead.sees(actions.generative.words, 'main h1');
		expect(await lead.path()).toBe(`/actions/${actions.generative.id}`);
		await lead.sees('中学校（お試し）', '.head');
	});

	journey('the first start works when it is sent before the script has come', async (school) => {
		const lead = await school.lead();
		await lead.opens('/');
		// What the browser does by itself while nothing listens to the form.
		await lead.page.run(
			() => HTMLFormElement.prototype.submit.call(document.querySelector('form.start-way')),
			undefined,
		);
		await lead.sees('27のうち 0 達成');
		expect(await lead.path()).toBe('/plan?schoolType=elementary');
		await lead.ticks('情報モラル教育の授業');
		await lead.sees('27のうち 1 達成');
		await lead.isSaved();
		await lead.reloads();
		await lead.seesTick(actions.moral.words, '☑');
	});
});
