import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackup } from '../../../src/endpoint/maintenance/openBackup.ts';
import type { StorageHandle } from '../../../src/endpoint/storage/openStorage.ts';
import { backUp, type Desk, dump, forge, linesOf, livedIn, newDesk, restoreFrom } from './desk.ts';

const seed = Number(process.env.MASUME_SEED ?? Date.now() % 1_000_000_000);
const rounds = 120;

/** mulberry32: the same seed, the same flips. */
function chance(start: number): (below: number) => number {
	let state = start >>> 0;
	return (below) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

let desk: Desk;
let storage: StorageHandle;
let file: string;
let bytes: Buffer;

beforeAll(async () => {
	desk = newDesk();
	storage = await desk.open();
	await livedIn(storage);
	file = (await backUp(storage, desk)).file;
	bytes = readFileSync(file);
});

afterAll(() => desk.leave());

const written = (content: string | Buffer): string => {
	writeFileSync(desk.path('given.gz'), content);
	return desk.path('given.gz');
};

const forged = (change: (lines: unknown[]) => unknown[]): string =>
	forge(desk.path('given.gz'), change(linesOf(file).slice(0, -1)));

/** What a restore of this file is answered; that nothing was changed by it is checked on the way. */
async function answerTo(path: string): Promise<string> {
	const before = await dump(storage);
	const done = await restoreFrom(storage, desk, path);
	expect(await dump(storage)).toEqual(before);
	if (done.ok) throw new Error('It was restored.');
	expect(done.refusal.sentence).toMatch(/^[^a-z]*何も変えていません。/);
	return done.refusal.reason;
}

describe('a damaged backup', () => {
	it(`is never taken for whole, whichever bit is wrong (MASUME_SEED=${seed})`, async () => {
		const below = chance(seed);
		let harmless = 0;
		for (let round = 0; round < rounds; round += 1) {
			const damaged = Buffer.from(bytes);
			const position = below(damaged.length);
			damaged[position] = (damaged[position] ?? 0) ^ (1 << below(8));
			const opened = await openBackup(written(damaged));
			if (!opened.ok) {
				expect(['damagedBackup', 'foreignBackup']).toContain(opened.refusal.reason);
				continue;
			}
			// Some bits of gzip's own head mean nothing: then everything must be there, unchanged.
			await opened.value.close();
			expect(position).toBeLessThan(10);
			expect(gunzipSync(damaged)).toEqual(gunzipSync(bytes));
			harmless += 1;
		}
		expect(harmless).toBeLessThan(rounds / 10);
	});

	it('is refused wherever it was cut off', async () => {
		for (let part = 0; part < 25; part += 1) {
			const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 25));
			expect(await answerTo(written(cut))).toBe('damagedBackup');
		}
		expect(await answerTo(written(bytes.subarray(0, -1)))).toBe('damagedBackup');
	});

	it('is refused where whole lines are missing, doubled or behind its end', async () => {
		const text = gunzipSync(bytes).toString('utf8');
		const lines = text.trimEnd().split('\n');
		const [last = ''] = lines.slice(-1);
		for (const changed of [
			lines.slice(0, -1),
			lines.toSpliced(40, 1),
			lines.toSpliced(40, 0, lines[40] ?? ''),
			[...lines, last],
			[...lines, '["aoba-city"]'],
			lines.toSpliced(40, 1, (lines[40] ?? '').replace('d1', 'd2')),
		]) {
			expect(await answerTo(written(gzipSync(`${changed.join('\n')}\n`)))).toBe('damagedBackup');
		}
		expect(await answerTo(written(gzipSync(text.trimEnd())))).toBe('damagedBackup');
	});

	it('is refused even if its checksum was made to fit', async () => {
		const row = (table: string, lines: unknown[]) =>
			lines.findIndex((line) => typeof line === 'object' && line !== null && 'table' in line && line.table === table) +
			1;
		for (const change of [
			// A log without one of its operations.
			(lines: unknown[]) => lines.toSpliced(row('operation', lines) + 5, 1),
			// One number twice.
			(lines: unknown[]) => lines.toSpliced(row('operation', lines), 0, lines[row('operation', lines)]),
			// Operations without their log.
			(lines: unknown[]) => lines.toSpliced(row('log', lines), 1),
			// A table left out, named twice, unknown, or with other columns.
			(lines: unknown[]) => lines.toSpliced(row('school', lines) - 1, 5),
			(lines: unknown[]) => [...lines, { table: 'school', columns: ['municipality'] }],
			(lines: unknown[]) => [...lines, { table: 'sqlite_master', columns: ['name'] }],
			(lines: unknown[]) => lines.toSpliced(1, 1, { table: 'municipality', columns: ['municipality', 'epoch', 'x'] }),
			// Rows that are too short, of another kind, or stand before any table.
			(lines: unknown[]) => lines.toSpliced(2, 1, ['aoba-city', 'ff']),
			(lines: unknown[]) => lines.toSpliced(2, 1, ['aoba-city', 'ff', { a: 1 }]),
			(lines: unknown[]) => lines.toSpliced(1, 0, ['aoba-city', 'ff', '{}']),
			(lines: unknown[]) => lines.toSpliced(row('log', lines), 1, ['aoba-city', 'B1', 'x', 1, 1, '{}', '']),
			(lines: unknown[]) => lines.toSpliced(2, 1, 7),
		]) {
			expect(await answerTo(forged(change))).toBe('damagedBackup');
		}
	});
});

describe('a file that is not a backup of this endpoint', () => {
	it('is told apart', async () => {
		mkdirSync(desk.path('folder'));
		expect(await answerTo(desk.path('nothing-here.gz'))).toBe('noBackup');
		expect(await answerTo(desk.path('folder'))).toBe('noBackup');
		expect(await answerTo(written('学校コード,学校名\n'))).toBe('foreignBackup');
		expect(await answerTo(written(gzipSync('{"format":"masume-backup","version":1}\n')))).toBe('foreignBackup');
		expect(await answerTo(written(gzipSync('[]\n')))).toBe('foreignBackup');
		expect(await answerTo(written(gzipSync('no JSON at all\n')))).toBe('foreignBackup');
	});

	it('is one of a newer version, and says what to do', async () => {
		const head = linesOf(file)[0] as object;
		expect(await answerTo(forged((lines) => lines.with(0, { ...head, version: 2 })))).toBe('newerBackup');
		expect(await answerTo(forged((lines) => lines.with(0, { ...head, schemaLevel: 99 })))).toBe('newerBackup');
	});
});
