import { describe, expect } from 'vitest';
import { journey } from '../journey.ts';
import { actions } from './plan.ts';

describe('the record', () => {
	journey('a slip is undone', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.ticks('情報モラル教育の授業');
		await lead.seesTick(actions.moral.words, '☑');
		await lead.presses('元に戻す');
		await lead.sees('元に戻しました');
		await lead.seesTick(actions.moral.words, '□');
		await lead.isSaved();
		await lead.reloads();
		await lead.seesTick(actions.moral.words, '□');
	});

	journey('該当なし has a reason and leaves the denominator', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.sees('27のうち 0 達成');
		await lead.follows(actions.generative.words);
		await lead.chooses('該当なし', '[aria-labelledby=status]');
		await lead.types('該当なしの理由', '市の準備を待っている');
		await lead.presses('該当なしにする');
		await lead.sees('1-(1)-③ を「該当なし」にしました');
		await lead.isSaved();
		await lead.follows('取組一覧', '.rail');
		await lead.sees('26のうち 0 達成');
		await lead.seesTick(actions.generative.words, '該当なし');
		// A row below the fold is not laid out before it comes near, and WebKit has no text for it until then.
		await lead.page.run(() => document.querySelector('.action-row[data-na]')?.scrollIntoView(), undefined);
		await lead.sees('市の準備を待っている', '.action-row[data-na]');
	});

	journey("a □ of the school's own is added, ticked and deleted", async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.presses('1-(1)-①に学校独自の□を足す');
		await lead.types('学校独自の取組', '朝の会で端末を使う');
		await lead.presses('足す', '.own-form');
		await lead.seesTick('朝の会で端末を使う', '□');
		await lead.ticks('朝の会で端末を使う');
		await lead.seesTick('朝の会で端末を使う', '☑');
		// The plan's own count stays what the plan says.
		await lead.sees('27のうち 0 達成');

		await lead.follows('朝の会で端末を使う');
		await lead.sees('学校独自の□', '.lead');
		await lead.presses('この□を消す');
		await lead.sees('学校独自の□を消しました');
		expect(await lead.tickOf('朝の会で端末を使う')).toBeUndefined();
		await lead.presses('元に戻す');
		await lead.seesTick('朝の会で端末を使う', '☑');
	});

	journey('the history shows which post changed what', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.opens('/settings');
		await lead.chooses('教頭');
		await lead.types('端末の呼び名', '職員室のiPad');
		await lead.follows('取組一覧', '.rail');
		await lead.follows(actions.generative.words);
		await lead.chooses('実施中', '[aria-labelledby=status]');
		await lead.sees('状態を 実施中 に', '.history');
		await lead.chooses('達成', '[aria-labelledby=status]');
		await lead.sees('この端末・職員室のiPad・教頭', '.history');
		await lead.sees('状態を 実施中 達成 に', '.history');
	});
});
