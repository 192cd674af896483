import { describe, expect, test } from 'vitest';
import { setField } from '../../src/domain/record/edits.ts';
import type { Operation } from '../../src/domain/record/operation.ts';
import { good, year } from '../store/profile.ts';
import { enrolled, enrolmentAt, pageTo } from '../store/school.ts';
import { Browser, elementary, hospital, lesson, settled, statusOf, training } from './browser.ts';

const nextApril = { fiscalYear: year + 1, today: () => '2027-04-05' };

/** What a colleague's device has entered: an elementary school and one ☑. */
async function colleaguesWork(): Promise<Operation[]> {
	const browser = await elementary();
	await (await browser.visits()).session.tick(lesson, '1-(1)-①');
	return browser.kept();
}

describe('what the endpoint brings', () => {
	test('is shown in the tab that pulled it and in every other', async () => {
		const work = await colleaguesWork();
		const browser = new Browser();
		const [pulling, other] = [await browser.visits(), await browser.visits()];
		await enrolled(pulling.store);
		for (const { session } of [pulling, other]) await settled(session);
		await good(pulling.store.exchange.take(year, work, pageTo(work.length)));
		for (const { session } of [pulling, other]) {
			await expect.poll(() => statusOf(session, lesson)).toBe('achieved');
			expect(session.notice.value).toBeUndefined();
		}
	});

	test('is shown where it comes while the year is still being read', async () => {
		const work = await colleaguesWork();
		const browser = new Browser();
		const { session, store } = browser.loads();
		await enrolled(store);
		const opening = session.open();
		await good(store.exchange.take(year, work, pageTo(work.length)));
		await opening;
		await expect.poll(() => statusOf(session, lesson)).toBe('achieved');
	});

	test('of another year leaves this one as it is', async () => {
		const work = await colleaguesWork();
		const { session, store } = await (await elementary()).visits();
		await good(store.exchange.take(year - 1, work, pageTo(work.length)));
		await settled(session);
		expect(statusOf(session, lesson)).toBe('notStarted');
	});
});

describe('a record that is issued again because a copy of this profile wrote too', () => {
	test('stays what it was on the screen, and what is entered next builds upon its new names', async () => {
		const browser = await elementary();
		const [{ session, store }, other] = [await browser.visits(), await browser.visits()];
		await session.tick(lesson, '1-(1)-①');
		const before = await browser.kept();
		const device = session.device.value;
		await good(
			store.exchange.issueAgain(
				year,
				before.map(({ id }) => id),
			),
		);
		await expect.poll(() => session.device.value).not.toBe(device);
		await expect.poll(() => other.session.device.value).toBe(session.device.value);
		expect([statusOf(session, lesson), statusOf(other.session, lesson)]).toEqual(['achieved', 'achieved']);
		expect(session.notice.value).toBeUndefined();
		await other.session.tick(lesson, '1-(1)-①');
		await expect.poll(() => statusOf(session, lesson)).toBe('notStarted');
		expect(session.row(lesson).value.conflict).toBe(false);
		const again = await browser.visits();
		expect(again.session.row(lesson).value).toMatchObject({ status: 'notStarted', conflict: false });
	});
});

describe('enrolling while the page is open', () => {
	test('shows the school of the board instead of the trial, where the trial is left behind', async () => {
		const browser = await elementary();
		const [{ session, store }, other] = [await browser.visits(), await browser.visits()];
		await session.tick(lesson, '1-(1)-①');
		const school = { ...enrolmentAt('若葉').school, schoolType: 'lowerSecondary', units: ['hospitalClass'] } as const;
		await good(store.exchange.enrol(enrolmentAt('若葉', { school }), { adopt: false }));
		for (const each of [session, other.session]) {
			await expect.poll(() => each.profile.value?.name).toBe('若葉小学校（架空）');
			expect(each.profile.value?.schoolType).toBe('lowerSecondary');
			expect(statusOf(each, lesson)).toBe('notStarted');
			expect(statusOf(each, hospital)).toBe('notStarted');
			expect(each.notice.value).toBeUndefined();
		}
		await session.tick(training, '1-(1)-③');
		expect((await browser.kept()).map(({ entity }) => entity)).toEqual([`action/${training}`]);
	});

	test('goes on with the trial, where it is taken along', async () => {
		const browser = await elementary();
		const { session, store } = await browser.visits();
		await session.tick(lesson, '1-(1)-①');
		await enrolled(store, '若葉', true);
		await settled(session);
		expect(statusOf(session, lesson)).toBe('achieved');
		expect(session.profile.value?.schoolType).toBe('elementary');
	});

	test('leaves the first start behind on a new device', async () => {
		const { session, store } = await new Browser().visits();
		expect(session.profile.value).toBeUndefined();
		await enrolled(store);
		await expect.poll(() => session.profile.value?.name).toBe('若葉小学校（架空）');
	});
});

describe('a school that only the enrolment knows', () => {
	test('is written whole with the first change to a part of it, and not before', async () => {
		const browser = new Browser();
		await enrolled(browser.profile.tab());
		const { session } = await browser.visits();
		expect(session.profile.value).toEqual({ name: '若葉小学校（架空）', schoolType: 'elementary', units: [] });
		await session.tick(lesson, '1-(1)-①');
		expect((await browser.kept()).filter(({ entity }) => entity === 'school')).toEqual([]);
		await session.take({ edits: (fold) => [setField(fold, 'school', 'units', ['hospitalClass'])] });
		const school = { name: '若葉小学校（架空）', schoolType: 'elementary', units: ['hospitalClass'] };
		expect(session.profile.value).toEqual(school);
		expect((await browser.visits()).session.profile.value).toEqual(school);
	});

	test('is the one of the year before, where that year has a record', async () => {
		const browser = new Browser();
		const { session, store } = await browser.visits();
		await enrolled(store);
		await settled(session);
		await session.set('school', 'name', '若葉台小学校（架空）');
		const april = await browser.visits(nextApril);
		expect(april.session.profile.value?.name).toBe('若葉台小学校（架空）');
	});
});
