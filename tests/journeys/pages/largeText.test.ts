import { describe } from 'vitest';
import { journey } from '../journey.ts';
import { actions } from '../stories/plan.ts';
import { fits, openPages } from './fits.ts';

describe('no page scrolls sideways or cuts its text', () => {
	journey('at the text size とても大きい', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.opens('/settings');
		await lead.chooses('とても大きい');
		for (const path of openPages) {
			await lead.opens(path);
			await lead.isSaved();
			await fits(lead, path);
		}
	});

	journey('at a device of a school, with an invitation', async (school) => {
		const city = await school.city();
		const lead = await school.deviceOf(city);
		await lead.enrols(await city.newCode(), 'ICT担当');
		await lead.invites('校長');
		await fits(lead, 'handover with an invitation');
		await lead.opens('/settings');
		await lead.sees('この内容で送りはじめる');
		await fits(lead, 'settings with the summary');
		await lead.opens('/join');
		await lead.sees(city.schoolName, 'main');
		await fits(lead, 'join at a device that is enrolled');
	});

	journey('with every form open', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.presses('1-(1)-①に学校独自の□を足す');
		await fits(lead, 'own □');
		await lead.opens(`/actions/${actions.generative.id}`);
		await lead.types('学年・学級・場', '特別支援学級と交流学級の合同授業');
		await lead.presses('メモを足す');
		await lead.presses('日付を変える');
		await lead.types('メモ', '長いメモでも、横にはみ出さずに折り返して読めることを確かめるための文です。');
		await lead.presses('合同授業 で記録する');
		await lead.sees('合同授業', '.ledger');
		await lead.presses('の記録を直す');
		await lead.presses('資料のリンクを足す');
		await lead.chooses('該当なし', '[aria-labelledby=status]');
		await lead.sees('該当なしの理由');
		await fits(lead, 'action with forms');
	});
});
