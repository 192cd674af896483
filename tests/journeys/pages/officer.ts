import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserName } from '../browsers/launch.ts';
import { cacheFolder } from '../cacheFolder.ts';
import type { City } from '../city.ts';
import type { Lead } from '../lead.ts';

export const password = 'a long enough password';

/** Fictional schools, as a spreadsheet writes them. */
const list = [
	['学校コード', '学校名', '校種', '特別支援学級', '院内学級'],
	['model-1', '青葉モデル小学校（架空）', '小学校', 'あり', 'なし'],
	['model-2', '青葉モデル中学校（架空）', '中学校', 'あり', 'なし'],
	['model-3', '青葉モデル高等学校（架空）', '高等学校', '', ''],
]
	.map((row) => row.join(','))
	.join('\r\n');

/** A board officer's first day, page by page; `looks` is called wherever there is something new to look at. */
export async function firstDay(city: City, officer: Lead, looks: (at: string) => Promise<void>): Promise<void> {
	// Whether somebody is signed in is asked first, and answered with 401.
	officer.foresees(/status of 401/);
	await officer.opens(await city.setupPath());
	await officer.sees('教育委員会の名前');
	await looks('はじめての設定');
	await officer.types('教育委員会の名前', '青葉モデル市教育委員会（架空）');
	await officer.types('ログイン名', 'officer');
	await officer.types('パスワード', password);
	await officer.presses('この内容ではじめる');
	await officer.sees('まず、学校を登録します');
	await looks('学校, empty');
	await officer.follows('学校をまとめて登録する');
	const file = join(cacheFolder('journeys'), `${browserName()}-schools.csv`);
	writeFileSync(file, list);
	await officer.page.give({ role: 'file', name: 'CSVファイルを選ぶ' }, file);
	await officer.sees('新規 3校');
	await looks('まとめて登録');
	await officer.presses('この内容で登録する');
	await officer.sees('3校を登録しました');
	await looks('学校');
}
