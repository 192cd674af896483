import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { browserName } from '../browsers/launch.ts';
import { cacheFolder } from '../cacheFolder.ts';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { actions } from './plan.ts';

const page = `/actions/${actions.generative.id}`;

/** Rates the □ and writes 実績, as two people may do apart from each other. */
async function writes(lead: Lead, rating: string, result: string): Promise<void> {
	await lead.opens(page);
	await lead.chooses(rating, '[aria-labelledby=ratingMidyear]');
	await lead.sees(`の中間評価を「${rating}」にしました`);
	await lead.types('実績', result);
	await lead.keys('Tab');
	await lead.sees(result, '.history');
}

const onDisk = (name: string, text: string): string => {
	const file = join(cacheFolder('journeys'), `${browserName()}-${name}`);
	writeFileSync(file, text);
	return file;
};

/** What a backup says the device holds, without the moment it was written. */
const held = async (lead: Lead): Promise<unknown> => JSON.parse((await lead.writesBackup()).text).logs;

describe('a backup file', () => {
	journey('brings two devices together: what differs stands side by side until somebody chooses', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await writes(lead, '十分', '全学級で実施した。');
		const backup = await lead.writesBackup();
		expect(backup.name).toMatch(/^masume_\d{4}-\d{2}-\d{2}\.json$/);

		const colleague = await school.lead();
		await colleague.begins();
		await writes(colleague, 'おおむね', '5年生で実施した。');
		await colleague.opens('/settings');
		await colleague.readsBackup('バックアップを読み込む', onDisk('backup.json', backup.text));
		await colleague.sees('件を取り込みました');

		await colleague.follows('今やること', '.rail');
		await colleague.sees('食い違い 1');
		await colleague.opens(page);
		await colleague.sees('中間の評価が食い違っています。');
		await colleague.sees('実績が食い違っています。');
		await colleague.seesChosen('ratingMidyear', 'おおむね');

		await colleague.presses('こちらにする：十分');
		await colleague.seesChosen('ratingMidyear', '十分');
		await colleague.presses('両方をつなげて残す');
		await colleague.nowhereSees('食い違っています');
		const joined = (await colleague.textIn('result')) ?? '';
		expect(joined.split('\n').sort()).toEqual(['5年生で実施した。', '全学級で実施した。']);

		await colleague.isSaved();
		await colleague.reloads();
		await colleague.seesChosen('ratingMidyear', '十分');
		await colleague.nowhereSees('食い違っています');
	});

	journey('carries a whole year to a new device at the first start', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.ticks('情報モラル教育の授業');
		await lead.sees('27のうち 1 達成');
		const backup = await lead.writesBackup();

		const successor = await school.lead();
		await successor.opens('/');
		await successor.readsBackup('バックアップを選ぶ', onDisk('year.json', backup.text));
		await successor.sees('27のうち', '.sum');
		await successor.follows('取組一覧', '.rail');
		await successor.seesTick(actions.moral.words, '☑');
	});

	journey('that is damaged, foreign or newer is told apart and changes nothing', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await writes(lead, '十分', '全学級で実施した。');
		const backup = await lead.writesBackup();
		const before = JSON.parse(backup.text).logs;

		const wrong: Record<string, [text: string, sentence: string]> = {
			'changed.json': [backup.text.replace('全学級', '全学年'), '途中で切れているか、中身が変わっている'],
			'cut.json': [backup.text.slice(0, -200), '途中で切れているか、中身が変わっている'],
			'foreign.json': [JSON.stringify({ format: 'somebody-else', version: 1 }), 'バックアップではありません'],
			'newer.json': [backup.text.replace('"version":1', '"version":99'), 'もっと新しい版の'],
		};
		for (const [name, [text, sentence]] of Object.entries(wrong)) {
			await lead.reloads();
			await lead.readsBackup('バックアップを読み込む', onDisk(name, text));
			await lead.sees(sentence, '#backup');
			await lead.sees('この端末の記録はそのままです', '#backup');
			expect(await held(lead), name).toEqual(before);
		}
	});
});
