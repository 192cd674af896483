import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { journey } from '../journey.ts';

const model = fileURLToPath(new URL('../../../seeds/fictional/aoba-model-2026.json', import.meta.url));

journey('the self-evaluation lies there as it is printed, for the board and for everybody', async (school) => {
	const lead = await school.lead();
	await lead.opens('/');
	await lead.readsBackup('バックアップを選ぶ', model);
	await lead.sees('今やること', 'h1');
	await lead.opens('/self-evaluation?phase=midyear&for=board');
	await lead.sees('令和8年度 教育の情報化に関する自己評価書（中間）', '.se-desk');
	// Day and class of a 実施記録 are for inside.
	await lead.sees('10/21 6年2組', '.se-desk');
	const drawn = () => lead.page.run(() => document.querySelectorAll('.se-page[aria-label]').length, undefined);
	const cut = () =>
		lead.page.run(
			() =>
				[...document.querySelectorAll('.se-page[aria-label] .se-body')].filter((body) => {
					const last = body.lastElementChild?.getBoundingClientRect().bottom ?? 0;
					return last > body.getBoundingClientRect().bottom;
				}).length,
			undefined,
		);
	expect(await cut()).toBe(0);
	// Rows that go on over a page have their heading again.
	await lead.sees('1-(1) 情報活用能力の育成（つづき）', '.se-desk');
	await lead.sees(`全${await drawn()}ページ`);

	await lead.chooses('公表用');
	await lead.sees('公表する前に確かめる');
	await lead.nowhereSees('10/21 6年2組', '.se-desk');
	expect(await cut()).toBe(0);

	await lead.page.run(() => document.querySelector<HTMLElement>('.se-fold summary')?.click(), undefined);
	await lead.types('重点目標', '全学級で週3回以上使う。');
	await lead.keys('Tab');
	await lead.sees('全学級で週3回以上使う。', '.se-desk');
	await lead.isSaved();
	await lead.reloads();
	await lead.sees('全学級で週3回以上使う。', '.se-desk');
});
