import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { readSite } from '../../src/endpoint/site.ts';
import { plainApp } from '../endpoint/plainApp.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const gone = (child: ChildProcess) =>
	child.exitCode !== null || child.signalCode !== null
		? Promise.resolve()
		: new Promise<void>((resolve) => child.once('exit', () => resolve()));

async function spawnEndpoint(port: number, data: string): Promise<{ url: string; stop: () => Promise<void> }> {
	const child = spawn(process.execPath, ['src/endpoint/main.ts'], {
		cwd: root,
		env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', MASUME_DATA: data, BACKUP_MINUTES: '0' },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let said = '';
	const url = await new Promise<string>((resolve, reject) => {
		const listen = (text: Buffer) => {
			said += text;
			const address = /http:\/\/\S+/.exec(said);
			if (address) resolve(address[0]);
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', (text) => {
			said += text;
		});
		child.once('exit', () => reject(new Error(`the endpoint did not start: ${said}`)));
	});
	const stop = () => {
		child.kill();
		return gone(child);
	};
	return { url, stop };
}

/** The same endpoint over another build, in this process: the program itself knows only its own `dist`. */
async function serveBuild(folder: string, port: number): Promise<() => Promise<void>> {
	const site = readSite(folder);
	if (!site.ok) throw new Error(site.refusal.sentence);
	const app = await plainApp(site.value, 'next', (error) => console.error(error));
	const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
		const listening = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, () => resolve(listening));
	});
	return () =>
		new Promise((resolve) => {
			server.close(() => resolve());
			if ('closeAllConnections' in server) server.closeAllConnections();
		});
}

/** The site as it is really served, on an address of its own. Stopping it is what being offline means. */
export class Site {
	readonly url: string;
	/** What the endpoint keeps lies here, from its first start until it is closed. */
	readonly data: string;
	private halt: (() => Promise<void>) | undefined;

	private constructor(url: string, data: string, halt: () => Promise<void>) {
		this.url = url;
		this.data = data;
		this.halt = halt;
	}

	static async start(): Promise<Site> {
		const data = mkdtempSync(join(tmpdir(), 'masume-journey-'));
		const { url, stop } = await spawnEndpoint(0, data);
		return new Site(url, data, stop);
	}

	async stop(): Promise<void> {
		await this.halt?.();
		this.halt = undefined;
	}

	/** Stops it for good: what it kept is gone. */
	async close(): Promise<void> {
		await this.stop();
		rmSync(this.data, { recursive: true, force: true });
	}

	/** Starts again under the same address; with `build`, another version of the site. */
	async startAgain(build?: string): Promise<void> {
		const port = Number(new URL(this.url).port);
		this.halt = build ? await serveBuild(build, port) : (await spawnEndpoint(port, this.data)).stop;
	}
}
