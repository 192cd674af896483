import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { journey } from '../journey.ts';

const model = fileURLToPath(new URL('../../../seeds/fictional/aoba-model-2026.json', import.meta.url));

journey('in March the lead prints a sheet; in April the successor begins with its code', async (school) => {
	const city = await school.city();
	const lead = await school.deviceOf(city);
	await lead.enrols(await city.newCode(), 'ICT担当');
	await lead.opens('/handover');
	await lead.types('次の担当者に伝えること', '充電保管庫の鍵は職員室の鍵箱です。');
	await lead.presses('用紙に招待をつける');
	await lead.sees('用紙にQRコードを載せました。');
	await lead.presses('用紙を見る');
	await lead.sees(city.schoolName, '.handover-sheet');
	await lead.sees('充電保管庫の鍵は職員室の鍵箱です。', '.handover-sheet');
	await lead.sees('端末1台に1回だけ使えます。', '.handover-sheet');
	await lead.sees('まだ終わっていない□ 27', '.handover-sheet');
	const code = await lead.words('.hs-letters');
	await lead.exchanges();

	const successor = await school.deviceOf(city);
	await successor.enrols(code);
	await successor.opens('/handover');
	await successor.sees('ICT担当の端末', '.page-head');
	await successor.seesText('handover-notes', '充電保管庫の鍵は職員室の鍵箱です。');
	await successor.sees('いま使える用紙の招待は、ありません。');
});

journey('last year stands beside this one, and years without a record are no zeros', async (school) => {
	const lead = await school.lead();
	await lead.opens('/');
	await lead.readsBackup('バックアップを選ぶ', model);
	await lead.sees('今やること', 'h1');
	await lead.opens('/years');
	await lead.sees('令和5年度から令和9年度まで');
	expect(await lead.words('.years-table thead')).toMatch(
		/令和5年度 2023年度 記録なし .*令和7年度 2025年度 令和7年度： ?この年度を開く 令和8年度 2026年度/,
	);
	await lead.sees('27のうち 6 達成', '.years-table');
	await lead.sees('比較できません。□の組がかわりました', '.years-table');
	await lead.chooses('□');
	await lead.sees('情報活用能力育成の年間計画の自校化', '.years-table');
	await lead.types('計画の文からさがす', 'どこにもない');
	await lead.sees('0件みつかりました');
	await lead.presses('令和7年度：この年度を開く');
	await lead.sees('令和7年度（2025年度）', '.head');
});
