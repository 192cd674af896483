import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/domain/record/operation.ts';
import { type Backup, type BackupReason, backupFileName, readBackup, writeBackup } from '../../src/files/backup.ts';

const seed = Number(process.env.SEED ?? Date.now());
console.info(`backup: SEED=${seed}`);

const digest = (bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', bytes);
const now = Date.parse('2026-11-21T05:00:00Z');

const operation = (n: number, value: string): Operation => ({
	version: 1,
	id: `0f0f.${n}`,
	lamport: n,
	at: '2026-11-20T01:02:03.000Z',
	by: { role: 'ictLead', label: 'ICT担当' },
	entity: 'action/r7-1-1-1-a',
	field: 'result',
	value,
	replaces: [],
});

const ofSchool = {
	schoolName: '青葉小学校',
	appVersion: '0.1.0',
	now,
	logs: [{ log: 'local-1/2026', fiscalYear: 2026, operations: [operation(1, '校庭で使った'), operation(2, '二回目')] }],
};

async function read(text: string): Promise<Backup> {
	const result = await readBackup(text, digest);
	if (!result.ok) throw new Error(result.refusal.reason);
	return result.value;
}

async function refusal(text: string): Promise<BackupReason | 'none'> {
	const result = await readBackup(text, digest);
	return result.ok ? 'none' : result.refusal.reason;
}

/** A file whose seal is right, whatever stands in it: as a newer or a broken app could write it. */
async function sealed(content: object): Promise<string> {
	const body = JSON.stringify(content);
	const sum = Buffer.from(await digest(new TextEncoder().encode(body))).toString('hex');
	return `${body.slice(0, -1)},"checksum":"${sum}"}`;
}

/** Any operation an app of today or tomorrow may write, with keys that we do not know. */
const operations = fc.array(
	fc
		.record({
			version: fc.integer({ min: 1, max: 3 }),
			n: fc.integer({ min: 1, max: 9999 }),
			text: fc.string({ unit: 'binary', maxLength: 20 }),
			more: fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
		})
		.map(({ version, n, text, more }): Operation => {
			const written = { ...more, ...operation(n, text), version };
			return JSON.parse(JSON.stringify(written)) as Operation;
		}),
	{ minLength: 1, maxLength: 8 },
);

describe('a backup', () => {
	test('gives back what went in', async () => {
		expect(await read(await writeBackup(ofSchool, digest))).toEqual({
			appVersion: '0.1.0',
			at: '2026-11-21T05:00:00.000Z',
			schoolName: '青葉小学校',
			logs: ofSchool.logs,
		});
	});

	test('gives back any operations, word for word, with what only a newer version understands', async () => {
		await fc.assert(
			fc.asyncProperty(operations, fc.integer({ min: 2020, max: 2040 }), async (kept, fiscalYear) => {
				const text = await writeBackup({ appVersion: '0.1.0', now, logs: [{ fiscalYear, operations: kept }] }, digest);
				const { logs } = await read(text);
				expect(JSON.stringify(logs)).toBe(JSON.stringify([{ fiscalYear, operations: kept }]));
			}),
			{ seed, numRuns: 100 },
		);
	});

	test('holds several years, and says nothing of the device that wrote it', async () => {
		const text = await writeBackup(
			{ ...ofSchool, logs: [...ofSchool.logs, { fiscalYear: 2025, operations: [operation(3, '去年')] }] },
			digest,
		);
		expect((await read(text)).logs.map(({ fiscalYear }) => fiscalYear)).toEqual([2026, 2025]);
		expect(Object.keys(JSON.parse(text) as object)).toEqual([
			'format',
			'version',
			'appVersion',
			'at',
			'schoolName',
			'logs',
			'checksum',
		]);
	});

	test('survives what mail programs do to the ends of a file', async () => {
		const text = await writeBackup(ofSchool, digest);
		expect(await refusal(`\ufeff${text}\r\n`)).toBe('none');
	});
});

describe('a file that is not a good backup', () => {
	test('any single changed, missing or added byte is noticed', async () => {
		const bytes = Buffer.from(await writeBackup(ofSchool, digest));
		const place = fc.integer({ min: 0, max: bytes.length - 1 });
		const byte = fc.integer({ min: 0, max: 0xff });
		const damage = fc.oneof(
			fc.tuple(place, byte).map(([at, put]) => [at, 1, put] as const),
			place.map((at) => [at, 1, undefined] as const),
			fc.tuple(place, byte).map(([at, put]) => [at, 0, put] as const),
		);
		await fc.assert(
			fc.asyncProperty(damage, async ([at, removed, put]) => {
				const insert = put === undefined ? [] : [put];
				const damaged = Buffer.from([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at + removed)]);
				// Blank ends are no damage, see above.
				fc.pre(damaged.toString('utf8').trim() !== bytes.toString('utf8'));
				expect(await refusal(damaged.toString('utf8'))).not.toBe('none');
			}),
			{ seed, numRuns: 1500 },
		);
	});

	test('something written behind the seal is noticed', async () => {
		const text = await writeBackup(ofSchool, digest);
		expect(await refusal(`${text.slice(0, -1)},"logs":[]}`)).toBe('damaged');
		expect(await refusal(`${text.slice(0, -1)} }`)).toBe('damaged');
	});

	test('cut off anywhere, it is damaged', async () => {
		const text = await writeBackup(ofSchool, digest);
		for (let length = 0; length < text.length; length += 7)
			expect(await refusal(text.slice(0, length))).toBe('damaged');
	});

	test('reformatted by an editor, its seal no longer holds', async () => {
		const text = await writeBackup(ofSchool, digest);
		expect(await refusal(JSON.stringify(JSON.parse(text), undefined, 2))).toBe('damaged');
	});

	test.each<[string, string, BackupReason]>([
		['a text', 'こんにちは', 'damaged'],
		['an empty file', '', 'damaged'],
		['a list', '[1,2]', 'foreign'],
		['a number', '12', 'foreign'],
		['nothing', 'null', 'foreign'],
		['another app’s file', '{"format":"someone-else","version":1}', 'foreign'],
		['a seal of the wrong kind', '{"format":"masume-backup","version":1,"logs":[],"checksum":7}', 'damaged'],
		['no seal', '{"format":"masume-backup","version":1,"logs":[]}', 'damaged'],
	])('%s', async (_, text, reason) => {
		expect(await refusal(text)).toBe(reason);
	});

	test('written by a newer version, however it seals its files', async () => {
		expect(await refusal(await sealed({ format: 'masume-backup', version: 2, chapters: {} }))).toBe('newer');
		expect(await refusal('{"format":"masume-backup","version":2,"seal":"other"}')).toBe('newer');
	});

	test('without a single operation in it', async () => {
		expect(await refusal(await writeBackup({ ...ofSchool, logs: [] }, digest))).toBe('empty');
		const blank = await writeBackup({ ...ofSchool, logs: [{ fiscalYear: 2026, operations: [] }] }, digest);
		expect(await refusal(blank)).toBe('empty');
	});

	test('with a good seal on something that is no record', async () => {
		const good = { format: 'masume-backup', version: 1, appVersion: '0.1.0', at: '2026-11-21T05:00:00.000Z' };
		const broken = { ...operation(1, '一'), id: 7 };
		for (const logs of [7, [7], [{ fiscalYear: 'x', operations: [] }], [{ fiscalYear: 2026, operations: [broken] }]]) {
			expect(await refusal(await sealed({ ...good, logs }))).toBe('damaged');
		}
		expect(await refusal(await sealed({ ...good, version: 0, logs: ofSchool.logs }))).toBe('damaged');
	});

	test.each(['こんにちは', '{}', '{"format":"masume-backup","version":2}'])(
		'says that nothing changed: %s',
		async (text) => {
			const result = await readBackup(text, digest);
			expect(result.ok || result.refusal.sentence).toMatch(/この端末の記録はそのままです。.*ください。$/);
		},
	);
});

describe('the file name', () => {
	test.each([
		['青葉小学校', 'masume_青葉小学校_2026-11-21.json'],
		[undefined, 'masume_2026-11-21.json'],
		['', 'masume_2026-11-21.json'],
		['青葉 小/中:学校?', 'masume_青葉-小-中-学校_2026-11-21.json'],
		['../../etc', 'masume_etc_2026-11-21.json'],
		['逆\u202eさま', 'masume_逆-さま_2026-11-21.json'],
		['長'.repeat(300), `masume_${'長'.repeat(40)}_2026-11-21.json`],
		['𠮷'.repeat(300), `masume_${'𠮷'.repeat(40)}_2026-11-21.json`],
	])('%s', (name, file) => {
		expect(backupFileName(name, '2026-11-21')).toBe(file);
	});
});
