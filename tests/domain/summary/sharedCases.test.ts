import { describe, expect, test } from 'vitest';
import type { PlanEdition } from '../../../src/domain/plan/edition.ts';
import { allSchoolActions } from '../../../src/domain/plan/find.ts';
import { readSharedCase } from '../../../src/domain/record/attachments.ts';
import { addOccurrence, addOwnAction, deleteEntity, setField } from '../../../src/domain/record/edits.ts';
import type { RecordFold } from '../../../src/domain/record/fold.ts';
import type { Json } from '../../../src/domain/record/operation.ts';
import { readAction } from '../../../src/domain/record/readAction.ts';
import { SummarySchema } from '../../../src/domain/summary/schema.ts';
import { type Device, meet } from '../record/devices.ts';
import { action, device, edition, summaryOf } from './school.ts';

describe('what the school shares with the city', () => {
	const told = {
		title: '地図づくり',
		grade: '5年',
		what: '地図を作り、発表した。',
		link: 'https://aoba.example/chizu',
	};
	const sharing = () => {
		const lead = device(1);
		lead.does(
			addOccurrence('o1', { action: action('1-1-1-2'), date: '2025-09-30', place: '5年2組', memo: '内輪の話' }),
		);
		lead.does(addOccurrence('o2', { action: action('1-1-1-2'), date: '2025-09-29', memo: '内輪の話' }));
		return lead;
	};
	const contextOf = (of: PlanEdition) => ({
		...{ edition: of, fiscalYear: 2025, today: '2025-11-21' },
		profile: { name: '', schoolType: 'elementary' as const, units: [] },
	});
	const share = (of: Device, value: Json, id = 'o1') => of.does(setField(of.fold, `occurrence/${id}`, 'shared', value));
	const casesOf = (fold: RecordFold) => summaryOf({ fold }).cases;

	test('goes in its own words, and nothing of the record beside it', () => {
		const lead = sharing();
		expect(casesOf(lead.fold)).toEqual([]);
		share(lead, told);
		expect(casesOf(lead.fold)).toEqual([
			{ action: action('1-1-1-2'), date: '2025-09-30', schoolType: 'elementary', ...told },
		]);
		expect(JSON.stringify(summaryOf({ fold: lead.fold }))).not.toContain('内輪の話');
	});

	test('ends when it is taken back, deleted, or cannot be read', () => {
		for (const end of [
			(lead: Device) => share(lead, null),
			(lead: Device) => lead.does(deleteEntity(lead.fold, 'occurrence/o1')),
			(lead: Device) => share(lead, { ...told, title: '' }),
			(lead: Device) => share(lead, { ...told, link: 'javascript:alert(1)' }),
			(lead: Device) => share(lead, { ...told, what: '長'.repeat(601) }),
			(lead: Device) => share(lead, { ...told, what: 'NUL\u0000' }),
			(lead: Device) => share(lead, { ...told, what: '半分\ud800' }),
		]) {
			const lead = sharing();
			share(lead, told);
			end(lead);
			expect(casesOf(lead.fold)).toEqual([]);
		}
	});

	test('stays at home while one device shares what another takes back', () => {
		const [lead, other] = [sharing(), device(2)];
		share(lead, told);
		other.hears(lead.fold.operations());
		share(other, null);
		share(lead, { ...told, title: '直した題' });
		const met = meet(lead, other);
		expect(readSharedCase(met, 'o1').others).toHaveLength(1);
		expect(casesOf(met)).toEqual([]);
	});

	test('of a □ that is not in the plan stays at home', () => {
		const lead = device(1);
		lead.does(addOwnAction('mine', { measure: '1-1-2', text: '図書委員会が紹介する。' }));
		lead.does(addOccurrence('o1', { action: 'mine', date: '2025-09-30' }));
		share(lead, told);
		expect(casesOf(lead.fold)).toEqual([]);
	});

	test('of an older □ that two now continue goes once, beside the first of them', () => {
		const split: PlanEdition = structuredClone(edition);
		const [one, two] = allSchoolActions(split).map(({ action: each }) => each);
		if (!one || !two) throw new Error('no □');
		for (const each of [one, two]) each.descendsFrom = [{ action: 'sendai-2024-x', relation: 'split' }];
		const lead = device(1);
		lead.does(addOccurrence('o1', { action: 'sendai-2024-x', date: '2025-09-30' }));
		share(lead, told);
		expect(readAction(lead.fold, two, contextOf(split)).occurrences).toHaveLength(1);
		expect(summaryOf({ edition: split, fold: lead.fold }).cases).toMatchObject([{ action: one.id, ...told }]);
	});

	test('is told as far as there is room, the latest of them', () => {
		const lead = device(1);
		for (let n = 0; n < 120; n += 1) {
			const date = new Date(Date.UTC(2025, 3, 1 + n)).toISOString().slice(0, 10);
			lead.does(addOccurrence(`c${n}`, { action: action('1-1-1-2'), date }));
			share(lead, { ...told, title: `第${n}回` }, `c${n}`);
		}
		const summary = summaryOf({ fold: lead.fold });
		expect(summary.cases).toHaveLength(100);
		expect(summary.cases?.[0]?.title).toBe('第20回');
		expect(SummarySchema.safeParse(summary).success).toBe(true);
	});
});
