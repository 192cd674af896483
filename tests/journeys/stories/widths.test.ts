import { describe, expect } from 'vitest';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { faultsOfWidth } from '../pages/faultsOfWidth.ts';
import { actions } from './plan.ts';

// 683 px is what is left of 1366 px at a zoom of 200 %.
const widths = [320, 683, 820, 1366];
const pages = [
	'/',
	'/plan?show=all',
	`/actions/${actions.generative.id}`,
	'/indicators',
	'/staff-survey',
	'/review',
	'/years',
	'/settings',
	'/handover',
	'/join',
	'/nowhere',
];

async function fits(lead: Lead, path: string): Promise<void> {
	for (const width of widths) {
		await lead.narrowsTo(width);
		expect(await lead.page.run(faultsOfWidth, undefined), `${path} at ${width} px`).toEqual([]);
	}
}

describe('no page scrolls sideways or cuts its text', () => {
	journey('from 320 to 1366 px, at the usual text size', async (school) => {
		const lead = await school.lead();
		await lead.opens('/');
		await fits(lead, 'first start');
		await lead.startsTrial();
		for (const path of pages) {
			await lead.opens(path);
			await lead.isSaved();
			await fits(lead, path);
		}
	});

	journey('at the text size とても大きい', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.opens('/settings');
		await lead.chooses('とても大きい');
		for (const path of pages) {
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
