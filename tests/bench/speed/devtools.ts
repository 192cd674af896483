import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

type Answer = Record<string, unknown>;
type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void };

/** One conversation over Chromium's debugging protocol: the browser itself, or one page of it. */
export interface Session {
	send(method: string, parameters?: Answer): Promise<Answer>;
}

export interface Chromium extends Session {
	page(targetId: string): Promise<Session>;
	close(): Promise<void>;
}

const flags = [
	...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars'],
	...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions'],
	...['--window-size=1366,768', '--remote-debugging-port=0', 'about:blank'],
];

/** Debian's own Chromium where it stands, else the one that the browser driver has fetched. */
const binary = (): string => (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : chromium.executablePath());

const addressOf = (child: ChildProcess): Promise<string> =>
	new Promise((resolve, reject) => {
		let said = '';
		child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			const address = /ws:\/\/\S+/.exec(said);
			if (address) resolve(address[0]);
		});
		child.once('error', reject);
		child.once('exit', () => reject(new Error(`Chromium did not start:\n${said}`)));
	});

async function connect(address: string) {
	const socket = new WebSocket(address);
	await new Promise((opened, failed) => {
		socket.addEventListener('open', opened);
		socket.addEventListener('error', failed);
	});
	let count = 0;
	const waiting = new Map<number, Waiting>();
	socket.addEventListener('message', ({ data }) => {
		const { id, result, error } = JSON.parse(String(data));
		const asked = waiting.get(id);
		waiting.delete(id);
		if (error) asked?.reject(new Error(error.message));
		else asked?.resolve(result);
	});
	return (method: string, parameters: Answer = {}, sessionId?: string): Promise<Answer> =>
		new Promise((resolve, reject) => {
			count += 1;
			waiting.set(count, { resolve, reject });
			socket.send(JSON.stringify({ id: count, method, params: parameters, ...(sessionId && { sessionId }) }));
		});
}

/**
 * Chromium without a browser driver: a driver puts a second script world into every page and holds every service
 * worker's start until it has looked at it, which under the slowdown costs more than what is to be measured.
 */
export async function launchChromium(): Promise<Chromium> {
	const profile = mkdtempSync(join(tmpdir(), 'masume-bench-'));
	const child = spawn(binary(), [...flags, `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'pipe'] });
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const send = await connect(await addressOf(child));
	return {
		send,
		async page(targetId) {
			const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
			return { send: (method, parameters) => send(method, parameters, String(sessionId)) };
		},
		async close() {
			child.kill();
			await ended;
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}
