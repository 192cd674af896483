import { describe, expect, test } from 'vitest';
import { staffCategories, staffItems } from '../../../src/domain/plan/staffChecklist.ts';
import { setField } from '../../../src/domain/record/edits.ts';
import type { Json } from '../../../src/domain/record/operation.ts';
import {
	categoryResults,
	countsIn,
	itemShare,
	pointsBetween,
	readStaffSurvey,
	type StaffCounts,
	setAllCounts,
	staffEntity,
	staffOverview,
	unevenItems,
} from '../../../src/domain/record/staffSurvey.ts';
import { Device, meet } from './devices.ts';

/** A school that entered these counts. */
const entered = (counts: Readonly<Record<string, Json>>, device = new Device('d')): Device => {
	for (const [item, value] of Object.entries(counts)) {
		device.does(setField(device.fold, staffEntity(item), 'counts', value));
	}
	return device;
};

const surveyOf = (counts: Readonly<Record<string, Json>>) => readStaffSurvey(entered(counts).fold);

describe('the checklist', () => {
	test('has sixteen items in four categories, each with a short name of its own', () => {
		expect(staffCategories.map(({ letter, items }) => [letter, items.length])).toEqual(
			['A', 'B', 'C', 'D'].map((letter) => [letter, 4]),
		);
		expect(staffItems.map(({ id }) => id).join(' ')).toBe('a1 a2 a3 a4 b1 b2 b3 b4 c1 c2 c3 c4 d1 d2 d3 d4');
		expect(new Set(staffItems.map(({ text }) => text)).size).toBe(16);
		for (const { text } of staffItems) expect(text).toMatch(/^[^\s。]{5,20}$/);
	});
});

describe('counts', () => {
	test('that nobody entered are not 0', () => {
		const survey = surveyOf({ a1: [0, 0, 0, 0] });
		const [first, second] = survey.entries;
		expect([first?.counts, second?.counts]).toEqual([[0, 0, 0, 0], null]);
		expect(staffOverview(survey)).toEqual({ entered: 1, of: 16, share: undefined });
		expect(itemShare([0, 0, 0, 0])).toBeUndefined();
	});

	test.each([
		[[1, 2, 3]],
		[[1, 2, 3, 4, 5]],
		[[1, 2, 3, -1]],
		[[1, 2, 3, 0.5]],
		[[1, 2, 3, '4']],
		[[1, 2, 3, 1000]],
		['10'],
		[{}],
	])('that are none are not shown: %j', (value) => {
		expect(countsIn(value as Json)).toBeUndefined();
		expect(surveyOf({ a1: value as Json }).entries[0]?.counts).toBeNull();
	});

	test('of two devices stand side by side until somebody chooses', () => {
		const [lead, colleague] = [entered({ a1: [10, 12, 3, 1] }), entered({ a1: [11, 12, 3, 0] }, new Device('e'))];
		const { entries } = readStaffSurvey(meet(lead, colleague));
		expect(entries[0]?.reading.others).toHaveLength(1);
	});

	test('of a whole table are set at once; rows that are empty in it stay as they are', () => {
		const device = entered({ a2: [9, 9, 9, 9] });
		const table: (StaffCounts | null)[] = staffItems.map(({ id }) => (id === 'a2' ? null : [1, 2, 3, 4]));
		device.does(setAllCounts(device.fold, table));
		const survey = readStaffSurvey(device.fold);
		expect(survey.entries.map(({ counts }) => counts?.join(' ')).slice(0, 3)).toEqual([
			'1 2 3 4',
			'9 9 9 9',
			'1 2 3 4',
		]);
		expect(staffOverview(survey).entered).toBe(16);
	});
});

describe('the results', () => {
	test('are the share of できる and ややできる, by item and by category', () => {
		expect(itemShare([10, 12, 3, 1])).toEqual({ able: 22, answered: 26, rate: 84.6 });
		const [a, b] = categoryResults(surveyOf({ a1: [10, 10, 0, 0], a2: [0, 10, 5, 5], b1: [0, 0, 0, 3] }));
		expect(a).toMatchObject({ entered: 2, share: { able: 30, answered: 40, rate: 75 } });
		expect(b).toMatchObject({ entered: 1, share: { rate: 0 } });
	});

	test('differ from last year’s in points, where both are known', () => {
		const [now, before] = [itemShare([10, 12, 3, 1]), itemShare([8, 10, 6, 2])];
		expect(pointsBetween(before, now)).toBe(15.4);
		expect(pointsBetween(now, before)).toBe(-15.4);
		expect(pointsBetween(undefined, now)).toBeUndefined();
		expect(pointsBetween(now, undefined)).toBeUndefined();
	});

	test('point out the items that another number of teachers answered', () => {
		const survey = surveyOf({ a1: [10, 10, 5, 1], a2: [20, 3, 2, 1], a3: [10, 10, 5, 0], a4: [26, 0, 0, 0] });
		const { usual, uneven } = unevenItems(survey);
		expect([usual, uneven.map(({ item }) => item.label)]).toEqual([26, ['A-3']]);
		expect(unevenItems(surveyOf({})).uneven).toEqual([]);
	});
});
