import { describe, expect, it } from 'vitest';
import { addressToOpen, readConfig } from '../../src/endpoint/config.ts';

describe('where the endpoint listens', () => {
	it('is 8787 on this machine only, unless told otherwise', () => {
		expect(readConfig({})).toEqual({ ok: true, value: { port: 8787, host: '127.0.0.1' } });
		expect(readConfig({ PORT: '', HOST: ' ' })).toEqual({ ok: true, value: { port: 8787, host: '127.0.0.1' } });
		expect(readConfig({ PORT: '80', HOST: '0.0.0.0' })).toEqual({ ok: true, value: { port: 80, host: '0.0.0.0' } });
	});

	it.each(['八千', '70000', '-1', '80.5', '0x50', '8787 8788'])(
		'PORT=%s is refused with a sentence that says how to write it',
		(port) => {
			const config = readConfig({ PORT: port });
			expect(config.ok).toBe(false);
			if (!config.ok) expect(config.refusal.sentence).toContain(`今は「${port}」`);
		},
	);

	it.each(['http://localhost', 'a b', 'x/y'])('HOST=%s is refused', (host) => {
		expect(readConfig({ HOST: host })).toMatchObject({ refusal: { reason: 'host' } });
	});

	it('is shown as an address that can be opened', () => {
		expect(addressToOpen({ host: '0.0.0.0', port: 8787 })).toBe('http://localhost:8787');
		expect(addressToOpen({ host: '192.0.2.7', port: 80 })).toBe('http://192.0.2.7:80');
		expect(addressToOpen({ host: '2001:db8::1', port: 80 })).toBe('http://[2001:db8::1]:80');
	});
});
