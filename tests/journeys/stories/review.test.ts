import { describe } from 'vitest';
import { browserName } from '../browsers/launch.ts';
import { cacheFolder } from '../cacheFolder.ts';
import type { City } from '../city.ts';
import { journey, type School } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { ratedYear } from '../ratedYear.ts';
import { actions } from './plan.ts';

const page = `/actions/${actions.moral.id}`;
const code = '1-(1)-③';

/** An ICT lead whose □ are all rated for 中間, and a principal who came by invitation and holds the same. */
async function schoolBeforeMidyear({ deviceOf }: School, city: City): Promise<{ lead: Lead; principal: Lead }> {
	const lead = await deviceOf(city);
	await lead.enrols(await city.newCode(), 'ICT担当');
	await lead.opens('/settings');
	const backup = await ratedYear(cacheFolder('journeys'), `${browserName()}-rated.json`);
	await lead.readsBackup('バックアップを読み込む', backup);
	await lead.sees('件を取り込みました', '#backup');
	const principal = await deviceOf(city);
	await principal.enrols(await lead.invites('校長'));
	return { lead, principal };
}

async function writesResult(lead: Lead, text: string): Promise<void> {
	await lead.opens(page);
	await lead.types('実績', text);
	await lead.keys('Tab');
	await lead.sees(text, '.history');
}

describe('校長確認', () => {
	journey(
		'what the lead submits comes back with a reason, is mended, approved, changed and opened again',
		async (school) => {
			const { lead, principal } = await schoolBeforeMidyear(school, await school.city());

			await lead.opens('/review');
			await lead.sees('中間の提出に必要なものは、そろっています。');
			await lead.presses('中間を提出する');
			await lead.sees('中間 確認待ち', '.review-state');
			await lead.exchanges();

			// One □ goes back, and the phase with it.
			await principal.opens('/review');
			await principal.sees('この端末（校長）では：読んで、承認するか、差し戻してください。');
			await principal.sees('はじめて見ます');
			await principal.presses(`コメント：${code} ${actions.moral.words}`);
			await principal.types(`${code} へのコメント`, '保護者会の資料を足してください。');
			await principal.presses('この□を差し戻す');
			await principal.sees('差戻し中 1件', '.review-side');
			await principal.presses('差し戻す', '.review-bar');
			await principal.presses('差し戻す', '.review-bar-form');
			await principal.sees('中間 差戻し', '.review-state');
			await principal.exchanges();

			// It is mended, and only what was mended is shown.
			await lead.opens('/review');
			await lead.sees('保護者会の資料を足してください。', '.review-side');
			await writesResult(lead, '11月の保護者会で紹介した。');
			await lead.opens('/review');
			await lead.presses(`直しました：${code}`);
			await lead.sees('差戻し中 0件', '.review-side');
			await lead.presses('中間を提出する');
			await lead.sees('中間 確認待ち', '.review-state');
			await lead.exchanges();
			await principal.opens('/review');
			await principal.sees('前回からの変更 1件');
			await principal.sees('11月の保護者会で紹介した。', '.changes');

			// Approving needs no network.
			await principal.goesOffline();
			await principal.presses('承認する');
			await principal.sees('中間 承認', '.review-state');
			await principal.sees('今の内容と同じです。');
			await principal.comesBackOnline();
			await principal.exchanges();

			// What is changed afterwards is seen, and told from the mark itself.
			await writesResult(lead, '12月にも行った。');
			await lead.exchanges();
			await principal.opens('/review');
			await principal.sees('中間 承認後に変更あり', '.review-state');
			await principal.sees('中間の評価そのものは、承認されたときのままです。');
			await principal.presses('開き直す', '.review-bar');
			await principal.types('開き直す理由', '12月の分をふくめてください。');
			await principal.presses('開き直す', '.review-bar-form');
			await principal.sees('中間 作成中', '.review-state');
			await principal.sees('12月の分をふくめてください。', '.review-reason');
		},
	);
});
