import { describe, expect } from 'vitest';
import { journey } from '../journey.ts';
import { backupOf2024 } from '../year2024.ts';
import { actions } from './plan.ts';

describe('the turn of the year', () => {
	journey('last year is closed, and what is chosen of it stands beside the new year’s own state', async (school) => {
		const lead = await school.lead();
		await lead.opens('/');
		await lead.readsBackup('バックアップを選ぶ', await backupOf2024());
		await lead.sees('今やること', 'h1');

		await lead.opens('/new-year');
		await lead.sees('令和6年度のようす');
		await lead.sees('最終は承認されていません');
		await lead.presses('引き継ぐ□をえらぶ');
		await lead.sees('0件を引き継ぎます');
		for (const words of [
			'文が変わりました',
			'2つ以上の□が1つになりました',
			'1つの□が分かれました',
			'令和7年度版で加わりました',
			'続きなし',
			'学校独自',
		]) {
			await lead.sees(words);
		}
		await lead.sees('次年度：年間計画を全学年で見直す。');
		await lead.page.click({ role: 'checkbox', name: `引き継ぐ：1-(1)-① ${actions.yearPlan.words}` });
		await lead.page.click({ role: 'checkbox', name: '引き継ぐ：1-(1)-① 朝の会で端末を使う' });
		await lead.sees('2件を引き継ぎます');

		// April is full of interruptions.
		await lead.opens('/plan?show=all');
		await lead.opens('/new-year');
		await lead.sees('2件を引き継ぎます');
		await lead.presses('確かめる');
		await lead.presses('引き継いで、令和6年度を締めくくる');
		await lead.sees('令和7年度に2件の□を引き継ぎました');

		await lead.presses('令和7年度の取組一覧を開く');
		await lead.sees('令和7年度の記録を見ています');
		await lead.seesTick(actions.yearPlan.words, '□');
		await lead.seesTick('朝の会で端末を使う', '□');
		await lead.sees('昨年度から：実施中', `[id="${actions.yearPlan.id}"]`);
		await lead.sees('27のうち 0 達成');
		await lead.opens(`/actions/${actions.yearPlan.id}`);
		await lead.sees('年間計画を全学年で見直す。', '.work');
		await lead.seesChosen('status', '未着手');

		await lead.opens('/new-year');
		await lead.presses('令和6年度を見る');
		await lead.sees('令和6年度の記録を見ています');
		await lead.sees('読むだけ');
		await lead.opens('/plan?show=all');
		expect(await lead.page.run(() => document.querySelectorAll('[role=checkbox]').length, undefined)).toBe(0);
		await lead.opens('/actions/sendai-2024-1-1-1-1');
		await lead.sees('令和6年度は締めくくられています');
		expect(
			await lead.page.run(
				() => document.querySelectorAll('.work :is(input, textarea, button):enabled').length,
				undefined,
			),
		).toBe(0);

		await lead.opens('/new-year');
		await lead.presses('令和6年度を開き直す');
		await lead.presses('令和8年度にもどる');
		await lead.sees('今やること', 'h1');
	});
});
