import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../src/endpoint/main.ts', import.meta.url));
const started: ChildProcess[] = [];
const folders: string[] = [];

/** A folder that is not there yet, in one that is removed afterwards. */
function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'masume-main-'));
	folders.push(folder);
	return join(folder, 'data');
}

/** Starts the endpoint as `npm start` does, or one of its commands; `said` waits for a line, `ended` for the end. */
function start(environment: Readonly<Record<string, string>>, ...command: string[]) {
	const env = { PATH: process.env.PATH, MASUME_DATA: environment.MASUME_DATA ?? newFolder(), ...environment };
	const child = spawn(process.execPath, [main, ...command], { env });
	started.push(child);
	let output = '';
	const keep = (chunk: Buffer) => {
		output += chunk;
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
	const said = (pattern: RegExp) =>
		new Promise<string>((resolve, reject) => {
			const look = () => {
				const found = pattern.exec(output)?.[1];
				if (found) resolve(found);
			};
			look();
			child.stdout.on('data', look);
			child.stderr.on('data', look);
			ended.then(() => reject(new Error(`ended before it said so: ${output}`)));
		});
	return { child, ended, said, output: () => output };
}

const address = /開く → (http:\/\/localhost:\d+)/;
const setupLink = /はじめての設定.* → (http\S+)/;

/** Opens the setup link as the page does; the session's cookie. */
async function setUp(url: string, link: string): Promise<string> {
	const body = JSON.stringify({
		...{ secret: link.split('#')[1], municipalityName: '青葉市教育委員会', loginName: 'aoba' },
		password: 'はるのうみ ひねもす 55',
	});
	const headers = { 'Content-Type': 'application/json', Origin: url };
	const answer = await fetch(`${url}/api/v1/board/setup`, { method: 'POST', headers, body });
	expect(answer.status).toBe(201);
	return answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
}

afterEach(() => {
	for (const child of started.splice(0)) child.kill('SIGKILL');
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the endpoint on a port', () => {
	it('says where to open it, answers there, and stops when told to', async () => {
		const { child, ended, said } = start({ PORT: '0' });
		const url = await said(address);
		expect(await (await fetch(`${url}/api/v1/health`)).json()).toMatchObject({ status: 'ok' });
		const head = await fetch(url, { method: 'HEAD', headers: { Accept: 'text/html' } });
		expect([head.status, Number(head.headers.get('Content-Length')) > 0]).toEqual([200, true]);

		child.kill('SIGTERM');
		expect((await ended).code).toBe(0);
	});

	it('says in Japanese that the port is taken, and by which command to use another', async () => {
		const port = new URL(await start({ PORT: '0' }).said(address)).port;
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

	it('says in Japanese that the data cannot be opened', async () => {
		const { ended } = start({ PORT: '0', MASUME_DATA: '/dev/null/data' });
		const { code, output } = await ended;
		expect(code).toBe(1);
		expect(output).toContain('データの保存先「/dev/null/data」を開けません');
		expect(output).not.toContain('    at ');
	});

	it('does not tell the password of a database that it cannot reach', async () => {
		const { ended } = start({ PORT: '0', DATABASE_URL: 'postgres://masume:himitsu@127.0.0.1:1/masume' });
		const { code, output } = await ended;
		expect(code).toBe(1);
		expect(output).toContain('DATABASE_URL');
		expect(output).not.toContain('himitsu');
	});

	it('prints a new setup link at each start, until the first account is made', async () => {
		const data = newFolder();
		const first = start({ PORT: '0', MASUME_DATA: data });
		const link = await first.said(setupLink);
		first.child.kill('SIGTERM');
		await first.ended;

		const second = start({ PORT: '0', MASUME_DATA: data });
		const url = await second.said(address);
		const newer = await second.said(setupLink);
		expect(newer).not.toBe(link);
		expect(newer.startsWith(`${url}/board/setup#`)).toBe(true);
		const cookie = await setUp(url, newer);
		second.child.kill('SIGTERM');
		await second.ended;

		const third = start({ PORT: '0', MASUME_DATA: data });
		const again = await third.said(address);
		await third.said(/(Ctrl)/);
		expect(third.output()).not.toMatch(setupLink);
		const session = await fetch(`${again}/api/v1/board/session`, { headers: { Cookie: cookie } });
		expect(await session.json()).toMatchObject({ loginName: 'aoba' });
	});

	it('keeps its data where nobody else of the machine can read it', async () => {
		const data = newFolder();
		await start({ PORT: '0', MASUME_DATA: data }).said(address);
		expect((statSync(data).mode & 0o777).toString(8)).toBe('700');
	});

	it('finishes a request that is under way when it is told to stop', async () => {
		const { child, ended, said } = start({ PORT: '0' });
		const port = Number(new URL(await said(address)).port);
		const socket = connect(port, '127.0.0.1');
		await once(socket, 'connect');
		let answer = '';
		socket.on('data', (chunk) => {
			answer += chunk;
		});
		const body = JSON.stringify({ code: '000000000000' });
		const head = `POST /api/v1/enrolments/lookup HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
		socket.write(head);
		await once(socket, 'data');
		child.kill('SIGTERM');
		// The port closes at once; the request that had begun still gets its answer.
		await expect
			.poll(() =>
				fetch(`http://127.0.0.1:${port}/`).then(
					() => 'open',
					() => 'closed',
				),
			)
			.toBe('closed');
		socket.write(body);
		await once(socket, 'close');
		expect(answer).toContain('HTTP/1.1 404');
		expect(answer).toContain('unknownCode');
		expect((await ended).code).toBe(0);
	});

	it('is not kept from stopping by one who never ends his request', async () => {
		const { child, ended, said } = start({ PORT: '0' });
		const socket = connect(Number(new URL(await said(address)).port), '127.0.0.1');
		await once(socket, 'connect');
		socket.on('error', () => undefined);
		socket.write(
			'POST /api/v1/enrolments HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n',
		);
		await once(socket, 'data');
		const begun = performance.now();
		child.kill('SIGTERM');
		expect((await ended).code).not.toBeNull();
		expect(performance.now() - begun).toBeLessThan(5_500);
	});

	it('answers nonsense on the wire with a 4xx, and goes on', async () => {
		const url = await start({ PORT: '0' }).said(address);
		for (const bytes of [
			'nonsense\r\n\r\n',
			'GET /api/%zz/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
			'GET /api/v1/health HTTP/1.1\r\nHost: <>^\r\nConnection: close\r\n\r\n',
			'GET /api/v1/health HTTP/1.1\r\nConnection: close\r\n\r\n',
			'GET http://[::1/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
			'POST /api/v1/enrolments HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
			`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
		]) {
			const socket = connect(Number(new URL(url).port), '127.0.0.1');
			let answer = '';
			socket.on('data', (chunk) => {
				answer += chunk;
			});
			socket.on('error', () => undefined);
			socket.write(bytes);
			await once(socket, 'close');
			expect(answer.split('\r\n')[0], bytes.slice(0, 60)).toMatch(/^HTTP\/1\.1 4\d\d/);
		}
		expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
	});
});

describe('commands', () => {
	it('tell how they are used', async () => {
		for (const command of [['help'], ['restore'], ['backup', 'a', 'b'], ['setup-link', 'x']]) {
			const { code, output } = await start({}, ...command).ended;
			expect([code, output.split('\n')[0]]).toEqual([2, '使い方']);
		}
	});

	it('back up and restore while the endpoint runs', async () => {
		const data = newFolder();
		const server = start({ PORT: '0', MASUME_DATA: data });
		const url = await server.said(address);
		const cookie = await setUp(url, await server.said(setupLink));
		const put = (name: string) =>
			fetch(`${url}/api/v1/board/schools`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json', Origin: url, Cookie: cookie },
				body: JSON.stringify({ schools: [{ code: 'aoba-e', name, schoolType: 'elementary', units: [] }] }),
			});
		await put('青葉小学校');
		const made = await start({ MASUME_DATA: data }, 'backup').ended;
		expect([made.code, made.output]).toEqual([
			0,
			expect.stringContaining('バックアップをとり、読み返して確かめました'),
		]);
		const [file = ''] = readdirSync(join(data, 'backups'));
		await put('名前をまちがえた小学校');

		const back = await start({ MASUME_DATA: data }, 'restore', join(data, 'backups', file)).ended;
		expect([back.code, back.output]).toEqual([0, expect.stringContaining('に戻しました')]);
		expect((await fetch(`${url}/api/v1/board/session`, { headers: { Cookie: cookie } })).status).toBe(401);
		expect(readdirSync(join(data, 'backups'))).toHaveLength(2);
	});

	it('say what is wrong, and change nothing', async () => {
		const data = newFolder();
		const none = await start({ MASUME_DATA: data }, 'backup').ended;
		expect([none.code, none.output]).toEqual([1, expect.stringContaining('まだデータがありません')]);
		expect(existsSync(data)).toBe(false);
		const lost = await start({ MASUME_DATA: data }, 'restore', '/nowhere/backup.gz').ended;
		expect([lost.code, lost.output]).toEqual([1, expect.stringContaining('見つからない')]);
		expect(lost.output).not.toContain('    at ');
	});

	it('make another setup link', async () => {
		const data = newFolder();
		const url = await start({ PORT: '0', MASUME_DATA: data }).said(address);
		const made = await start({ MASUME_DATA: data, PUBLIC_URL: 'https://masume.example.jp' }, 'setup-link').ended;
		const link = setupLink.exec(made.output)?.[1] ?? '';
		expect(link.startsWith('https://masume.example.jp/board/setup#')).toBe(true);
		await setUp(url, link);
	});
});
