import { describe, expect } from 'vitest';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { actions } from './plan.ts';

const page = `/actions/${actions.generative.id}`;

const rates = async (lead: Lead, rating: string): Promise<void> => {
	await lead.opens(page);
	await lead.chooses(rating, '[aria-labelledby=ratingMidyear]');
	await lead.sees(`の中間評価を「${rating}」にしました`);
};

describe('a school and its board', () => {
	journey(
		'the lead enrols with the printed code, the principal with an invitation, and both hold the same',
		async (school) => {
			const city = await school.city();
			const lead = await school.deviceOf(city);
			await lead.opens('/');
			await lead.types('登録コード', (await city.newCode()).toLowerCase());
			await lead.presses('次へ');
			await lead.sees(`${city.schoolName}に登録します`);
			await lead.chooses('ICT担当');
			await lead.presses('登録する');
			await lead.sees('今やること', 'h1');
			await lead.sees(city.schoolName, '.head');
			await lead.opens('/plan?show=all');
			await lead.ticks('情報モラル教育の授業');
			await lead.exchanges();

			const principal = await school.deviceOf(city);
			await principal.enrols(await lead.invites('校長'));
			await principal.opens('/plan?show=all');
			await principal.seesTick(actions.moral.words, '☑');
			await lead.sees('校長の端末（呼び名なし）', '.devices');
			await principal.opens('/settings');
			await principal.sees('校長');
		},
	);

	journey('the board is sent nothing before somebody of the school has seen it', async (school) => {
		const city = await school.city();
		const lead = await school.deviceOf(city);
		await lead.enrols(await city.newCode(), 'ICT担当');
		await lead.opens('/plan?show=all');
		await lead.ticks('情報モラル教育の授業');
		await lead.exchanges();
		await lead.sees('まだ送っていません。', '#summary');
		await lead.sees('達成 1', '#summary');
		expect(await lead.words('#summary pre')).toBe('');
		await lead.page.click({ role: 'summary', name: '送るデータそのもの' });
		const shown = await lead.page.run(() => document.querySelector('#summary pre')?.textContent ?? '', undefined);
		expect(JSON.parse(shown)).toMatchObject({ format: 'masume-summary', school: { code: 'model-1' } });

		await lead.presses('この内容で送りはじめる');
		await lead.sees('教育委員会に届きました', '#summary');
		await lead.sees('受付番号', '#summary');
	});

	journey('two people who rate one □ without a network settle it when they are back', async (school) => {
		const city = await school.city();
		const lead = await school.deviceOf(city);
		await lead.enrols(await city.newCode(), 'ICT担当');
		await lead.isReadyForOffline();
		const principal = await school.deviceOf(city);
		await principal.enrols(await lead.invites('校長'));
		await principal.isReadyForOffline();

		await lead.goesOffline();
		await principal.goesOffline();
		await rates(lead, '十分');
		await rates(principal, 'おおむね');
		await principal.sees('送信待ち', '.head');
		await lead.sees('送信待ち', '.head');

		await lead.comesBackOnline();
		await lead.exchanges();
		await principal.comesBackOnline();
		await principal.exchanges();
		await principal.opens(page);
		await principal.sees('中間の評価が食い違っています。');
		await principal.seesChosen('ratingMidyear', 'おおむね');
		await principal.presses('こちらにする：十分');
		await principal.nowhereSees('食い違っています');
		await principal.exchanges();

		await lead.exchanges();
		await lead.opens(page);
		await lead.seesChosen('ratingMidyear', '十分');
		await lead.nowhereSees('食い違っています');
	});

	journey('a lost device is revoked: it keeps its record and can send no more', async (school) => {
		const city = await school.city();
		const lead = await school.deviceOf(city);
		await lead.enrols(await city.newCode(), 'ICT担当');
		const lost = await school.deviceOf(city);
		await lost.enrols(await lead.invites('教員'));
		await lead.opens('/handover');
		await lead.presses('教員の端末（呼び名なし）の登録を取り消す');
		await lead.sees('取消しは元に戻せません。');
		await lead.presses('教員の端末（呼び名なし）の登録を取り消す', '.deliberate > div');
		await lead.sees('の登録を取り消しました。');

		lost.foresees(/status of 401/);
		await lost.opens('/plan?show=all');
		await lost.sees('に取り消されていました。');
		await lost.ticks('情報モラル教育の授業');
		await lost.reloads();
		await lost.seesTick(actions.moral.words, '☑');
		await lead.exchangesNothingNew();
		await lead.opens('/plan?show=all');
		await lead.seesTick(actions.moral.words, '□');
	});

	journey('the endpoint goes and comes back, and what was entered meanwhile arrives', async (school) => {
		const city = await school.city();
		const lead = await school.deviceOf(city);
		await lead.enrols(await city.newCode(), 'ICT担当');
		await lead.isReadyForOffline();
		lead.foresees(/Failed to load resource/);
		await city.site.stop();
		await lead.opens('/plan?show=all');
		await lead.ticks('情報モラル教育の授業');
		await lead.sees('送信待ち', '.head');
		await city.site.startAgain();
		await lead.exchanges();
		await lead.sees('教育委員会の保管庫に届きました', '#exchange');

		await lead.opens('/handover');
		await lead.sees('まだ返却しないでください。');
		await city.command('backup');
		await lead.exchangesNothingNew();
		await lead.opens('/handover');
		await lead.sees('この端末は返却できます');
	});
});
