/**
 * `node scripts/demoCity.ts FOLDER`: puts a fictional city into a data folder of the endpoint, for anybody to try.
 * A city that is there already stays as it is, with whatever was tried out in it; only new codes are printed.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CompiledQuery } from 'kysely';
import { formatCode } from '../src/domain/exchange/code.ts';
import { PlanEdition } from '../src/domain/plan/edition.ts';
import { tokyoDate } from '../src/domain/plan/fiscalYear.ts';
import { ok, type Result, refuse } from '../src/domain/result.ts';
import { databaseFile } from '../src/endpoint/dataFolder.ts';
import { openSqlite, type StorageHandle } from '../src/endpoint/storage/openStorage.ts';
import { account, type CityDeps, type DemoCode, issueCodes, layCity } from './demo/city.ts';
import { municipality } from './demo/schools.ts';

export const demoEditions: readonly PlanEdition[] = ['sendai-2024', 'sendai-2025'].map((name) =>
	PlanEdition.parse(JSON.parse(readFileSync(new URL(`../seeds/${name}.json`, import.meta.url), 'utf8'))),
);

type Circumstances = Pick<CityDeps, 'now' | 'random' | 'schools'>;

/** Sees to it that a folder holds the city, and gives the lines to be shown: account and fresh codes. */
export async function demoCity(folder: string, circumstances: Circumstances): Promise<Result<string[]>> {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const file = databaseFile(folder);
	const laid = existsSync(file) ? [] : [await layAt(file, circumstances)];
	const storage = await openSqlite(file);
	try {
		if (!(await isTheCity(storage))) {
			return refuse(
				'otherData',
				`「${folder}」には架空の市ではないデータがあります。何も変えていません。別のフォルダーを指定してください。`,
			);
		}
		return ok([...laid, ...linesOf(await issueCodes({ ...circumstances, storage }))]);
	} finally {
		await storage.close();
	}
}

const isTheCity = async ({ board }: StorageHandle): Promise<boolean> =>
	(await board.accountOf(account.loginName))?.municipality === municipality.id;

/**
 * Makes the city beside its place and moves it there when it is whole: half a city is never found. Until then nothing
 * has to outlast a power cut, which makes it several times faster.
 */
async function layAt(file: string, circumstances: Circumstances): Promise<string> {
	const unfinished = `${file}.unfinished`;
	for (const end of ['', '-wal', '-shm']) rmSync(`${unfinished}${end}`, { force: true });
	const storage = await openSqlite(unfinished);
	const durability = (level: 'OFF' | 'FULL') =>
		storage.database.session.executeQuery(CompiledQuery.raw(`pragma synchronous = ${level}`));
	const today = tokyoDate(Date.parse(circumstances.now));
	const city = { ...circumstances, storage, seed: municipality.id, today, editions: demoEditions };
	const laid = await durability('OFF')
		.then(() => layCity(city))
		.finally(() => durability('FULL'))
		.finally(() => storage.close());
	renameSync(unfinished, file);
	return `架空の市「${municipality.name}」を用意しました(学校${laid.schools}校、記録${laid.operations}件)。`;
}

const linesOf = (codes: readonly DemoCode[]): string[] => [
	`教育委員会の画面(/board) ログイン名 ${account.loginName} パスワード ${account.password}`,
	'学校に入るコード(1台に1回、30日間):',
	...codes.map(({ school, code }) => `  ${formatCode(code)}  ${school.name}`),
];

/** Answers with the exit code. */
async function main(folder: string | undefined): Promise<number> {
	if (folder === undefined) {
		console.error('使い方:node scripts/demoCity.ts フォルダー');
		return 1;
	}
	const answer = await demoCity(folder, {
		now: new Date().toISOString(),
		random: (bytes) => crypto.getRandomValues(bytes),
	});
	if (answer.ok) console.log(answer.value.join('\n'));
	else console.error(answer.refusal.sentence);
	return answer.ok ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv[2]);
