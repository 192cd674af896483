import { describe, expect, it } from 'vitest';
import { exchangeBounds } from '../../src/domain/exchange/logs.ts';
import { school } from './city.ts';
import { routes } from './client.ts';

/** A device that sends whatever it likes to its own log. */
async function pushing() {
	const { city, lead } = await school();
	const send = (text: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
		lead.ask('POST', lead.log('operations'), { text, headers });
	return { city, lead, send };
}

describe('a body', () => {
	it('is refused where there is none, as some service workers once sent them', async () => {
		const { send } = await pushing();
		const answer = await send('');
		expect([answer.status, answer.json.reason]).toEqual([400, 'emptyBody']);
	});

	it.each(['{', '{"epoch":', 'nonsense', '\u0000', 'NaN', "{'a':1}", '[1,]', '\ufeff\ufeff{}'])(
		'that is not JSON is refused: %j',
		async (text) => {
			const { send } = await pushing();
			const answer = await send(text);
			expect([answer.status, answer.json.reason]).toEqual([400, 'notJson']);
		},
	);

	it('that is not UTF-8 is refused', async () => {
		const { send } = await pushing();
		const answer = await send(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]));
		expect([answer.status, answer.json.reason]).toEqual([400, 'notJson']);
	});

	it.each([
		'null',
		'1',
		'"a"',
		'[]',
		'{}',
		'{"epoch":null,"operations":null}',
		`${'['.repeat(200_000)}${']'.repeat(200_000)}`,
	])('of the wrong shape is refused: %.30s', async (text) => {
		const { send } = await pushing();
		const answer = await send(text);
		expect([answer.status, answer.json.reason]).toEqual([422, 'unreadable']);
	});

	it.each([
		{ 'Content-Type': 'text/plain' },
		{ 'Content-Type': '' },
		{ 'Content-Type': 'application/json-seq' },
		{ 'Content-Encoding': 'gzip' },
	])('of another type is refused: %j', async (headers) => {
		const { send } = await pushing();
		const answer = await send('{}', headers);
		expect([answer.status, answer.json.reason]).toEqual([415, 'notJsonType']);
	});

	it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8'])(
		'may call itself %s',
		async (type) => {
			const { send } = await pushing();
			expect((await send('{}', { 'Content-Type': type })).status).toBe(422);
		},
	);

	it('that is too large is refused before it is read to its end', async () => {
		const { city, lead } = await pushing();
		let given = 0;
		const endless = new ReadableStream<Uint8Array>({
			pull(controller) {
				given += 100_000;
				controller.enqueue(new Uint8Array(100_000).fill(0x20));
			},
		});
		const headers = { Authorization: `Bearer ${lead.enrolled.token}`, 'Content-Type': 'application/json' };
		const request = new Request(`http://localhost/api/v1${lead.log('operations')}`, {
			...{ method: 'POST', headers, body: endless, duplex: 'half' },
		} as RequestInit);
		const answer = await city.app.request(request);
		expect(answer.status).toBe(413);
		expect(((await answer.json()) as { reason: string }).reason).toBe('tooLarge');
		expect(given).toBeLessThan(exchangeBounds.bodyBytes + 500_000);
	});

	it('that says it will be too large is not read at all', async () => {
		const { send } = await pushing();
		const answer = await send('{}', { 'Content-Length': String(exchangeBounds.bodyBytes + 1) });
		expect([answer.status, answer.json.reason]).toEqual([413, 'tooLarge']);
	});

	it('with an operation as large as a person could ever write is taken', async () => {
		const { lead } = await pushing();
		const operation = lead.notes('action/a', 'result', '学'.repeat(39_000));
		expect((await lead.push([operation])).status).toBe(200);
		expect((await lead.push([lead.notes('action/a', 'result', '学'.repeat(41_000))])).json.reason).toBe(
			'refusedOperations',
		);
	});

	it('cannot reach into the program', async () => {
		const { lead, send } = await pushing();
		const { epoch } = lead.enrolled;
		const operation = JSON.stringify(lead.ticks('a')).slice(0, -1);
		const sent = `{"epoch":"${epoch}","operations":[${operation},"__proto__":{"polluted":true}}]}`;
		expect((await send(sent)).status).toBe(200);
		expect((await lead.pull()).text).toContain('"__proto__":{"polluted":true}');
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect((await send(`{"epoch":"${epoch}","operations":[],"__proto__":{}}`)).status).toBe(422);
	});
});

describe('methods', () => {
	const paths = [...new Set(routes.map(({ path }) => path))];

	it.each(paths)('that %s does not know are named', async (path) => {
		const { city } = await school();
		const place = path.replace(':year', '2026').replace(/:\w+/g, 'a');
		const known = routes.filter((route) => route.path === path).map(({ method }) => method);
		for (const method of ['PATCH', 'GET', 'POST', 'PUT', 'DELETE', 'PROPFIND'].filter(
			(each) => !known.includes(each as 'GET'),
		)) {
			const answer = await city.ask(method, place);
			expect([answer.status, answer.json.reason]).toEqual([405, 'methodNotAllowed']);
			for (const each of known) expect(answer.headers.get('Allow')).toContain(each);
		}
	});
});
