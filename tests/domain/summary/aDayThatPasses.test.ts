import { describe, expect, test } from 'vitest';
import type { PlanEdition } from '../../../src/domain/plan/edition.ts';
import { allSchoolActions } from '../../../src/domain/plan/find.ts';
import { addOccurrence, changeOccurrence, setField } from '../../../src/domain/record/edits.ts';
import type { RecordFold } from '../../../src/domain/record/fold.ts';
import { operation } from '../record/devices.ts';
import { device, edition, entity, lineOf, summaryOf } from './school.ts';

describe('a day that passes', () => {
	/** The edition with a □ that asks for something every week. */
	const weekly: PlanEdition = structuredClone(edition);
	const first = allSchoolActions(weekly)[0]?.action;
	if (!first) throw new Error('no □');
	first.cadence = { per: 'week', times: 1, orMore: true, words: '週1回以上' };
	const id = first.id;
	const on = (fold: RecordFold, today: string) => summaryOf({ edition: weekly, fold, today });

	/** A school that did it in every school week of April, on a device with this clock. */
	const aprilSchool = (clock = '2025-04-30T07:00:00Z') => {
		const lead = device(1);
		lead.clock = Date.parse(clock);
		for (const date of ['2025-04-08', '2025-04-15', '2025-04-22', '2025-04-30']) {
			lead.does(addOccurrence(`o${date}`, { action: id, date }));
		}
		return lead;
	};
	const statusOn = (today: string, lead = aprilSchool()) =>
		on(lead.fold, today).actions.find((each) => each.action === id)?.status;

	test('changes nothing: a week without a record is judged once something is written', () => {
		const lead = aprilSchool();
		const april = JSON.stringify(on(lead.fold, '2025-04-30'));
		for (const day of ['2025-05-01', '2025-05-12', '2025-09-01', '2026-03-31', '2030-01-01']) {
			expect(JSON.stringify(on(lead.fold, day)), day).toBe(april);
		}
		expect(statusOn('2025-06-30', lead)).toBe('achieved');
		lead.clock = Date.parse('2025-06-02T01:00:00Z');
		lead.does(setField(lead.fold, entity('1-1-1-2'), 'result', '共有した。'));
		expect(statusOn('2025-06-30', lead)).toBe('inProgress');
	});

	test('unless the record names it: what was dated ahead counts from its day', () => {
		const lead = device(1);
		lead.clock = Date.parse('2025-04-30T07:00:00Z');
		const yearly = allSchoolActions(edition).find(({ action: each }) => each.cadence?.per === 'year')?.action.id ?? '';
		lead.does(addOccurrence('o1', { action: yearly, date: '2025-06-11' }));
		const line = (today: string) => lineOf(summaryOf({ fold: lead.fold, today }), yearly.slice(edition.id.length + 1));
		expect(line('2025-06-10').status).toBe(line('2025-05-01').status);
		expect(line('2025-06-10').status).toBe('notStarted');
		expect(line('2025-06-11').status).not.toBe('notStarted');
		lead.does(changeOccurrence(lead.fold, 'o1', { date: '2025-13-45' }));
		expect(line('2026-03-31').status).toBe('notStarted');
	});

	test('a clock that runs ahead, or says nonsense, judges no week that has not come', () => {
		expect(statusOn('2025-05-01', aprilSchool('2031-01-01T00:00:00Z'))).toBe('achieved');
		const lead = aprilSchool();
		lead.hears([operation(`${'a'.repeat(32)}.1`, 99, 'x', { at: '+275760-09-13T00:00:00.000Z' })]);
		lead.hears([operation(`${'a'.repeat(32)}.2`, 99, 'x', { at: 'March 7' })]);
		expect(statusOn('2025-05-01', lead)).toBe('achieved');
	});

	test('a clock that stands still in 2001 loses nothing that was done since', () => {
		expect(statusOn('2025-05-01', aprilSchool('2001-01-01T00:00:00Z'))).toBe('achieved');
	});
});
