import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceOf } from '../../scripts/demo/chance.ts';
import { account, issueCodes, layCity } from '../../scripts/demo/city.ts';
import { citySchools, municipality } from '../../scripts/demo/schools.ts';
import { demoCity } from '../../scripts/demoCity.ts';
import { readCode } from '../../src/domain/exchange/code.ts';
import { tokyoDate } from '../../src/domain/plan/fiscalYear.ts';
import type { Operation } from '../../src/domain/record/operation.ts';
import { mustBeSigned } from '../../src/domain/record/review/authority.ts';
import { readReview } from '../../src/domain/record/review/readReview.ts';
import { partsOfId } from '../../src/domain/record/versionVector.ts';
import { isPassword } from '../../src/endpoint/access/password.ts';
import { hashOf, type Random } from '../../src/endpoint/access/secrets.ts';
import { forgedAmong } from '../../src/endpoint/access/signatures.ts';
import { databaseFile } from '../../src/endpoint/dataFolder.ts';
import { takeBoardStep } from '../../src/endpoint/review/boardStep.ts';
import { openSqlite, type StorageHandle } from '../../src/endpoint/storage/openStorage.ts';
import { everything, now, six, source } from './demoSample.ts';

/** Chance that repeats itself, so that even codes and salts do. */
const repeating = (seed: string): Random => {
	const chance = chanceOf(seed);
	return (bytes) => bytes.map(() => chance.between(0, 255));
};

describe('the city at the endpoint', () => {
	let storage: StorageHandle;
	let copy: StorageHandle;
	const schools = six.map(({ school }) => school);

	beforeAll(async () => {
		[storage, copy] = await Promise.all([openSqlite(':memory:'), openSqlite(':memory:')]);
		for (const each of [storage, copy])
			await layCity({ ...source, storage: each, now, random: repeating('x'), schools });
	});
	afterAll(() => Promise.all([storage.close(), copy.close()]));

	/** All that lies in the database, but the account: its salted hash is the only thing that chance decides alone. */
	const contentOf = async ({ database: { session } }: StorageHandle) => ({
		municipality: await session.selectFrom('municipality').selectAll().execute(),
		school: await session.selectFrom('school').selectAll().orderBy('school').execute(),
		log: await session.selectFrom('log').selectAll().orderBy('school').orderBy('fiscal_year').execute(),
		operation: await session.selectFrom('operation').selectAll().orderBy('id').execute(),
		summary: await session.selectFrom('summary').selectAll().orderBy('school').orderBy('fiscal_year').execute(),
		device: await session.selectFrom('device').selectAll().orderBy('id').execute(),
	});

	test('is the same twice, to the byte', async () => {
		const content = await contentOf(storage);
		expect(content.operation.length).toBe(everything.length);
		expect(JSON.stringify(await contentOf(copy))).toBe(JSON.stringify(content));
	});

	test('its board signs in and sees schools, devices and summaries', async () => {
		const board = await storage.board.accountOf('demo');
		expect(account.password.length).toBeGreaterThanOrEqual(12);
		expect(await isPassword(account.password, board?.password)).toBe(true);
		const standing = await storage.board.schools(municipality.id, now);
		expect(standing.map(({ code }) => code)).toEqual(schools.map(({ code }) => code).toSorted());
		for (const { devices, lastContactAt, summaryReceivedAt } of standing) {
			expect(devices).toBeGreaterThanOrEqual(3);
			expect((lastContactAt ?? '') < now && (summaryReceivedAt ?? '') < now).toBe(true);
		}
		expect(await storage.summaries.ofYear(municipality.id, 2025)).toHaveLength(6);
		expect((await storage.summaries.ofYear(municipality.id, 2026)).length).toBeLessThan(6);
	});

	test('every school knows the devices that its operations come from', async () => {
		for (const { school, years } of six) {
			const devices = await storage.access.devices(municipality.id, school.code);
			const own = years.flatMap(({ operations }) => operations.filter(({ by }) => by.role !== 'board'));
			const used = new Set(own.map(({ id }) => partsOfId(id).device));
			expect(devices.length, 'last year’s principal has approved').toBe(used.size);
			expect(devices.map(({ role }) => role)).toEqual(expect.arrayContaining(['ictLead', 'teacher', 'principal']));
			const standing = devices.filter(({ revokedAt }) => revokedAt === null).map(({ role }) => role);
			expect(standing.toSorted(), 'the ones before were handed back').toEqual(['ictLead', 'principal', 'teacher']);
			expect(devices.filter(({ invitedBy }) => invitedBy === null).every(({ role }) => role === 'ictLead')).toBe(true);
		}
	});

	test('every signature in it is one that the endpoint knows: any device may bring it back', async () => {
		for (const { school, years } of six) {
			const { code } = school;
			const signers = async () => ({
				devices: await storage.access.devices(municipality.id, code),
				board: await storage.board.keys(municipality.id),
			});
			for (const { fiscalYear, operations } of years) {
				const log = { municipality: municipality.id, school: code, fiscalYear };
				expect(await forgedAmong(operations, log, signers)).toEqual([]);
				const elsewhere = await forgedAmong(operations, { ...log, fiscalYear: 2000 }, signers);
				expect(elsewhere).toHaveLength(operations.filter(mustBeSigned).length);
			}
		}
	});

	test('its board goes on where the story ends', async () => {
		const [first] = six;
		if (!first) throw new Error('no school');
		const log = { municipality: municipality.id, school: first.school.code, fiscalYear: 2025 };
		const step = { log, phase: 'final', event: 'reopen', reason: '確かめてください。', name: '', now } as const;
		const reopened = await takeBoardStep(copy, step);
		expect(reopened.ok && readReview(reopened.value, 'final')).toMatchObject({ state: 'draft', locked: false });
		expect(await copy.board.keys(municipality.id)).toHaveLength(1);
	});

	test('a printed code opens a school with a full record', async () => {
		const codes = await issueCodes({ storage, now, random: repeating('codes'), schools });
		expect(codes.map(({ school }) => school.schoolType)).toEqual(['elementary', 'upperSecondary', 'specialNeeds']);
		for (const { school, code } of codes) {
			const facts = await storage.access.lookUpCode(hashOf(readCode(code) ?? ''), now);
			expect(facts).toMatchObject({ school: { code: school.code }, role: null, grants: 'principal' });
			const { years } = await storage.logs.years(municipality.id, school.code);
			expect(years.map(({ count }) => count > 60)).toEqual([true, true]);
		}
	});
});

describe('the command', () => {
	const folder = mkdtempSync(join(tmpdir(), 'masume-demo-'));
	const schools = citySchools.slice(0, 2);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	const run = (into: string, seed: string) => demoCity(into, { now, random: repeating(seed), schools });

	test('lays the city once; later it only hands out codes, and what was tried out stays', async () => {
		const place = join(folder, 'city');
		const first = await run(place, 'first');
		expect(first.ok && first.value.join('\n')).toMatch(
			/架空の市.*学校2校[\s\S]*demo[\s\S]*aoba-model-city[\s\S]*若葉台小学校（架空）/,
		);
		expect(readdirSync(place)).toEqual(['masume.sqlite']);

		const tried = await openSqlite(databaseFile(place));
		const key = { municipality: municipality.id, school: schools[0]?.code ?? '', fiscalYear: 2026 };
		const { epoch } = await tried.logs.years(key.municipality, key.school);
		const typed: Operation = { ...(everything[0] as Operation), id: `${'d'.repeat(32)}.1` };
		expect(await tried.logs.append(key, { epoch, operations: [typed], now })).toMatchObject({ added: 1 });
		const before = await tried.logs.years(key.municipality, key.school);
		await tried.close();

		const second = await run(place, 'second');
		expect(second.ok && second.value[0]).toMatch(/^教育委員会の画面/);
		expect(second.ok && first.ok && second.value.at(-1) !== first.value.at(-1)).toBe(true);
		const kept = await openSqlite(databaseFile(place));
		expect(await kept.logs.years(key.municipality, key.school)).toEqual(before);
		await kept.close();
	});

	test('leaves a folder alone that holds somebody’s data', async () => {
		const place = join(folder, 'theirs');
		await run(place, 'x');
		const theirs = await openSqlite(databaseFile(place));
		await theirs.database.session.updateTable('account').set({ login_name: 'board' }).execute();
		await theirs.close();
		const answer = await run(place, 'y');
		expect(answer).toMatchObject({ ok: false, refusal: { reason: 'otherData' } });
	});
});

describe('on any day', () => {
	test.each(['2025-05-01', '2026-04-01', '2026-04-09', '2026-08-10', '2027-01-01', '2027-03-31', '2031-06-30'])(
		'%s: last year is whole, this year goes as far as yesterday',
		async (day) => {
			const storage = await openSqlite(':memory:');
			const schools = six.map(({ school }) => school);
			await layCity({ ...source, today: day, now: `${day}T01:00:00.000Z`, storage, random: repeating(day), schools });
			const written = await storage.database.session.selectFrom('operation').select('body').execute();
			const operations = written.map(({ body }) => JSON.parse(body) as Operation);
			expect(operations.length).toBeGreaterThan(6 * 60);
			for (const { at } of operations) expect(tokyoDate(Date.parse(at)) < day, at).toBe(true);
			for (const { lastContactAt } of await storage.board.schools(municipality.id, `${day}T01:00:00.000Z`)) {
				expect((lastContactAt ?? '') < `${day}T01:00:00.000Z`).toBe(true);
			}
			await storage.close();
		},
	);
});
