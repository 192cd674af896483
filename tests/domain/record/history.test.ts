import { describe, expect, test } from 'vitest';
import {
	addEvidence,
	addOccurrence,
	chooseHead,
	deleteEntity,
	reviveEntity,
	setField,
} from '../../../src/domain/record/edits.ts';
import { readHistory } from '../../../src/domain/record/history.ts';
import { Device, meet, operation, principal } from './devices.ts';

const types = (device: Device, text: string) => device.does(setField(device.fold, 'action/a1', 'result', text));
const lines = (device: Device) =>
	readHistory(device.fold, 'a1').map(({ kind, field, before, after }) => [kind, field, before, after]);

describe('変更の履歴', () => {
	test('tells newest first what was there, what came, who and when', () => {
		const device = new Device('lead');
		device.does(setField(device.fold, 'action/a1', 'status', 'inProgress'));
		device.by = principal;
		device.minutesLater(30);
		device.does(setField(device.fold, 'action/a1', 'status', 'achieved'));
		expect(readHistory(device.fold, 'a1')).toMatchObject([
			{
				kind: 'set',
				field: 'status',
				before: 'inProgress',
				after: 'achieved',
				by: principal,
				at: '2025-10-01T00:30:00.000Z',
			},
			{ kind: 'set', field: 'status', after: 'inProgress' },
		]);
	});

	test('typing with short pauses is one line, from the first words to the last', () => {
		const device = new Device('lead');
		types(device, '昨年度の記述');
		device.minutesLater(60);
		for (const text of ['研修', '研修を2回', '研修を2回実施']) {
			types(device, text);
			device.minutesLater(4);
		}
		expect(lines(device)).toEqual([
			['set', 'result', '昨年度の記述', '研修を2回実施'],
			['set', 'result', undefined, '昨年度の記述'],
		]);
	});

	test('another device, a longer pause, and ticks are lines of their own', () => {
		const [lead, head] = [new Device('lead'), new Device('head')];
		types(lead, '一');
		lead.minutesLater(11);
		types(lead, '二');
		meet(lead, head);
		head.minutesLater(12);
		types(head, '三');
		head.does(setField(head.fold, 'action/a1', 'status', 'achieved'));
		head.does(setField(head.fold, 'action/a1', 'status', null));
		expect(lines(head).map(([, , , after]) => after)).toEqual([null, 'achieved', '三', '二', '一']);
	});

	test('a 実施記録 appears as one line, with what became of it', () => {
		const device = new Device('lead');
		device.does(addOccurrence('o1', { action: 'a1', date: '2025-10-03', memo: '5年2組' }));
		device.does(addEvidence('e1', { action: 'a1', title: '記録', url: 'https://example.com/' }));
		device.does(deleteEntity(device.fold, 'occurrence/o1'));
		device.does(reviveEntity(device.fold, 'occurrence/o1'));
		expect(lines(device)).toEqual([
			['revived', 'deleted', true, false],
			['deleted', 'deleted', undefined, true],
			['added', '', undefined, { action: 'a1', title: '記録', url: 'https://example.com/' }],
			['added', '', undefined, { action: 'a1', date: '2025-10-03', memo: '5年2組' }],
		]);
	});

	test('settling a conflict says so', () => {
		const [lead, head] = [new Device('lead'), new Device('head')];
		types(lead, '一');
		types(head, '二');
		meet(lead, head);
		const [first] = lead.fold.heads('action/a1', 'result');
		if (!first) throw new Error('no head');
		lead.does(chooseHead(lead.fold, 'action/a1', 'result', first));
		expect(lines(lead)[0]).toEqual(['chosen', 'result', first.value, first.value]);
	});

	test('cause comes before effect though a clock runs a year behind', () => {
		const [lead, late] = [new Device('lead'), new Device('late')];
		types(lead, '先');
		meet(lead, late);
		late.minutesLater(-365 * 24 * 60);
		types(late, '後');
		expect(lines(late).map(([, , , after]) => after)).toEqual(['後', '先']);
	});

	test('what this version cannot read is not shown', () => {
		const device = new Device('lead');
		device.hears([
			operation('x.1', 1, 'red', { field: 'colour' }),
			operation('x.2', 2, 5),
			operation('x.3', 3, 'a', { version: 3 }),
		]);
		expect(lines(device)).toEqual([]);
	});
});
