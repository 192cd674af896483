import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Json, Operation } from '../../../src/domain/record/operation.ts';
import { writeBackup } from '../../../src/files/backup.ts';
import { PlaywrightPage } from '../browsers/playwrightBrowser.ts';
import { until } from '../browsers/until.ts';
import { cacheFolder } from '../cacheFolder.ts';
import type { Lead } from '../lead.ts';
import { actions } from '../stories/plan.ts';

const school = fileURLToPath(new URL('../../../seeds/fictional/aoba-model-2026.json', import.meta.url));

/** The browser's own page, for what only Chromium's driver can do. */
export function rawPage({ page }: Lead): Page {
	if (!(page instanceof PlaywrightPage)) throw new Error('only Chromium is looked at this way');
	return page.page;
}

/** The day on which the fictional school of the seeds stands; its pictures do not change with the calendar. */
export const setsTheDay = (lead: Lead): Promise<void> =>
	rawPage(lead).context().clock.setFixedTime(new Date('2026-11-20T10:00:00+09:00'));

/** A device of the fictional school in the middle of its year. */
export async function takesOverTheSchool(lead: Lead): Promise<void> {
	await setsTheDay(lead);
	await lead.opens('/');
	await lead.readsBackup('バックアップを選ぶ', school);
	await lead.sees('今やること', 'main h1');
	await lead.isSaved();
}

/** The □ of which the colleague's file below says something else. */
export const contested = actions.generative.id;

/** A colleague has entered other things without a network; their file is read in. */
export async function takesInWhatDiffers(lead: Lead): Promise<void> {
	const elsewhere = (n: number, field: string, value: Json): Operation => ({
		version: 1,
		id: `${'c0'.repeat(16)}.${n}`,
		lamport: n,
		at: '2026-11-19T06:20:00.000Z',
		by: { role: 'vicePrincipal', label: '職員室のiPad' },
		entity: `action/${contested}`,
		field,
		value,
		replaces: [],
	});
	const differing: [field: string, value: Json][] = [
		['status', 'inProgress'],
		['ratingMidyear', 'insufficient'],
		['result', '5年生で実施した。6年生は3学期に行う。'],
		['deadline', 'summer'],
	];
	const operations = differing.map(([field, value], index) => elsewhere(index + 1, field, value));
	const text = await writeBackup(
		{ logs: [{ fiscalYear: 2026, operations }], appVersion: 'test', now: Date.parse('2026-11-19T07:00:00Z') },
		(bytes) => crypto.subtle.digest('SHA-256', bytes),
	);
	const file = join(cacheFolder('journeys'), 'colleague.json');
	writeFileSync(file, text);
	await lead.opens(`/actions/${contested}`);
	for (const [radio, group] of [
		['達成', 'status'],
		['十分', 'ratingMidyear'],
		['年内', 'deadline'],
	] as const) {
		await lead.chooses(radio, `[aria-labelledby=${group}]`);
		await lead.seesChosen(group, radio);
	}
	await lead.types('実績', '全学級で実施した。');
	await lead.keys('Tab');
	await lead.isSaved();
	await lead.opens('/settings');
	await lead.readsBackup('バックアップを読み込む', file);
	await lead.sees('件を取り込みました', '#backup');
}

/** Opens every form that 取組 has. */
export async function opensEveryForm(lead: Lead): Promise<void> {
	await lead.opens(`/actions/${actions.generative.id}`);
	for (const name of ['メモを足す', '日付を変える', '資料のリンクを足す']) await lead.presses(name);
	await lead.chooses('該当なし', '[aria-labelledby=status]');
	await lead.sees('該当なしの理由');
	await until('a record', async () => (await lead.words('.ledger')) !== '');
	await lead.page.run(() => document.querySelector<HTMLElement>('.ledger button')?.click(), undefined);
	await lead.sees('この記録を消す');
}
