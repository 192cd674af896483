import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Result } from '../domain/result.ts';
import { createApp } from './app.ts';
import { startBackupRounds } from './backupRounds.ts';
import { runCommand } from './command.ts';
import { addressToOpen, readConfig } from './config.ts';
import { openData } from './dataFolder.ts';
import { listen } from './listen.ts';
import { readPlans } from './plans.ts';
import { makeSetupLink } from './setupLink.ts';
import { readSite } from './site.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
const isoNow = () => new Date().toISOString();

const giveUp = (sentence: string): never => {
	console.error(sentence);
	process.exit(1);
};

const orGiveUp = <Value>(result: Result<Value>): Value => (result.ok ? result.value : giveUp(result.refusal.sentence));

/** `npm run endpoint -- backup` in a process of its own; what goes wrong is told where the endpoint tells its own. */
const backUp = () =>
	new Promise<void>((resolve) => {
		const args = [fileURLToPath(import.meta.url), 'backup'];
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
		child.once('error', (error) => console.error(`バックアップを始められませんでした。${error.message}`));
		child.once('close', () => resolve());
	});

async function serve(): Promise<void> {
	const config = orGiveUp(readConfig(process.env, root));
	const site = orGiveUp(readSite(`${root}dist`));
	const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
	const plans = readPlans(`${root}seeds`);
	const storage = orGiveUp(await openData(config));
	const app = createApp({
		...{ site, version, plans, storage, random, network: config.network },
		now: Date.now,
		log: (line) => console.log(JSON.stringify(line)),
		report: (error, requestId) => console.error(isoNow(), requestId ?? '-', error),
	});
	const listener = await listen(app.fetch, config).catch((error: Error) => giveUp(error.message));
	const address = addressToOpen({ host: config.host, port: listener.port });
	console.log(`ます目を開く → ${address}`);
	if (!(await storage.board.hasAccounts())) {
		const link = await makeSetupLink(storage.board, config.network.publicOrigin ?? address, isoNow(), random);
		console.log(`教育委員会のはじめての設定(24時間以内に1回) → ${link}`);
	}
	console.log('終わるには Ctrl+C を押してください。');
	startBackupRounds({
		minutes: config.backupMinutes,
		make: backUp,
		setTimeout: (then, ms) => setTimeout(then, ms).unref(),
	});

	let stopping = false;
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		// Whatever hangs, the program ends.
		setTimeout(() => process.exit(1), 5_000).unref();
		await listener.stop();
		await storage.close();
		process.exit(0);
	};
	process.on('SIGINT', stop);
	process.on('SIGTERM', stop);
}

const [command, ...args] = process.argv.slice(2);
if (command === undefined) await serve();
else {
	process.exitCode = await runCommand([command, ...args], {
		...{ environment: process.env, root, from: process.env.INIT_CWD ?? process.cwd(), now: isoNow, random },
		say: (sentence) => console.log(sentence),
		complain: (sentence) => console.error(sentence),
	});
}
