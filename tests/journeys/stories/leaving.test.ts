import { describe } from 'vitest';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { actions } from './plan.ts';

const list = '/plan?show=all';
const page = `/actions/${actions.generative.id}`;

/** The browser's own back button: the page may come out of the back/forward cache as it was left. */
const goesBack = (lead: Lead) => lead.page.run(() => void setTimeout(() => history.back()), undefined);

/** Ticks and loads another page in the same breath, so that the writing is under way. */
const ticksAndLeaves = (lead: Lead, words: string, path: string) =>
	lead.page.run(
		({ words, path }) => {
			const rows = [...document.querySelectorAll('.action-row')];
			const row = rows.find((each) => each.querySelector('a')?.textContent?.includes(words));
			row?.querySelector<HTMLElement>('[role=checkbox]')?.click();
			location.assign(path);
		},
		{ words, path },
	);

describe('leaving a page while something is being written', () => {
	journey('a □ that is ticked the moment before another page is opened stays ticked', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.opens(list);
		await lead.ticks('情報モラル教育の授業');
		await lead.opens('/settings');
		await lead.isSaved();
		await lead.opens(list);
		await lead.seesTick(actions.moral.words, '☑');
		await lead.ticks('情報活用能力育成の年間計画');
		await lead.isSaved();
		await lead.sees('27のうち 2 達成');
	});

	journey('a rating that is chosen the moment before the page is loaded again is there', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.opens(page);
		await lead.chooses('十分', '[aria-labelledby=ratingMidyear]');
		await lead.reloads();
		await lead.seesChosen('ratingMidyear', '十分');
		await lead.nowhereSees('食い違っています');
	});

	journey('the page that was left goes on when the person comes back to it', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.opens(list);
		await ticksAndLeaves(lead, actions.moral.words, '/settings');
		await lead.sees('設定', 'h1');
		await lead.isSaved();
		await goesBack(lead);
		await lead.seesTick(actions.moral.words, '☑');
		await lead.ticks('情報モラル教育の授業');
		await lead.seesTick(actions.moral.words, '□');
		await lead.isSaved();
		await lead.reloads();
		await lead.seesTick(actions.moral.words, '□');
		await lead.nowhereSees('食い違');
	});

	journey('six times in a row', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		for (let time = 1; time <= 6; time += 1) {
			await lead.opens(list);
			await lead.seesTick(actions.moral.words, time % 2 === 1 ? '□' : '☑');
			await ticksAndLeaves(lead, actions.moral.words, time % 3 === 0 ? list : '/settings');
			if (time % 3 === 1) {
				await lead.sees('設定', 'h1');
				await goesBack(lead);
			}
			await lead.isSaved();
		}
		await lead.opens(page);
		await lead.sees('まだ変更はありません。');
		await lead.opens(list);
		await lead.seesTick(actions.moral.words, '□');
		await lead.nowhereSees('食い違');
	});
});
