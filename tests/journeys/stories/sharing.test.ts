import { describe } from 'vitest';
import { neighbour } from '../city.ts';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { actions } from './plan.ts';

const page = `/actions/${actions.moral.id}`;
const beside = '[aria-label="市内の学校の事例"]';

/** A school that has seen what goes to its board and agreed to it. */
const agrees = async (lead: Lead): Promise<void> => {
	await lead.exchanges();
	await lead.presses('この内容で送りはじめる');
	await lead.sees('教育委員会に届きました', '#summary');
};

describe('schools of a city', () => {
	journey('share a case, see it beside the very □, and take it back', async (school) => {
		const city = await school.city();
		const lead = await school.deviceOf(city);
		await lead.enrols(await city.newCode(), 'ICT担当');
		await lead.opens(page);
		await lead.sees('この□の事例は、まだありません', beside);
		await lead.presses('メモを足す');
		await lead.types('メモ（児童生徒の名前は書かないでください）', '情報モラルすごろく');
		await lead.presses('で記録する');
		await lead.presses('の記録を市内で共有する');
		await lead.sees('まだ、教育委員会に集計を送りはじめていません', '.share');
		await lead.types('何をしたか', 'を作り、ロボさんを駒にして下級生と遊んだ。');
		await lead.types('リンク', 'https://aoba-model.example/sugoroku');
		await lead.presses('この内容で共有する');
		await lead.sees('まだ共有していません。', '.share');
		await lead.sees('ロボさん', '.doubts mark');
		await lead.page.click({ role: 'checkbox', name: '「ロボさん」は人の名前ではありません' });
		await lead.presses('この内容で共有する');
		await lead.sees('市内で共有（まだ届いていません） 「情報モラルすごろく」', '.ledger');
		await agrees(lead);
		await lead.page.click({ role: 'summary', name: '送っている集計を見る' });
		await lead.page.click({ role: 'summary', name: '集計の内容' });
		await lead.sees('ロボさんを駒にして下級生と遊んだ。', '#summary');

		const other = await school.deviceOf(city);
		await other.enrols(await city.newCode(neighbour), 'ICT担当');
		await other.opens(page);
		await other.sees('情報モラルすごろく', beside);
		await other.sees(city.schoolName, beside);
		await other.sees('下級生と遊んだ。', beside);
		await other.opens(`/actions/${actions.generative.id}`);
		await other.sees('この□の事例は、まだありません', beside);

		await lead.opens(page);
		await lead.sees('市内で共有中', '.ledger');
		await lead.presses('の共有をやめる');
		await lead.sees('市内での共有をやめました');
		await lead.exchanges();
		await other.opens(page);
		await other.sees('この□の事例は、まだありません', beside);
	});
});
