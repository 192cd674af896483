import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/endpoint/main.ts', import.meta.url));

/** The endpoint as `npm start` runs it, in a process of its own, on a data folder and whatever port is free. */
export class ServerProcess {
	readonly #data: string;
	#child: ChildProcess | undefined;
	/** Everything it wrote to stderr. Nothing belongs there. */
	complaints = '';
	origin = '';

	constructor(data: string) {
		this.#data = data;
	}

	/** Resolves when it listens. */
	async start(): Promise<void> {
		const env = { PATH: process.env.PATH, MASUME_DATA: this.#data, PORT: '0', BACKUP_MINUTES: '0' };
		const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
		this.#child = child;
		child.stderr.on('data', (chunk) => {
			this.complaints += chunk;
		});
		this.origin = await new Promise<string>((resolve, reject) => {
			let said = '';
			child.stdout.on('data', (chunk) => {
				said += chunk;
				const found = /開く → http:\/\/localhost:(\d+)/.exec(said)?.[1];
				if (found) resolve(`http://127.0.0.1:${found}`);
			});
			child.once('close', () => reject(new Error(`ended before it listened: ${said}${this.complaints}`)));
		});
	}

	/** `kill -9`: no last word, no clean-up. Resolves when the process is gone. */
	async kill(): Promise<void> {
		const child = this.#child;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, 'close');
		child.kill('SIGKILL');
		await gone;
	}
}
