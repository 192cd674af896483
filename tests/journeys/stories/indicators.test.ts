import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { plan2025 } from '../../session/browser.ts';
import { browserName } from '../browsers/launch.ts';
import { cacheFolder } from '../cacheFolder.ts';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';

const scene = (n: number) => `#scene-${plan2025.indicators[n - 1]?.id}`;

const onDisk = (name: string, ...lines: readonly string[]): string => {
	const file = join(cacheFolder('journeys'), `${browserName()}-${name}`);
	writeFileSync(file, lines.join('\r\n'));
	return file;
};

/** The first day of the year that the device is in: it has come whenever the story is told. */
const firstOfApril = (lead: Lead): Promise<string> =>
	lead.page.run(() => document.querySelector<HTMLInputElement>('input[type=date]')?.min ?? '', undefined);

async function opens(lead: Lead): Promise<void> {
	await lead.follows('端末活用', '.rail');
	await lead.sees('場面ごとの端末活用目標');
}

describe('端末活用', () => {
	journey(
		'an observation counts towards the city’s rate, 未測定 is an answer, and both can be taken back',
		async (school) => {
			const lead = await school.lead();
			await lead.begins();
			await opens(lead);
			await lead.sees('市目標 95%', scene(1));
			await lead.sees('記録なし', scene(1));

			await lead.presses('場面①に測ったことを入れる');
			await lead.chooses('週3回以上', scene(1));
			await lead.types('全部で', '１２');
			await lead.types('のうち', '13');
			await lead.chooses('聞き取り', scene(1));
			await lead.presses('この内容で記録する');
			await lead.sees('全部の学級（12）より多くなっています', scene(1));
			await lead.keys('Backspace', 'Backspace', '9');
			await lead.presses('この内容で記録する');
			await lead.sees('市目標に数えられます', scene(1));
			await lead.sees('12学級のうち9学級', scene(1));

			await lead.presses('場面②に測ったことを入れる');
			await lead.chooses('未測定', scene(2));
			await lead.presses('この内容で記録する');
			await lead.sees('未測定 まだ測っていません', scene(2));

			await lead.presses('元に戻す', '.toast');
			await lead.sees('記録なし', scene(2));
			await lead.isSaved();
			await lead.reloads();
			await lead.sees('週3回以上 市目標に数えられます', scene(1));
		},
	);

	journey(
		'a summary of device logs is seen before it is recorded; one that names persons is not taken in',
		async (school) => {
			const lead = await school.lead();
			await lead.begins();
			await opens(lead);
			await lead.presses('場面①に測ったことを入れる');
			const day = await firstOfApril(lead);
			await lead.presses('やめる');
			await lead.presses('集計のCSVを取り込む');
			await lead.page.give(
				{ role: 'file', name: 'CSVファイルを選ぶ' },
				onDisk('names.csv', '日付,場面,出席番号,氏名,使用日数', `${day},①,1,架空 花子,3`),
			);
			await lead.sees('このファイルは取り込みません', '.log-result');
			await lead.nowhereSees('花子');

			await lead.page.give(
				{ role: 'file', name: 'CSVファイルを選ぶ' },
				onDisk('log.csv', '日付,場面,使用学級数,全学級数', `${day},①,9,12`, `${day},②,13,12`, `${day},③,0,12`),
			);
			await lead.sees('記録する内容 2件、読めない行 1行', '.log-result');
			await lead.sees('3行目', '.log-result');
			await lead.sees('まだ何も記録していません', '.log-result');
			expect(await lead.words(scene(1))).toContain('記録なし');
			await lead.presses('この内容で記録する');
			await lead.sees('2件を記録しました', '.log-result');
			await lead.sees('頻度は未入力', scene(1));
			await lead.sees('12学級のうち9学級', scene(1));
			await lead.sees('12学級のうち0学級', scene(3));
			await lead.sees('記録なし', scene(2));

			await lead.presses('元に戻す', '.toast');
			await lead.sees('記録なし', scene(1));
			await lead.sees('記録なし', scene(3));
		},
	);
});
