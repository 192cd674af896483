import { describe, expect, test } from 'vitest';
import {
	aClosedYearIsOnlyRead,
	closeYear,
	closingOf,
	isClosed,
	onlyWhoAnswersForTheRecordCloses,
	reopenYear,
} from '../../../src/domain/record/closing.ts';
import { setField } from '../../../src/domain/record/edits.ts';
import type { Role } from '../../../src/domain/record/operation.ts';
import { Device, meet, operation } from './devices.ts';

const ticking = (device: Device) => setField(device.fold, 'action/a1', 'status', 'achieved');

describe('a year', () => {
	test('is open until somebody closes it, and open again when somebody says so', () => {
		const lead = new Device('aa');
		expect(isClosed(lead.fold)).toBe(false);
		const [closing] = lead.does(closeYear(lead.fold));
		expect(closingOf(lead.fold)).toBe(closing);
		lead.does(reopenYear(lead.fold));
		expect(isClosed(lead.fold)).toBe(false);
		lead.does(closeYear(lead.fold));
		expect(isClosed(lead.fold)).toBe(true);
	});

	test('closed twice is written once', () => {
		const lead = new Device('aa');
		lead.does(closeYear(lead.fold));
		expect(closeYear(lead.fold)).toEqual([]);
		lead.does(reopenYear(lead.fold));
		expect(reopenYear(lead.fold)).toEqual([]);
	});

	test('closed on two devices at once is closed, and one reopening opens it', () => {
		const [lead, principal] = [new Device('aa'), new Device('bb')];
		lead.does(closeYear(lead.fold));
		principal.does(closeYear(principal.fold));
		expect(isClosed(meet(lead, principal))).toBe(true);
		lead.does(reopenYear(lead.fold));
		expect(isClosed(lead.fold)).toBe(false);
	});

	test('opened on one device while another closes it anew stays open until somebody has seen both', () => {
		const [lead, principal] = [new Device('aa'), new Device('bb')];
		lead.does(closeYear(lead.fold));
		meet(lead, principal);
		lead.does(reopenYear(lead.fold));
		principal.does([...reopenYear(principal.fold)]);
		principal.does(closeYear(principal.fold));
		expect(isClosed(meet(lead, principal))).toBe(false);
		lead.does(closeYear(lead.fold));
		expect(isClosed(meet(lead, principal))).toBe(true);
	});

	test('is not closed by what nobody can read', () => {
		const lead = new Device('aa');
		lead.hears([operation('bb.1', 1, 'certainly', { entity: 'year', field: 'closed' })]);
		expect(isClosed(lead.fold)).toBe(false);
	});
});

describe('a closed year', () => {
	test('takes no entry, and says why and what to do', () => {
		const lead = new Device('aa');
		expect(aClosedYearIsOnlyRead(lead.fold, 2024, [ticking(lead)])).toBeUndefined();
		lead.does(closeYear(lead.fold));
		const refusal = aClosedYearIsOnlyRead(lead.fold, 2024, [ticking(lead)]);
		expect(refusal?.reason).toBe('yearClosed');
		expect(refusal?.sentence).toContain('令和6年度を開き直してください');
	});

	test('takes its reopening, but nothing else together with it', () => {
		const lead = new Device('aa');
		lead.does(closeYear(lead.fold));
		const reopening = reopenYear(lead.fold);
		expect(aClosedYearIsOnlyRead(lead.fold, 2024, reopening)).toBeUndefined();
		expect(aClosedYearIsOnlyRead(lead.fold, 2024, [...reopening, ticking(lead)])?.reason).toBe('yearClosed');
		const notes = setField(lead.fold, 'year', 'handoverNotes', '棚の中');
		expect(aClosedYearIsOnlyRead(lead.fold, 2024, [notes])?.reason).toBe('yearClosed');
	});

	test('still takes in what a colleague wrote before they knew of it', () => {
		const [lead, colleague] = [new Device('aa'), new Device('bb')];
		lead.does(closeYear(lead.fold));
		colleague.does(ticking(colleague));
		const all = meet(lead, colleague);
		expect(isClosed(all)).toBe(true);
		expect(all.heads('action/a1', 'status')[0]?.value).toBe('achieved');
	});

	test.each<[Role, boolean]>([
		['ictLead', true],
		['vicePrincipal', true],
		['principal', true],
		['teacher', false],
		['board', false],
	])('may be closed and opened by %s: %s', (role, may) => {
		expect(onlyWhoAnswersForTheRecordCloses(role)?.reason).toBe(may ? undefined : 'wrongPost');
	});
});
