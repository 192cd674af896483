import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BoardEvent } from '../../src/domain/exchange/review.ts';
import { foldRecord } from '../../src/domain/record/fold.ts';
import type { Operation } from '../../src/domain/record/operation.ts';
import { type Review, readReview, reviewEdit } from '../../src/domain/record/review/readReview.ts';
import type { ReviewState } from '../../src/domain/record/review/states.ts';
import { writeBackup } from '../../src/endpoint/maintenance/backup.ts';
import { restoreBackup } from '../../src/endpoint/maintenance/restore.ts';
import { takeBoardStep } from '../../src/endpoint/review/boardStep.ts';
import { good, year } from '../store/profile.ts';
import { useCity } from './city.ts';
import type { Tab } from './device.ts';

const city = useCity();
const now = '2026-11-21T05:00:00Z';
const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
const log = { municipality: 'aoba', school: 'B999000000001', fiscalYear: year };

const board = (event: BoardEvent, reason = '') =>
	good(takeBoardStep(city.hall.storage, { log, phase: 'midyear', event, reason, name: '青葉市教育委員会', now }));

async function midyearAt(tab: Tab): Promise<Review> {
	const { operations } = await good(tab.store.readLog(year));
	return readReview(foldRecord(operations), 'midyear');
}

const says = async (tab: Tab, state: ReviewState) =>
	good(tab.store.commit(year, [reviewEdit(await midyearAt(tab), { state })]));

/** A lead and a principal who has approved 中間; both hold it, and so does the endpoint. */
async function approvedSchool(): Promise<{ lead: Tab; principal: Tab }> {
	const lead = await city.enrolled();
	const principal = await city.enrolled('principal');
	await says(lead, 'submitted');
	await lead.sync.now();
	await principal.sync.now();
	await says(principal, 'approved');
	await principal.sync.now();
	await lead.sync.now();
	expect(await midyearAt(lead)).toMatchObject({ state: 'approved', locked: false });
	return { lead, principal };
}

describe('what the board decides', () => {
	test('reaches every device by its ordinary exchange, and counts as known and sent', async () => {
		const { lead, principal } = await approvedSchool();
		await board('accept');
		for (const tab of [lead, principal]) {
			await tab.sync.now();
			expect(await midyearAt(tab)).toMatchObject({ state: 'accepted', locked: true });
			expect(tab.sync.status()).toMatchObject({ waiting: 0, offline: false });
			expect(tab.sync.status().trouble).toBeUndefined();
		}
		city.asked();
		await lead.sync.now();
		expect(city.asked(), 'nothing is new any more').toEqual(['GET …/years']);
		await board('reopen', '確かめてください。');
		await lead.sync.now();
		expect((await midyearAt(lead)).step).toMatchObject({ event: 'reopen', by: 'board', reason: '確かめてください。' });
	});

	test('meets a principal who reopened without knowing: the board’s word stands until the board takes it back', async () => {
		const { lead, principal } = await approvedSchool();
		await says(principal, 'draft');
		await board('accept');
		await principal.sync.now();
		await lead.sync.now();
		const review = await midyearAt(lead);
		expect(review).toMatchObject({ state: 'draft', locked: true });
		expect(review.others.map(({ state }) => state)).toEqual(['accepted']);
		await board('reopen', '学校の申し出により。');
		await lead.sync.now();
		expect(await midyearAt(lead)).toMatchObject({ state: 'draft', locked: false, others: [] });
	});

	test('is kept out where nobody says whose key signed it', async () => {
		const { lead } = await approvedSchool();
		await board('accept');
		const straight = city.line;
		city.line = async (url, init) => {
			const answer = await straight(url, init);
			if (!url.endsWith('/devices')) return answer;
			const { boardKeys: _, ...rest } = (await answer.json()) as Record<string, unknown>;
			return Response.json(rest);
		};
		await lead.sync.now();
		expect(await midyearAt(lead)).toMatchObject({ state: 'approved', locked: false });
	});

	test('comes back from a device after the endpoint was set back, and is decided on from there', async () => {
		const { lead, principal } = await approvedSchool();
		const folder = await mkdtemp(join(tmpdir(), 'masume-accepted-'));
		const { file } = await good(writeBackup(city.hall.storage, folder, now, random));
		await board('accept');
		await lead.sync.now();
		await good(restoreBackup(city.hall.storage, file, { folder, now, random }));
		await rm(folder, { recursive: true });
		await lead.sync.now();
		await principal.sync.now();
		expect(await midyearAt(principal)).toMatchObject({ state: 'accepted', locked: true });
		await board('reopen', 'もう一度。');
		await principal.sync.now();
		await lead.sync.now();
		for (const tab of [lead, principal]) {
			expect(await midyearAt(tab)).toMatchObject({ state: 'draft', locked: false });
			expect(tab.sync.status().trouble).toBeUndefined();
		}
		const { operations } = await good(lead.store.readLog(year));
		const names = operations.filter(({ by }: Operation) => by.role === 'board').map(({ id }) => id);
		expect(new Set(names).size).toBe(2);
	});
});
