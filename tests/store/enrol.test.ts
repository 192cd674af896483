import { describe, expect, test } from 'vitest';
import type { Edit, Operation } from '../../src/domain/record/operation.ts';
import type { RecordStore, StoreChange } from '../../src/store/recordStore.ts';
import {
	answered,
	countersOf,
	freshProfile,
	good,
	type Profile,
	rawConnection,
	reasonFor,
	textsOf,
	typed,
	year,
} from './profile.ts';
import { answerOf, enrolled, enrolmentAt, nextOf, pageTo, waitingIn } from './school.ts';

const logOf = async (tab: RecordStore): Promise<unknown[]> => textsOf((await good(tab.readLog(year))).operations);

/** Whose rows a table holds. */
async function logsIn(profile: Profile, table: string): Promise<string[]> {
	const connection = await rawConnection(profile);
	const rows: readonly { log: string }[] = await answered(connection.transaction(table).objectStore(table).getAll());
	connection.close();
	return [...new Set(rows.map(({ log }) => log.slice(0, log.lastIndexOf('/'))))];
}

const submitted: Edit = { entity: 'review/midyear', field: 'state', value: 'submitted', seen: [] };

describe('a device that is enrolled', () => {
	test('knows its place in every tab, after every visit, and through a revocation', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		expect(await good(tab.exchange.enrolment())).toBeUndefined();
		const before = await good(tab.open());
		const place = enrolmentAt('若葉', { role: 'principal' });
		const facts = await good(tab.exchange.enrol(place, { adopt: false }));
		expect(facts).toEqual({ ...before, school: 'aoba/C-若葉', author: { role: 'principal', label: '' } });
		expect(await good(profile.tab().exchange.enrolment())).toEqual(place);
		const { token: _, ...ended } = { ...place, ended: { at: '2026-11-22T05:00:00Z', why: 'revoked' as const } };
		await good(tab.exchange.putEnrolment(ended));
		await good(tab.commit(year, [typed('まだ書ける')]));
		expect(await good(profile.tab().exchange.enrolment())).toEqual(ended);
		expect(await logOf(profile.tab())).toEqual(['まだ書ける']);
	});

	test('tells every tab', async () => {
		const profile = freshProfile();
		const [left, right] = [profile.tab(), profile.tab()];
		const heard: StoreChange[] = [];
		right.onChange((change) => heard.push(change));
		await good(left.exchange.enrol(enrolmentAt('若葉'), { adopt: true }));
		expect(heard).toEqual([
			{ kind: 'device', here: false },
			{ kind: 'exchange', here: false },
		]);
	});

	test('is enrolled whole or not at all', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.commit(year, [typed('試し')]));
		const before = await good(tab.open());
		profile.indexedDB.abortWrites('QuotaExceededError', 1);
		expect(await reasonFor(tab.exchange.enrol(enrolmentAt('若葉'), { adopt: true }))).toBe('quotaExceeded');
		expect(await good(tab.open())).toEqual(before);
		expect(await logOf(tab)).toEqual(['試し']);
		expect(await good(tab.exchange.enrolment())).toBeUndefined();
		await enrolled(tab, '若葉', true);
		expect(await logOf(tab)).toEqual(['試し']);
	});
});

describe('what was tried out before', () => {
	async function triedOut() {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.commit(year - 1, [typed('去年の試し')]));
		await good(tab.commit(year, [typed('今年の試し')]));
		return { profile, tab };
	}

	test('goes into the school’s record of every year and waits there, where that is wanted', async () => {
		const { tab, profile } = await triedOut();
		await enrolled(tab, '若葉', true);
		for (const table of ['operations', 'waiting', 'logs'])
			expect(await logsIn(profile, table)).toEqual(['aoba/C-若葉']);
		expect(await good(tab.years())).toEqual([year - 1, year]);
		expect(textsOf(await nextOf(tab, year - 1))).toEqual(['去年の試し']);
		expect(textsOf(await nextOf(tab))).toEqual(['今年の試し']);
		const next = await good(tab.commit(year, [typed('次')]));
		expect(countersOf(next)).toEqual([3]);
		expect(next[0]?.lamport).toBe(2);
	});

	test('stays where it was, neither seen nor sent, where it is not', async () => {
		const { tab } = await triedOut();
		await enrolled(tab, '若葉', false);
		expect(await good(tab.years())).toEqual([]);
		expect(await good(tab.exchange.waiting())).toEqual([]);
		expect(await logOf(tab)).toEqual([]);
		const next = await good(tab.commit(year, [typed('次')]));
		expect(countersOf(next)).toEqual([3]);
		// Nothing was thrown away: whoever changes their mind enrols again.
		await enrolled(tab, '若葉', true);
		expect(await logOf(tab)).toEqual(['次', '今年の試し']);
		expect(textsOf(await nextOf(tab)).toSorted()).toEqual(['今年の試し', '次'].toSorted());
	});

	test('stands beside what the school has, and twice is once', async () => {
		const { tab } = await triedOut();
		const colleague = await enrolled(freshProfile().tab());
		const theirs = await good(colleague.commit(year, [typed('学校の')]));
		await enrolled(tab, '若葉', false);
		await good(tab.exchange.take(year, theirs, pageTo(1)));
		await enrolled(tab, '若葉', true);
		await enrolled(tab, '若葉', true);
		expect(await logOf(tab)).toEqual(['学校の', '今年の試し']);
		expect(await waitingIn(tab)).toBe(2);
	});

	test('of the review stays behind: a trial’s approval is not the school’s', async () => {
		const tab = freshProfile().tab();
		await good(tab.commit(year, [typed('試し'), submitted]));
		await enrolled(tab, '若葉', true);
		expect(await logOf(tab)).toEqual(['試し']);
		expect(textsOf(await nextOf(tab))).toEqual(['試し']);
	});

	test('of the school itself stays behind: the board’s word and the colleagues’ stand', async () => {
		const tab = freshProfile().tab();
		const said: Edit = { entity: 'school', field: 'schoolType', value: 'elementary', seen: [] };
		await good(tab.commit(year, [said, typed('試し')]));
		await enrolled(tab, '若葉', true);
		expect(await logOf(tab)).toEqual(['試し']);
		expect(textsOf(await nextOf(tab))).toEqual(['試し']);
	});

	test('at one school is not carried to another', async () => {
		const tab = await enrolled(freshProfile().tab(), '若葉');
		await good(tab.commit(year, [typed('若葉小の記録')]));
		await enrolled(tab, '青空', true);
		expect(await logOf(tab)).toEqual([]);
		expect(await good(tab.exchange.waiting())).toEqual([]);
		await good(tab.commit(year, [typed('青空小の記録')]));
		await enrolled(tab, '若葉', true);
		expect(await logOf(tab)).toEqual(['若葉小の記録']);
	});

	test('at a school whose code begins like another’s is not mixed up with it', async () => {
		const tab = await enrolled(freshProfile().tab(), '若葉');
		await good(tab.commit(year, [typed('若葉')]));
		await enrolled(tab, '若葉東');
		expect(await good(tab.exchange.waiting())).toEqual([]);
		expect(await good(tab.years())).toEqual([]);
	});
});

describe('a device that is enrolled again at its school', () => {
	test('pulls everything from the beginning and offers everything it holds, the refused too', async () => {
		const tab = await enrolled(freshProfile().tab());
		const [one, two] = (await good(tab.commit(year, [typed('一'), typed('二')]))) as [Operation, Operation];
		await good(tab.exchange.acknowledge(year, [one], answerOf(1)));
		await good(tab.exchange.markRefused(year, [{ id: two.id, reason: 'x', sentence: '' }]));
		const { device } = await good(tab.open());
		await enrolled(tab);
		expect(await nextOf(tab)).toEqual([one, two]);
		expect(await good(tab.exchange.position(year))).toEqual({ cursor: 0, reach: 0, durableSequence: 0 });
		expect(await good(tab.open())).toMatchObject({ device, counter: 3 });
	});

	test('begins anew at another school', async () => {
		const tab = await enrolled(freshProfile().tab(), '若葉');
		await good(tab.exchange.noteDurable(year, 4));
		await enrolled(tab, '青空');
		expect((await good(tab.exchange.position(year))).durableSequence).toBe(0);
	});
});

test('an answer that comes after the device has gone to another school acknowledges nothing there', async () => {
	const tab = await enrolled(freshProfile().tab(), '若葉');
	const sent = await good(tab.commit(year, [typed('若葉小の記録')]));
	await enrolled(tab, '青空');
	await good(tab.commit(year, [typed('青空小の記録')]));
	await good(tab.exchange.acknowledge(year, sent, answerOf(5)));
	expect(await waitingIn(tab)).toBe(1);
	expect((await good(tab.exchange.position(year))).reach).toBe(0);
});
