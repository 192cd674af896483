import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Random } from './access/secrets.ts';
import { addressToOpen, readConfig, readDataPlace } from './config.ts';
import { backupFolder, type DataPlace, databaseFile, openData } from './dataFolder.ts';
import { writeBackup } from './maintenance/backup.ts';
import { restoreBackup } from './maintenance/restore.ts';
import { makeSetupLink } from './setupLink.ts';
import type { StorageHandle } from './storage/openStorage.ts';

/** What a command needs from outside. */
export interface CommandDeps {
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** The project's folder. */
	readonly root: string;
	/** Where the person stands who typed the command: file names are meant from there. */
	readonly from: string;
	/** ISO 8601 UTC. */
	readonly now: () => string;
	readonly random: Random;
	readonly say: (sentence: string) => void;
	readonly complain: (sentence: string) => void;
}

const usage = `使い方
  npm run endpoint -- backup [フォルダー]   バックアップをとります(動かしたままで構いません)
  npm run endpoint -- restore ファイル      バックアップの内容に戻します(今の内容は先に保存します)
  npm run endpoint -- setup-link            はじめての設定に使うリンクを新しく作ります`;

/** Opens what is there already: a mistyped folder must not become an empty database. */
async function openExisting(place: DataPlace): Promise<Result<StorageHandle>> {
	if (place.databaseUrl === undefined && !existsSync(databaseFile(place.data))) {
		return refuse(
			'noData',
			`「${place.data}」には、まだデータがありません。MASUME_DATA を確かめるか、先に npm start で始めてください。`,
		);
	}
	return openData(place);
}

type Work = (storage: StorageHandle, place: DataPlace) => Promise<Result<string>>;

async function backUp(storage: StorageHandle, folder: string, { now, random }: CommandDeps): Promise<Result<string>> {
	const made = await writeBackup(storage, folder, now(), random);
	if (!made.ok) return made;
	const { file, operations, bytes } = made.value;
	const kilobytes = Math.ceil(bytes / 1000).toLocaleString('ja-JP');
	return ok(
		`バックアップをとり、読み返して確かめました(記録 ${operations.toLocaleString('ja-JP')}件、${kilobytes}KB)→ ${file}`,
	);
}

async function restore(
	storage: StorageHandle,
	file: string,
	{ data }: DataPlace,
	{ now, random }: CommandDeps,
): Promise<Result<string>> {
	const done = await restoreBackup(storage, file, { folder: backupFolder(data), now: now(), random });
	if (!done.ok) return done;
	const { takenAt, operations, savedBefore } = done.value;
	const before = savedBefore === null ? '' : `\n戻す前の内容は、ここに保存してあります → ${savedBefore}`;
	return ok(
		`${takenAt} のバックアップ(記録 ${operations.toLocaleString('ja-JP')}件)に戻しました。その後の記録は、学校の端末がつながったときに送り直されます。教育委員会の方は、もう一度サインインしてください。${before}`,
	);
}

async function setupLink(storage: StorageHandle, deps: CommandDeps): Promise<Result<string>> {
	const config = readConfig(deps.environment, deps.root);
	if (!config.ok) return config;
	const origin = config.value.network.publicOrigin ?? addressToOpen(config.value);
	const link = await makeSetupLink(storage.board, origin, deps.now(), deps.random);
	return ok(`教育委員会のはじめての設定(24時間以内に1回) → ${link}`);
}

/** The command as it was typed: what opens the data, and what is done with it; undefined where it is none of ours. */
function readCommand(
	[name, argument, ...more]: readonly string[],
	deps: CommandDeps,
): { readonly open: (place: DataPlace) => Promise<Result<StorageHandle>>; readonly work: Work } | undefined {
	const named = argument === undefined ? undefined : resolve(deps.from, argument);
	if (more.length > 0) return undefined;
	if (name === 'backup') {
		return { open: openExisting, work: (storage, { data }) => backUp(storage, named ?? backupFolder(data), deps) };
	}
	if (name === 'restore' && named !== undefined) {
		return { open: openData, work: (storage, place) => restore(storage, named, place, deps) };
	}
	if (name === 'setup-link' && named === undefined) {
		return { open: openData, work: (storage) => setupLink(storage, deps) };
	}
	return undefined;
}

/** Runs one command. Exit code 0: done; 1: refused, with the reason in Japanese; 2: not a command. */
export async function runCommand(args: readonly string[], deps: CommandDeps): Promise<0 | 1 | 2> {
	const command = readCommand(args, deps);
	if (!command) {
		deps.complain(usage);
		return 2;
	}
	const place = readDataPlace(deps.environment, deps.root);
	const storage = place.ok ? await command.open(place.value) : place;
	if (!storage.ok || !place.ok) {
		if (!storage.ok) deps.complain(storage.refusal.sentence);
		return 1;
	}
	try {
		const done = await command.work(storage.value, place.value);
		if (done.ok) deps.say(done.value);
		else deps.complain(done.refusal.sentence);
		return done.ok ? 0 : 1;
	} finally {
		await storage.value.close();
	}
}
