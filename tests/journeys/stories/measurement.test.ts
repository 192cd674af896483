import { describe, expect } from 'vitest';
import { journey } from '../journey.ts';

/** Sixteen rows as a spreadsheet copies them: できる 12, ややできる 9, あまりできない 3, ほとんどできない 0. */
const sheet = ['A', 'B', 'C', 'D'].flatMap((letter) => [1, 2, 3, 4].map((n) => `${letter}-${n},12,9,3,0`)).join('\n');

describe('the network of a school', () => {
	journey('is measured with one tap, kept where the plan wants it, and reported as a file', async (school) => {
		const city = await school.city();
		const lead = await school.deviceOf(city);
		await lead.enrols(await city.newCode(), 'ICT担当');
		await lead.opens('/measurement');
		await lead.sees('まだ記録した測定はありません。');
		await lead.types('測る場所（空でもよい）', '5年1組');
		await lead.types('いま使っている端末の数', '32台');
		await lead.presses('測定する');
		await lead.sees('32台が使っているときに、この端末1台で出た速さです。');
		await lead.presses('「5年1組」として記録する');
		await lead.sees('ネットワーク測定を記録しました');
		await lead.sees('5年1組 32台', '.kept table');

		const { name, text } = await lead.page.saved(() => lead.presses('今年度の測定をCSVにする'));
		expect(name).toMatch(/^R\d+_ネットワーク測定_青葉モデル小学校（架空）\.csv$/);
		expect(text).toMatch(
			/日時,場所,使用台数,往復ms,下りMbps,上りMbps,学校名\r\n\d{4}-\d\d-\d\d \d\d:\d\d,5年1組,32,[\d.]+,[\d.]+,[\d.]+,青葉モデル小学校（架空）\r\n$/,
		);

		await lead.follows('実施記録で直す・消す');
		await lead.sees('定期的なネットワーク測定と報告', 'h1');
		await lead.sees('使用中の端末 32台', '.ledger');

		// Without a connection nothing is measured, and nothing is lost.
		lead.foresees(/Failed to load resource/);
		await lead.isReadyForOffline();
		await lead.goesOffline();
		await lead.follows('ネットワーク測定を開く');
		await lead.presses('測定する');
		await lead.sees('測れませんでした。何も記録していません。');
		await lead.sees('5年1組 32台', '.kept table');
	});
});

describe('what teachers say of themselves', () => {
	journey('is entered as numbers, by item and as a table, and stands as evidence at the □', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.opens('/staff-survey');
		await lead.sees('16項目のうち0項目を入力');
		for (const [level, count] of [
			['できる', '10'],
			['ややできる', '１２'],
			['あまりできない', '3'],
			['ほとんどできない', '1'],
		] as const) {
			await lead.page.type({ role: 'textbox', name: level, within: '#a1' }, count);
		}
		await lead.keys('Tab');
		await lead.sees('答えた人 26人', '#a1');
		await lead.sees('84.6%', '.survey-results');
		await lead.sees('未入力', '#a2');

		await lead.page.click({ role: 'summary', name: '表計算ソフトの16行×4列を貼り付ける' });
		await lead.page.run((text) => {
			const field = document.querySelector<HTMLTextAreaElement>('.survey-paste textarea');
			if (field) field.value = text;
		}, sheet);
		await lead.presses('読み取る');
		await lead.sees('すでに入力されている1項目の人数が変わります。');
		await lead.presses('この人数で記録する');
		await lead.sees('16項目のうち16項目を入力');
		await lead.sees('87.5%', '.survey-results');

		await lead.opens('/actions/sendai-2025-2-1-1-1');
		await lead.sees('16項目のうち16項目を入力、「できる」「ややできる」は87.5%', '#tool');
	});
});
