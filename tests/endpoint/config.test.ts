import { describe, expect, it } from 'vitest';
import { addressToOpen, readConfig } from '../../src/endpoint/config.ts';

const readHere = (environment: Readonly<Record<string, string>>) => readConfig(environment, '/srv/masume');

describe('where the endpoint listens', () => {
	it('is 8787 on this machine only, unless told otherwise', () => {
		expect(readHere({})).toMatchObject({ ok: true, value: { port: 8787, host: '127.0.0.1' } });
		expect(readHere({ PORT: '', HOST: ' ' })).toMatchObject({ ok: true, value: { port: 8787, host: '127.0.0.1' } });
		expect(readHere({ PORT: '80', HOST: '0.0.0.0' })).toMatchObject({ ok: true, value: { port: 80, host: '0.0.0.0' } });
	});

	it.each(['八千', '70000', '-1', '80.5', '0x50', '8787 8788'])(
		'PORT=%s is refused with a sentence that says how to write it',
		(port) => {
			const config = readHere({ PORT: port });
			expect(config.ok).toBe(false);
			if (!config.ok) expect(config.refusal.sentence).toContain(`今は「${port}」`);
		},
	);

	it.each(['http://localhost', 'a b', 'x/y'])('HOST=%s is refused', (host) => {
		expect(readHere({ HOST: host })).toMatchObject({ refusal: { reason: 'host' } });
	});

	it('is shown as an address that can be opened', () => {
		expect(addressToOpen({ host: '0.0.0.0', port: 8787 })).toBe('http://localhost:8787');
		expect(addressToOpen({ host: '192.0.2.7', port: 80 })).toBe('http://192.0.2.7:80');
		expect(addressToOpen({ host: '2001:db8::1', port: 80 })).toBe('http://[2001:db8::1]:80');
	});
});

describe('where the data lies', () => {
	it('is a folder of the project, one that was named, or PostgreSQL', () => {
		expect(readHere({})).toMatchObject({ value: { data: '/srv/masume/data' } });
		expect(readHere({ MASUME_DATA: '.cache/demo' })).toMatchObject({ value: { data: '/srv/masume/.cache/demo' } });
		expect(readHere({ MASUME_DATA: '/var/lib/masume' })).toMatchObject({ value: { data: '/var/lib/masume' } });
		const databaseUrl = 'postgres://masume@db/masume';
		expect(readHere({ DATABASE_URL: databaseUrl })).toMatchObject({ value: { databaseUrl } });
	});

	it('is refused without repeating a password', () => {
		const config = readHere({ DATABASE_URL: 'mysql://masume:himitsu@db/masume' });
		expect(config).toMatchObject({ ok: false, refusal: { reason: 'databaseUrl' } });
		expect(JSON.stringify(config)).not.toContain('himitsu');
	});

	it.each([
		['', 60],
		['0', 0],
		['15', 15],
	])('BACKUP_MINUTES=%s: every %i minutes', (text, minutes) => {
		expect(readHere({ BACKUP_MINUTES: text })).toMatchObject({ value: { backupMinutes: minutes } });
	});

	it('does not take minutes that are none', () => {
		expect(readHere({ BACKUP_MINUTES: '毎時' })).toMatchObject({ refusal: { reason: 'backupMinutes' } });
	});
});

describe('the network around the endpoint', () => {
	it('is nothing, unless told otherwise', () => {
		expect(readHere({})).toMatchObject({ value: { network: { trustProxy: false, allowedOrigins: [] } } });
	});

	it('may be a proxy with TLS, and sites elsewhere', () => {
		const told = {
			TRUST_PROXY: '1',
			PUBLIC_URL: 'https://Masume.Example.jp/',
			ALLOWED_ORIGINS: 'https://ict.example.jp, http://localhost:5173',
		};
		expect(readHere(told)).toMatchObject({
			value: {
				network: {
					trustProxy: true,
					publicOrigin: 'https://masume.example.jp',
					allowedOrigins: ['https://ict.example.jp', 'http://localhost:5173'],
				},
			},
		});
	});

	it.each([
		[{ TRUST_PROXY: 'yes' }, 'trustProxy'],
		[{ PUBLIC_URL: 'masume.example.jp' }, 'publicUrl'],
		[{ PUBLIC_URL: 'https://example.jp/masume' }, 'publicUrl'],
		[{ ALLOWED_ORIGINS: '*' }, 'allowedOrigins'],
		[{ ALLOWED_ORIGINS: 'https://ict.example.jp/app' }, 'allowedOrigins'],
		[{ ALLOWED_ORIGINS: 'null' }, 'allowedOrigins'],
		[{ ALLOWED_ORIGINS: 'https://a@b' }, 'allowedOrigins'],
	])('%j is refused', (told, reason) => {
		expect(readHere(told)).toMatchObject({ ok: false, refusal: { reason } });
	});
});
