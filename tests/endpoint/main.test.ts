import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../src/endpoint/main.ts', import.meta.url));
const started: ChildProcess[] = [];

/** Starts the endpoint as `npm start` does; `said` waits for a line, `ended` for the end. */
function start(environment: Readonly<Record<string, string>>) {
	const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, ...environment } });
	started.push(child);
	let output = '';
	const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
	const said = (pattern: RegExp) =>
		new Promise<string>((resolve, reject) => {
			const listen = (chunk: Buffer) => {
				output += chunk;
				const found = pattern.exec(output)?.[1];
				if (found) resolve(found);
			};
			child.stdout.on('data', listen);
			child.stderr.on('data', listen);
			ended.then(() => reject(new Error(`ended before it said so: ${output}`)));
		});
	return { child, ended, said };
}

afterEach(() => {
	for (const child of started.splice(0)) child.kill('SIGKILL');
});

describe('the endpoint on a port', () => {
	it('says where to open it, answers there, and stops when told to', async () => {
		const { child, ended, said } = start({ PORT: '0' });
		const address = await said(/(http:\/\/localhost:\d+)/);
		expect(await (await fetch(`${address}/api/v1/health`)).json()).toMatchObject({ status: 'ok' });
		const head = await fetch(address, { method: 'HEAD', headers: { Accept: 'text/html' } });
		expect([head.status, Number(head.headers.get('Content-Length')) > 0]).toEqual([200, true]);

		child.kill('SIGTERM');
		expect((await ended).code).toBe(0);
	});

	it('says in Japanese that the port is taken, and by which command to use another', async () => {
		const port = new URL(await start({ PORT: '0' }).said(/(http:\/\/localhost:\d+)/)).port;
		const second = start({ PORT: port });
		await second.said(/(ほかのプログラム)/);
		const { code, output } = await second.ended;
		expect(code).toBe(1);
		expect(output).toContain(`ポート ${port} はほかのプログラムが使っています`);
		expect(output).toContain('PORT=8787 npm start');
		expect(output).not.toContain('    at ');
	});

	it('does not start on nonsense', async () => {
		const { ended, said } = start({ PORT: '八千' });
		await said(/(半角)/);
		expect((await ended).code).toBe(1);
	});
});
