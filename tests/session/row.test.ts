import { describe, expect, test } from 'vitest';
import { addOccurrence, setField, setStatus } from '../../src/domain/record/edits.ts';
import type { AnyAction, ReadingContext } from '../../src/domain/record/reading.ts';
import { addComment } from '../../src/domain/record/review/comments.ts';
import { rowOf, untouchedRow } from '../../src/session/row.ts';
import { Device, meet, principal } from '../domain/record/devices.ts';
import { once, stateOf, twice, weekly } from '../domain/record/plan.ts';

const rowAfter = (device: Device, action: Partial<AnyAction> = {}, circumstances: Partial<ReadingContext> = {}) =>
	rowOf(stateOf(device.fold, action, circumstances));

const did = (device: Device, id: string, date: string) => device.does(addOccurrence(id, { action: 'a1', date }));

describe('the row of a □', () => {
	test('nobody has touched is the untouched row', () => {
		expect(rowAfter(new Device('d'))).toEqual(untouchedRow);
	});

	test('counts the 実施記録 and knows the newest, in whatever order they were entered', () => {
		const device = new Device('d');
		did(device, 'o1', '2025-06-02');
		did(device, 'o2', '2025-09-30');
		did(device, 'o3', '2025-05-12');
		expect(rowAfter(device)).toMatchObject({ occurrences: 3, latest: '2025-09-30', status: 'inProgress' });
	});

	test('says how often the year still asks for it, until it has its times', () => {
		const device = new Device('d');
		expect(rowAfter(device, { cadence: twice }).lacking).toEqual({ per: 'year', count: 2 });
		did(device, 'o1', '2025-06-02');
		expect(rowAfter(device, { cadence: twice }).lacking).toEqual({ per: 'year', count: 1 });
		did(device, 'o2', '2025-09-02');
		expect(rowAfter(device, { cadence: twice })).toMatchObject({ lacking: null, status: 'achieved' });
	});

	test('says that this school week still lacks its record, and nothing of the kind in the holidays', () => {
		const device = new Device('d');
		expect(rowAfter(device, { cadence: weekly }).lacking).toEqual({ per: 'week', count: 1 });
		expect(rowAfter(device, { cadence: weekly }, { today: '2025-08-13' }).lacking).toBeNull();
		did(device, 'o1', '2025-10-01');
		expect(rowAfter(device, { cadence: weekly }).lacking).toBeNull();
	});

	test('lacks nothing where it is 該当なし', () => {
		const device = new Device('d');
		device.does(setStatus({ entity: 'action/a1' }, device.fold, 'notApplicable'));
		device.does(setField(device.fold, 'action/a1', 'reason', '対象の学年がない'));
		expect(rowAfter(device, { cadence: once })).toMatchObject({
			status: 'notApplicable',
			lacking: null,
			reason: '対象の学年がない',
			outOfScope: false,
		});
	});

	test('says with its reason that the □ is not for this school', () => {
		const row = rowAfter(new Device('d'), { scope: { schoolTypes: ['specialNeeds'], basis: '＜特別支援学校＞' } });
		expect(row).toMatchObject({ status: 'notApplicable', outOfScope: true, reason: '特別支援学校の取組です' });
	});

	test('shows owner, 目安, both ratings, and that a person overruled the count', () => {
		const device = new Device('d');
		for (const [field, value] of [
			['owner', '情報主任'],
			['deadline', 'summer'],
			['ratingMidyear', 'good'],
			['ratingFinal', 'excellent'],
			['status', 'achieved'],
		] as const) {
			device.does(setField(device.fold, 'action/a1', field, value));
		}
		expect(rowAfter(device, { cadence: once })).toMatchObject({
			owner: '情報主任',
			deadline: 'summer',
			midyear: 'good',
			final: 'excellent',
			status: 'achieved',
			overruled: true,
		});
	});

	test('says that the □ was sent back, until the school has done something about it', () => {
		const device = new Device('d', principal);
		const words = { action: 'a1', phase: 'midyear', text: '根拠を足してください。' } as const;
		device.does(addComment('c1', { ...words, returns: false }));
		expect(rowAfter(device).returned).toBe(false);
		device.does(addComment('c2', { ...words, returns: true }));
		expect(rowAfter(device).returned).toBe(true);
		device.does(setField(device.fold, 'comment/c2', 'settled', true));
		expect(rowAfter(device).returned).toBe(false);
	});

	test('says that something is in 食い違い, also in one of its 実施記録', () => {
		const [left, right] = [new Device('l'), new Device('r')];
		did(left, 'o1', '2025-06-02');
		meet(left, right);
		left.does(setField(left.fold, 'occurrence/o1', 'place', '5年1組'));
		right.does(setField(right.fold, 'occurrence/o1', 'place', '5年2組'));
		expect(rowAfter(left).conflict).toBe(false);
		meet(left, right);
		expect(rowAfter(left).conflict).toBe(true);
	});
});
