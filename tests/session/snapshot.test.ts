import { describe, expect, test } from 'vitest';
import { readSnapshot, type Snapshot, snapshotKey, writeSnapshot } from '../../src/session/snapshot.ts';
import { loadEdition } from '../seeds/editions.ts';
import { year } from '../store/profile.ts';
import { elementary, lesson, plan2025, Shelf, statusOf, training } from './browser.ts';

const sound = async (): Promise<Snapshot> => {
	const browser = await elementary();
	const { session } = await browser.visits();
	await session.tick(lesson, '1-(1)-①');
	const snapshot = readSnapshot(browser.shelf);
	if (!snapshot) throw new Error('no snapshot was kept');
	return snapshot;
};

describe('the picture of the last visit', () => {
	test('is painted before anything is read: school, squares, owners, counts', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		await session.tick(lesson, '1-(1)-①');
		await session.set(`action/${training}`, 'owner', '情報主任');
		const { session: next } = browser.loads({ held: true });
		expect(next.ready.value).toBe(false);
		expect(next.profile.value?.schoolType).toBe('elementary');
		expect(statusOf(next, lesson)).toBe('achieved');
		expect(next.row(training).value.owner).toBe('情報主任');
	});

	test('gives way to the record as soon as that is read', async () => {
		const browser = await elementary();
		const snapshot = await sound();
		const { session, answer } = browser.loads({ held: true });
		writeSnapshot(browser.shelf, snapshot);
		const painted = browser.loads({ held: true });
		expect(statusOf(painted.session, lesson)).toBe('achieved');
		painted.answer();
		await painted.session.open();
		expect(statusOf(painted.session, lesson)).toBe('notStarted');
		answer();
		await session.open();
	});

	test('of another year tells the school and nothing else', async () => {
		const browser = await elementary();
		writeSnapshot(browser.shelf, { ...(await sound()), fiscalYear: year - 1 });
		const { session } = browser.loads({ held: true });
		expect(session.profile.value?.schoolType).toBe('elementary');
		expect(statusOf(session, lesson)).toBe('notStarted');
	});

	test('of another edition tells the school and nothing else', async () => {
		const browser = await elementary();
		writeSnapshot(browser.shelf, await sound());
		const { session } = browser.loads({ held: true, edition: { ...plan2025, id: 'sendai-2026' } });
		expect(session.profile.value?.schoolType).toBe('elementary');
		expect(statusOf(session, lesson)).toBe('notStarted');
		const earlier = browser.loads({ held: true, edition: loadEdition('sendai-2024'), fiscalYear: 2024 });
		expect(earlier.session.own.value).toEqual([]);
	});

	test('is not kept before the school is known, nor half where the shelf is full', async () => {
		const browser = await elementary();
		const shelf = new Shelf();
		const { session } = await browser.visits({ shelf });
		expect(readSnapshot(shelf)?.profile.schoolType).toBe('elementary');
		shelf.full = true;
		await session.tick(lesson, '1-(1)-①');
		expect(shelf.keys()).toEqual([]);
	});

	const damage: readonly (readonly [string, (snapshot: Snapshot) => unknown])[] = [
		['cut off', () => undefined],
		['null', () => null],
		['a number', () => 5],
		['a list', () => []],
		['an empty object', () => ({})],
		['no school', (snapshot) => ({ ...snapshot, profile: null })],
		['a school of no type', (snapshot) => ({ ...snapshot, profile: { name: '', units: [] } })],
		['a school of an unknown type', (snapshot) => ({ ...snapshot, profile: { name: '', schoolType: 'x', units: [] } })],
		['a school without units', (snapshot) => ({ ...snapshot, profile: { name: '', schoolType: 'elementary' } })],
		['rows that are none', (snapshot) => ({ ...snapshot, rows: { [lesson]: null } })],
		['rows of another version', (snapshot) => ({ ...snapshot, rows: { [lesson]: { status: 'achieved' } } })],
		['no rows', (snapshot) => ({ ...snapshot, rows: undefined })],
		['own □ that are none', (snapshot) => ({ ...snapshot, own: [null] })],
		['no own □', (snapshot) => ({ ...snapshot, own: {} })],
	];
	test.each(damage)('is ignored and cleared away where it is damaged or foreign: %s', async (_, hurt) => {
		const browser = await elementary();
		const hurtText = JSON.stringify(hurt(await sound())) ?? '{"edition":"sen';
		browser.shelf.write(snapshotKey, hurtText);
		const { session } = browser.loads({ held: true });
		expect(session.profile.value).toBeUndefined();
		expect(statusOf(session, lesson)).toBe('notStarted');
		expect(browser.shelf.read(snapshotKey)).toBeNull();
	});
});
