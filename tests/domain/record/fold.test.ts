import { describe, expect, test } from 'vitest';
import { setField } from '../../../src/domain/record/edits.ts';
import { foldRecord } from '../../../src/domain/record/fold.ts';
import { Device, meet, operation } from './devices.ts';

const result = (device: Device, text: string) => device.does(setField(device.fold, 'action/a1', 'result', text));
const headsOf = (...operations: Parameters<typeof foldRecord>[0][]) =>
	foldRecord(operations.flatMap((each) => [...each]))
		.heads('action/a1', 'result')
		.map(({ value }) => value);

describe('the heads of a field', () => {
	test('an edit takes the place of what its author saw', () => {
		const lead = new Device('lead');
		result(lead, '春に研修');
		result(lead, '春と秋に研修');
		expect(lead.fold.heads('action/a1', 'result').map(({ value }) => value)).toEqual(['春と秋に研修']);
	});

	test('two people who did not know of each other both keep what they typed, greatest lamport first', () => {
		const [lead, head] = [new Device('lead'), new Device('head')];
		result(lead, '一');
		result(lead, '二');
		result(head, '三');
		expect(headsOf(lead.fold.operations(), head.fold.operations())).toEqual(['二', '三']);
	});

	test('an edit that knows of both settles it', () => {
		const [lead, head] = [new Device('lead'), new Device('head')];
		result(lead, '一');
		result(head, '二');
		meet(lead, head);
		result(head, '一と二');
		expect(headsOf(lead.fold.operations(), head.fold.operations())).toEqual(['一と二']);
	});

	test('a replaced operation may arrive after the one that replaces it', () => {
		const first = operation('x.1', 1, '前');
		const second = operation('x.2', 2, '後', { replaces: ['x.1'] });
		expect(headsOf([second, first])).toEqual(['後']);
	});

	test('a replacement reaches neither another field nor another thing', () => {
		const typed = operation('x.1', 1, '残る');
		const elsewhere = operation('x.2', 2, '別の欄', { field: 'issue', replaces: ['x.1'] });
		const other = operation('x.3', 3, '別の□', { entity: 'action/a2', replaces: ['x.1'] });
		expect(headsOf([typed, elsewhere, other])).toEqual(['残る']);
	});

	test('operations that replace one another in a circle, or themselves, leave the greatest standing', () => {
		const circle = [
			operation('x.1', 1, 'a', { replaces: ['x.3', 'x.1'] }),
			operation('x.2', 2, 'b', { replaces: ['x.1'] }),
			operation('x.3', 3, 'c', { replaces: ['x.2', 'x.3'] }),
		];
		expect(headsOf(circle)).toEqual(['c']);
		expect(
			headsOf([operation('x.1', 5, 'a', { replaces: ['y.1'] }), operation('y.1', 5, 'b', { replaces: ['x.1'] })]),
		).toEqual(['b', 'a']);
	});
});

describe('adding', () => {
	test('tells the thing it touched, and nothing for what was known', () => {
		const fold = foldRecord([]);
		expect(fold.add(operation('x.1', 1, 'a'))).toBe('action/a1');
		expect(fold.add(operation('x.1', 1, 'a'))).toBeUndefined();
		expect(fold.size).toBe(1);
	});

	test('the same content with its keys in another order is the same operation', () => {
		const { value, ...rest } = operation('x.1', 1, { a: 1, b: [2] });
		expect(
			foldRecord([
				{ value, ...rest },
				{ ...rest, value: { b: [2], a: 1 } },
			]).size,
		).toBe(1);
	});
});

describe('what this version does not know', () => {
	const newer = operation('x.9', 40, 'later', { version: 2, replaces: ['x.1'], colour: 'red' });
	const odd = operation('x.10', 3, { shape: [1] }, { entity: 'timetable/t1', field: 'slots' });
	const fold = foldRecord([operation('x.1', 1, 'mine'), newer, odd]);

	test('is kept word for word and handed on', () => {
		expect([...fold.operations()]).toContain(newer);
		expect([...fold.operations()]).toContain(odd);
		expect([fold.size, fold.lamport]).toEqual([3, 40]);
	});

	test('a newer version changes nothing that is shown', () => {
		expect(fold.heads('action/a1', 'result').map(({ value }) => value)).toEqual(['mine']);
		expect(fold.history('action/a1')).toHaveLength(1);
	});
});

describe('finding things', () => {
	const lead = new Device('lead');
	lead.does([
		{ entity: 'occurrence/o2', field: 'action', value: 'a1', seen: [] },
		{ entity: 'occurrence/o1', field: 'action', value: 'a1', seen: [] },
		{ entity: 'occurrence/o3', field: 'action', value: 'a2', seen: [] },
		{ entity: 'school', field: 'name', value: '青葉小学校', seen: [] },
	]);

	test('by kind, and by what they belong to', () => {
		expect(lead.fold.ids('occurrence')).toEqual(['o1', 'o2', 'o3']);
		expect(lead.fold.ids('school')).toEqual(['']);
		expect(lead.fold.referring('occurrence', 'a1')).toEqual(['o1', 'o2']);
	});

	test('a thing that was moved is found where it is now', () => {
		lead.does(setField(lead.fold, 'occurrence/o2', 'action', 'a2'));
		expect(lead.fold.referring('occurrence', 'a1')).toEqual(['o1']);
		expect(lead.fold.referring('occurrence', 'a2')).toEqual(['o2', 'o3']);
	});
});

describe('a cloned profile: two devices that count as one', () => {
	test('keeps both of two operations with one id', () => {
		const [one, two] = [operation('x.1', 1, '体育館'), operation('x.1', 1, '図書室')];
		expect(headsOf([one, two])).toEqual(headsOf([two, one]));
		expect(new Set(headsOf([one, two]))).toEqual(new Set(['体育館', '図書室']));
		expect(foldRecord([one, two]).find('x.1')).toEqual(foldRecord([two, one]).find('x.1'));
	});

	test('whoever saw only one of the two replaces neither, so that the other text is not lost', () => {
		const [one, two] = [operation('x.1', 1, '体育館'), operation('x.1', 1, '図書室')];
		const edit = operation('y.1', 2, '体育館で実施', { replaces: ['x.1'] });
		for (const order of [
			[one, edit, two],
			[two, one, edit],
			[edit, two, one],
		]) {
			expect(new Set(headsOf(order))).toEqual(new Set(['体育館で実施', '体育館', '図書室']));
		}
	});

	test('choosing settles it for good', () => {
		const lead = new Device('lead');
		lead.hears([operation('x.1', 1, '体育館'), operation('x.1', 1, '図書室')]);
		result(lead, '図書室');
		expect(headsOf(lead.fold.operations())).toEqual(['図書室']);
	});
});
