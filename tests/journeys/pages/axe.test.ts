import { describe } from 'vitest';
import { journey } from '../journey.ts';
import { axeFindsNothing } from './axe.ts';
import { firstDay } from './officer.ts';
import { goesRoundTheYear } from './roundTheYear.ts';
import { contested, opensEveryForm, takesInWhatDiffers, takesOverTheSchool } from './sight.ts';

describe('axe finds nothing', () => {
	journey('at a school that tries it out', async (school) => {
		const lead = await school.lead();
		await lead.opens('/');
		await axeFindsNothing(lead, 'first start');

		await takesOverTheSchool(lead);
		await axeFindsNothing(lead, '今やること');
		await lead.opens('/plan?show=all');
		await axeFindsNothing(lead, '取組一覧');
		await lead.presses('1-(1)-①に学校独自の□を足す');
		await axeFindsNothing(lead, '取組一覧 with a form');
		await lead.opens('/plan?show=open&policy=2&q=研修');
		await lead.sees('2-(1)-①');
		await axeFindsNothing(lead, '取組一覧, filtered');
		await lead.ticks('2-(1)-①');
		await lead.sees('元に戻す', '.toast');
		await axeFindsNothing(lead, 'with a notice');
		await takesInWhatDiffers(lead);
		await lead.opens(`/actions/${contested}`);
		await lead.sees('が食い違っています。');
		await axeFindsNothing(lead, '取組 with a conflict');
		await opensEveryForm(lead);
		await axeFindsNothing(lead, '取組 with its forms');
		await lead.opens('/settings');
		await lead.sees('記録の置き場所');
		await axeFindsNothing(lead, '設定');
		await lead.opens('/nowhere');
		await axeFindsNothing(lead, 'a page that is not');
	});

	journey('round the year', async (school) => {
		const lead = await school.lead();
		await takesOverTheSchool(lead);
		await goesRoundTheYear(lead, (at) => axeFindsNothing(lead, at));
	});

	journey('at a device of a school', async (school) => {
		const city = await school.city();
		const lead = await school.deviceOf(city);
		await lead.opens(`/join#${await city.newCode()}`);
		await lead.sees('に登録します');
		await axeFindsNothing(lead, 'what a code is for');
		await lead.chooses('ICT担当');
		await lead.presses('登録する');
		await lead.sees('今やること', 'h1');
		await axeFindsNothing(lead, '今やること');
		await lead.invites('校長');
		await axeFindsNothing(lead, '引継ぎ・端末');
		await lead.opens('/settings');
		await lead.sees('この内容で送りはじめる');
		await axeFindsNothing(lead, '設定 with the summary');
	});

	journey('at the board', async (school) => {
		const city = await school.bareCity();
		const officer = await school.deviceOf(city);
		await firstDay(city, officer, (at) => axeFindsNothing(officer, at));
	});
});
