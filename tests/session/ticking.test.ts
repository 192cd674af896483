import { describe, expect, test } from 'vitest';
import { Browser, elementary, hospital, lesson, stateOf, statusOf, training } from './browser.ts';

describe('the first start', () => {
	test('asks for the school type and nothing else, and shows which □ are for such a school before anything is written', async () => {
		const browser = new Browser();
		const { session, answer } = browser.loads({ held: true });
		expect(session.profile.value).toBeUndefined();
		const written = session.begin('elementary');
		expect(session.profile.value).toMatchObject({ schoolType: 'elementary' });
		expect(statusOf(session, lesson)).toBe('notStarted');
		expect(statusOf(session, hospital)).toBe('notApplicable');
		expect(session.row(hospital).value.outOfScope).toBe(true);
		answer();
		expect(await written).toBe(true);
		expect((await browser.kept()).map(({ entity, field, value }) => [entity, field, value])).toEqual([
			['school', 'schoolType', 'elementary'],
			['school', 'units', []],
		]);
	});

	test('is not asked again on the next visit', async () => {
		const browser = await elementary();
		expect(browser.loads().session.profile.value?.schoolType).toBe('elementary');
		browser.shelf.texts.clear();
		const { session } = await browser.visits();
		expect(session.profile.value?.schoolType).toBe('elementary');
	});

	test('of a high school brings 情報科 with it', async () => {
		const { session } = await new Browser().visits();
		await session.begin('upperSecondary');
		expect(session.profile.value?.units).toEqual(['informatics']);
		expect(statusOf(session, 'sendai-2025-2-1-2-2')).toBe('notStarted');
	});
});

describe('a tick', () => {
	test('is shown before the database answers, and written when it does', async () => {
		const browser = await elementary();
		const { session, answer } = browser.loads({ held: true });
		const written = session.tick(lesson, '1-(1)-①');
		expect(statusOf(session, lesson)).toBe('achieved');
		expect(session.pending.value).toBe(1);
		expect((await browser.kept()).some(({ field }) => field === 'status')).toBe(false);
		answer();
		expect(await written).toBe(true);
		expect(session.pending.value).toBe(0);
		expect(session.savedAt.value).toBe('2026-11-21T05:00:00.000Z');
		expect(session.notice.value?.words).toBe('1-(1)-① を「達成」にしました');
		expect((await browser.kept()).at(-1)).toMatchObject({ field: 'status', value: 'achieved' });
	});

	test('draws its own row and no other', async () => {
		const { session } = await (await elementary()).visits();
		const drawn: string[] = [];
		for (const id of session.ids()) session.row(id).subscribe(() => drawn.push(id));
		drawn.length = 0;
		await session.tick(lesson, '1-(1)-①');
		expect(drawn).toEqual([lesson]);
	});

	test('twice in quick succession ends where the person left it, with both steps in the record', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		const both = [session.tick(lesson, '1-(1)-①'), session.tick(lesson, '1-(1)-①')];
		expect(statusOf(session, lesson)).toBe('notStarted');
		expect(await Promise.all(both)).toEqual([true, true]);
		expect(statusOf(session, lesson)).toBe('notStarted');
		expect(stateOf(session, lesson).conflicts).toEqual([]);
		const said = (await browser.kept()).filter(({ field }) => field === 'status').map(({ value }) => value);
		expect(said).toEqual(['achieved', null]);
	});

	test('never flickers back while an earlier tick on the same □ is being written', async () => {
		const { session } = await (await elementary()).visits();
		const seen: string[] = [];
		const presses = [session.tick(lesson, '1-(1)-①'), session.tick(lesson, '1-(1)-①'), session.tick(lesson, '1-(1)-①')];
		session.row(lesson).subscribe(({ status }) => seen.push(status));
		await Promise.all(presses);
		expect(new Set(seen)).toEqual(new Set(['achieved']));
	});

	test('on several □ before the record is read is written for each of them, in order', async () => {
		const browser = await elementary();
		const { session, answer } = browser.loads({ held: true });
		const opening = session.open();
		const ticks = [lesson, training].map((id) => session.tick(id, 'x'));
		expect([lesson, training].map((id) => statusOf(session, id))).toEqual(['achieved', 'achieved']);
		answer();
		await Promise.all([opening, ...ticks]);
		expect([lesson, training].map((id) => statusOf(session, id))).toEqual(['achieved', 'achieved']);
		const said = (await browser.kept()).filter(({ field }) => field === 'status').map(({ entity }) => entity);
		expect(said).toEqual([`action/${lesson}`, `action/${training}`]);
	});

	test('taken off again leaves 実施中 where there is a 実施記録', async () => {
		const { session } = await (await elementary()).visits();
		await session.take({
			edits: () => [
				{ entity: 'occurrence/o1', field: 'action', value: lesson, seen: [] },
				{ entity: 'occurrence/o1', field: 'date', value: '2026-10-03', seen: [] },
			],
		});
		expect(statusOf(session, lesson)).toBe('inProgress');
		await session.tick(lesson, '1-(1)-①');
		await session.tick(lesson, '1-(1)-①');
		expect(statusOf(session, lesson)).toBe('inProgress');
		expect(session.notice.value?.words).toContain('実施中');
	});

	test('can be undone, and the undoing says so', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		await session.tick(lesson, '1-(1)-①');
		session.notice.value?.undo?.();
		expect(session.notice.value).toBeUndefined();
		await settledNotice(session);
		expect(statusOf(session, lesson)).toBe('notStarted');
		expect(session.notice.value).toEqual({ words: '元に戻しました' });
		const again = await browser.visits();
		expect(statusOf(again.session, lesson)).toBe('notStarted');
	});
});

describe('a tick on the picture of the last visit', () => {
	test('stands beside what another tab said meanwhile, and does not overwrite it', async () => {
		const browser = await elementary();
		const { session: elsewhere } = await browser.visits();
		const { session, answer } = browser.loads({ held: true });
		await elsewhere.take({
			edits: () => [
				{ entity: `action/${lesson}`, field: 'status', value: 'notApplicable', seen: [] },
				{ entity: `action/${lesson}`, field: 'reason', value: '対象の学年がない', seen: [] },
			],
		});
		const written = session.tick(lesson, '1-(1)-①');
		answer();
		expect(await written).toBe(true);
		const { statusReading, conflicts } = stateOf(session, lesson);
		expect(conflicts).toContain('status');
		expect([statusReading.value, ...statusReading.others.map(({ value }) => value)].toSorted()).toEqual([
			'achieved',
			'notApplicable',
		]);
		expect(session.row(lesson).value).toMatchObject({ conflict: true, status: 'achieved' });
	});

	test('is an ordinary tick where the record says what the picture said', async () => {
		const browser = await elementary();
		const { session: before } = await browser.visits();
		await before.tick(lesson, '1-(1)-①');
		const { session, answer } = browser.loads({ held: true });
		expect(statusOf(session, lesson)).toBe('achieved');
		const written = session.tick(lesson, '1-(1)-①');
		answer();
		await written;
		expect(stateOf(session, lesson)).toMatchObject({ status: 'notStarted', conflicts: [] });
	});

	test('says nothing new where the other tab has ticked it, too', async () => {
		const browser = await elementary();
		const { session: elsewhere } = await browser.visits();
		const { session, answer } = browser.loads({ held: true });
		await elsewhere.tick(lesson, '1-(1)-①');
		const before = (await browser.kept()).length;
		const written = session.tick(lesson, '1-(1)-①');
		answer();
		await written;
		expect(stateOf(session, lesson)).toMatchObject({ status: 'achieved', conflicts: [] });
		expect((await browser.kept()).length).toBe(before);
	});
});

const settledNotice = (session: { refresh(): Promise<void> }) => session.refresh().then(() => Promise.resolve());
