import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { exchangeBounds } from '../../src/domain/exchange/logs.ts';
import { school } from './city.ts';

describe('a log that two devices share', () => {
	it('takes in what one ticks, and gives it to the other as it was', async () => {
		const { lead, principal } = await school();
		const operations = [lead.ticks('sendai-2025-1-1-1-1'), lead.notes('action/a', 'result', '5年2組で生成AIの授業')];
		const pushed = await lead.push(operations);
		expect(pushed.json).toMatchObject({ sequence: 2, acknowledged: 2, durableSequence: 0 });
		const pulled = await principal.pull();
		expect(pulled.json).toMatchObject({
			...{ operations, next: 2, more: false, sequence: 2, count: 2, versionVector: { [lead.name]: 2 } },
			fiscalYear: 2026,
		});
	});

	it('takes the same again without counting it', async () => {
		const { city, lead } = await school();
		const operations = [lead.ticks('a'), lead.ticks('b')];
		await lead.push(operations);
		const kept = await city.dump();
		expect((await lead.push(operations)).json).toMatchObject({ sequence: 2, acknowledged: 2 });
		expect(await city.dump()).toBe(kept);
	});

	it('comes in pages', async () => {
		const { lead, principal } = await school();
		await lead.push(Array.from({ length: 5 }, (_, n) => lead.ticks(`a-${n}`)));
		const first = (await principal.pull(0, '&limit=2')).json;
		expect(first).toMatchObject({ next: 2, more: true, count: 5 });
		const rest = (await principal.pull(2, '&limit=3')).json;
		expect(rest).toMatchObject({ next: 5, more: false });
		const end = await principal.pull(5);
		expect(end.json).toMatchObject({ operations: [], next: 5, more: false });
	});

	it('relays what a newer app wrote, key by key in its order', async () => {
		const { lead, principal } = await school();
		const newer = {
			zeta: [1, { '\u0000': 'x' }],
			...lead.notes('hologram/1', 'shape', { b: 1, a: '\ud800' }),
			version: 7,
			alpha: null,
		};
		expect((await lead.push([newer])).status).toBe(200);
		expect((await principal.pull()).text).toContain(`"operations":[${JSON.stringify(newer)}]`);
	});

	it('keeps each fiscal year apart', async () => {
		const { lead } = await school();
		await lead.push([lead.ticks('a')], { year: 2025 });
		await lead.push([lead.ticks('b')], { year: 2026 });
		const { json } = await lead.ask('GET', '/schools/aoba-e/years');
		expect(json.years).toMatchObject([
			{ fiscalYear: 2025, count: 1, summary: null },
			{ fiscalYear: 2026, count: 1, summary: null },
		]);
	});

	it('refuses an id that stands for something else, and keeps nothing of the batch', async () => {
		const { city, lead } = await school();
		const first = lead.ticks('a');
		await lead.push([first]);
		const kept = await city.dump();
		const clone = { ...first, value: false };
		const answer = await lead.push([lead.ticks('b'), clone]);
		expect([answer.status, answer.json.reason, answer.json.operations]).toEqual([409, 'fork', [first.id]]);
		expect(await city.dump()).toBe(kept);
	});

	it('sends a device back to the beginning where the epoch has changed or the cursor cannot be', async () => {
		const { lead } = await school();
		await lead.push([lead.ticks('a')]);
		const { epoch } = lead.enrolled;
		const older = '0'.repeat(32);
		for (const answer of [
			await lead.push([lead.ticks('b')], { epoch: older }),
			await lead.pull(0, `&epoch=${older}`),
			await lead.pull(2, `&epoch=${epoch}`),
		]) {
			expect([answer.status, answer.json.reason, answer.json.epoch]).toEqual([409, 'resync', epoch]);
		}
	});
});

describe('a batch that is not taken', () => {
	it('names the operations that cannot be read, so that the rest can go', async () => {
		const { lead } = await school();
		const good = lead.ticks('a');
		const bad = { ...lead.ticks('b'), lamport: -1 };
		const answer = await lead.push([good, bad]);
		expect([answer.status, answer.json.reason, answer.json.operations]).toEqual([422, 'refusedOperations', [bad.id]]);
		expect((await lead.push([good])).status).toBe(200);
	});

	it('is unreadable as a whole where an operation has no name', async () => {
		const { lead } = await school();
		const names = ['x', '.1', 'a.0', 'a.01', '__proto__.1', `${'a'.repeat(65)}.1`].map((id) => [
			{ ...lead.ticks('a'), id },
		]);
		for (const operations of [...names, [null], ['a'], {}, [], undefined]) {
			const answer = await lead.ask('POST', lead.log('operations'), {
				json: { epoch: lead.enrolled.epoch, operations },
			});
			expect([answer.status, answer.json.reason]).toEqual([422, 'unreadable']);
		}
	});

	it('has at most 500 operations', async () => {
		const { lead } = await school();
		const operations = Array.from({ length: exchangeBounds.batch + 1 }, (_, n) => lead.ticks(`a-${n}`));
		expect((await lead.push(operations)).json.reason).toBe('unreadable');
		expect((await lead.push(operations.slice(1))).json).toMatchObject({ acknowledged: 500 });
	});

	it.each([
		'',
		'?after=-1',
		'?after=x',
		'?after=1&after=2',
		'?after=0&limit=0',
		'?after=0&limit=2001',
		'?after=0&epoch=',
		'?after=0&more=1',
		'?after=1e3',
		'?after=9999999999999999',
	])('asked for with 「%s」 it is no page', async (query) => {
		const { lead } = await school();
		const answer = await lead.ask('GET', `${lead.log('operations')}${query}`);
		expect([answer.status, answer.json.reason]).toEqual([422, 'unreadable']);
	});

	it.each(['1999', '20260', 'abcd', '٢٠٢٦'])('the year %s is nowhere', async (year) => {
		const { lead } = await school();
		const answer = await lead.ask('GET', `/schools/aoba-e/years/${encodeURIComponent(year)}/operations?after=0`);
		expect([answer.status, answer.json.reason]).toEqual([404, 'notFound']);
	});
});

describe('a long log', () => {
	it('comes compressed to one who accepts it, and plain to one who does not', async () => {
		const { city, lead } = await school();
		await lead.push(Array.from({ length: 200 }, (_, n) => lead.ticks(`a-${n}`)));
		const path = `http://localhost/api/v1${lead.log('operations')}?after=0`;
		const pulled = async (accepted: string) =>
			city.app.request(path, {
				headers: { Authorization: `Bearer ${lead.enrolled.token}`, 'Accept-Encoding': accepted },
			});
		const plain = await pulled('identity');
		expect([plain.headers.get('Content-Encoding'), plain.headers.get('Vary')]).toEqual([null, 'Accept-Encoding']);
		const small = await pulled('gzip, br');
		expect(small.headers.get('Content-Encoding')).toBe('gzip');
		const [text, bytes] = [await plain.text(), await small.arrayBuffer()];
		expect(bytes.byteLength).toBeLessThan(text.length / 4);
		expect(gunzipSync(bytes).toString()).toBe(text);
	});
});
