import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { measuringBounds } from '../../src/domain/exchange/measuring.ts';
import { type City, type SchoolDevice, school } from './city.ts';

/** The bytes themselves, as a device reads them. */
async function downloads(city: City, device: SchoolDevice, bytes: number) {
	const response = await city.app.request(`/api/v1/measurements/download?bytes=${bytes}`, {
		headers: { Authorization: `Bearer ${device.enrolled.token}`, 'Accept-Encoding': 'gzip, br' },
	});
	return { response, body: new Uint8Array(await response.arrayBuffer()) };
}

describe('the download that a device measures with', () => {
	it.each([0, 1, 64_000, measuringBounds.piece])('is %i bytes when so many are asked for', async (bytes) => {
		const { city, lead } = await school();
		const { response, body } = await downloads(city, lead, bytes);
		expect([response.status, body.byteLength]).toEqual([200, bytes]);
		expect(response.headers.get('Content-Length')).toBe(String(bytes));
	});

	it('is as long on the line as it says: nothing keeps it, nothing makes it smaller', async () => {
		const { city, lead } = await school();
		const { response, body } = await downloads(city, lead, 3_000_000);
		expect(response.headers.get('Cache-Control')).toBe('no-store, no-transform');
		expect(response.headers.get('Content-Encoding')).toBeNull();
		expect(gzipSync(body).byteLength).toBeGreaterThan(2_990_000);
	});

	it.each([`${measuringBounds.piece + 1}`, '-1', '1e6', 'many', ''])('is refused for %s bytes', async (bytes) => {
		const { lead } = await school();
		const answer = await lead.ask('GET', `/measurements/download?bytes=${bytes}`);
		expect([answer.status, answer.json.reason]).toEqual([422, 'unreadable']);
	});
});

describe('the upload that a device measures with', () => {
	it('is counted and kept nowhere', async () => {
		const { city, lead } = await school();
		const kept = await city.dump();
		const answer = await lead.ask('POST', '/measurements/upload', { text: 'x'.repeat(70_000) });
		expect([answer.status, answer.json]).toEqual([200, { bytes: 70_000 }]);
		expect(await city.dump()).toBe(kept);
	});

	it('may be larger than any other body, up to its own bound', async () => {
		const { lead } = await school();
		const send = (bytes: number) =>
			lead.ask('POST', '/measurements/upload', {
				text: new Uint8Array(bytes),
				headers: { 'Content-Type': 'application/octet-stream' },
			});
		expect((await send(measuringBounds.piece)).json).toEqual({ bytes: measuringBounds.piece });
		const answer = await send(measuringBounds.piece + 1);
		expect([answer.status, answer.json.reason]).toEqual([413, 'tooLarge']);
		expect(answer.headers.get('Connection')).toBe('close');
	});

	it('that says it will be too large is not read, and one that never ends is let go', async () => {
		const { city, lead } = await school();
		const headers = { 'Content-Length': String(measuringBounds.piece + 1) };
		expect((await lead.ask('POST', '/measurements/upload', { text: 'x', headers })).status).toBe(413);
		let given = 0;
		const endless = new ReadableStream<Uint8Array>({
			pull(controller) {
				given += 100_000;
				controller.enqueue(new Uint8Array(100_000));
			},
		});
		const answer = await city.app.request('/api/v1/measurements/upload', {
			...{ method: 'POST', body: endless, duplex: 'half' },
			headers: { Authorization: `Bearer ${lead.enrolled.token}` },
		} as RequestInit);
		expect(answer.status).toBe(413);
		expect(given).toBeLessThan(measuringBounds.piece + 500_000);
	});

	it('of nothing is refused, as some service workers once sent it', async () => {
		const { lead } = await school();
		const answer = await lead.ask('POST', '/measurements/upload');
		expect([answer.status, answer.json.reason]).toEqual([400, 'emptyBody']);
	});
});

describe('measuring', () => {
	it('ends for a while when one device asks without end, and for that device only', async () => {
		const { city, lead, principal } = await school();
		const asks = (device: SchoolDevice) => device.ask('GET', '/measurements/download?bytes=0');
		for (let n = 0; n < 119; n += 1) expect((await asks(lead)).status).toBe(200);
		expect((await lead.ask('POST', '/measurements/upload', { text: 'x' })).status).toBe(200);
		const answer = await asks(lead);
		expect([answer.status, answer.json.reason, answer.json.retryAfter]).toEqual([429, 'tooManyRequests', 5]);
		expect((await lead.ask('POST', '/measurements/upload', { text: 'x' })).status).toBe(429);
		expect((await asks(principal)).status).toBe(200);
		expect((await lead.pull()).status).toBe(200);
		city.clock.passes(1);
		expect((await asks(lead)).status).toBe(200);
	});
});
