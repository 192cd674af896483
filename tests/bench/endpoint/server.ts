import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../src/endpoint/main.ts', import.meta.url));

export interface Server {
	readonly port: number;
	/** Megabytes that the process holds now, and held at most. Linux only. */
	memory(): { now: number; most: number } | undefined;
	stop(): Promise<void>;
}

/** The endpoint as `npm start` runs it: a process of its own over a folder of data. */
export async function startServer(data: string): Promise<Server> {
	const child = spawn(process.execPath, [main], {
		env: { ...process.env, MASUME_DATA: data, DATABASE_URL: '', PORT: '0', HOST: '127.0.0.1' },
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const port = await new Promise<number>((resolve, reject) => {
		let said = '';
		child.stdout.on('data', (chunk) => {
			said += chunk;
			const found = /http:\/\/localhost:(\d+)/.exec(said)?.[1];
			if (found) resolve(Number(found));
		});
		child.once('exit', () => reject(new Error(`the endpoint did not start: ${said}`)));
	});
	// A pipe that nobody reads fills up and stops the server.
	child.stdout.resume();
	return {
		port,
		memory: () => memoryOf(child.pid ?? 0),
		stop: () => {
			child.kill('SIGTERM');
			return gone;
		},
	};
}

function memoryOf(pid: number): { now: number; most: number } | undefined {
	if (process.platform !== 'linux') return undefined;
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN);
	return { now: kilobytes('VmRSS') / 1024, most: kilobytes('VmHWM') / 1024 };
}

/** Many devices at once: every one keeps its own connection, as browsers do. */
export const connections = (sockets: number): Agent => new Agent({ keepAlive: true, maxSockets: sockets });

export interface Asked {
	readonly port: number;
	readonly agent: Agent;
	readonly method: 'GET' | 'POST';
	readonly path: string;
	readonly token: string;
	readonly body?: string | undefined;
}

/** One request; anything but 200 ends the measuring. */
export function ask({ port, agent, method, path, token, body }: Asked): Promise<string> {
	return new Promise((resolve, reject) => {
		const headers = {
			Authorization: `Bearer ${token}`,
			...(body !== undefined && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
		};
		const asked = request({ host: '127.0.0.1', port, agent, method, path, headers }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () => {
				const text = Buffer.concat(parts).toString();
				if (answer.statusCode === 200) resolve(text);
				else reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 300)}`));
			});
		});
		asked.on('error', reject);
		asked.end(body);
	});
}
