import { describe, expect, test } from 'vitest';
import { addOccurrence, deleteEntity, setStatus, tick } from '../../../src/domain/record/edits.ts';
import type { AnyAction, ReadingContext, Status } from '../../../src/domain/record/reading.ts';
import { Device } from './devices.ts';
import { asNeeded, once, stateOf, twice, weekly } from './plan.ts';

let made = 0;

/** A school that logged 実施記録 on these dates. */
function logged(...dates: string[]): Device {
	const device = new Device('lead');
	for (const date of dates) device.does(addOccurrence(`o${++made}`, { action: 'a1', date }));
	return device;
}

const says = (device: Device, status: Status | null) =>
	device.does(setStatus({ entity: 'action/a1' }, device.fold, status));

const dayByDay = (from: string, to: string, step: number): string[] => {
	const days: string[] = [];
	for (let at = Date.parse(from); at <= Date.parse(to); at += step * 86_400_000) {
		days.push(new Date(at).toISOString().slice(0, 10));
	}
	return days;
};

describe('年に何回', () => {
	const twiceAYear = (device: Device, circumstances: Partial<ReadingContext> = {}) =>
		stateOf(device.fold, { cadence: twice }, circumstances);

	test('none, one, enough', () => {
		expect(twiceAYear(logged()).status).toBe('notStarted');
		expect(twiceAYear(logged('2025-05-01'))).toMatchObject({ status: 'inProgress', basis: 'occurrences' });
		expect(twiceAYear(logged('2025-05-01', '2025-09-01')).judged).toEqual({
			per: 'year',
			status: 'achieved',
			counted: 2,
			needed: 2,
		});
	});

	test('only this fiscal year counts, and only what has been done already', () => {
		expect(twiceAYear(logged('2025-03-31', '2025-04-01')).judged?.counted).toBe(1);
		expect(twiceAYear(logged('2025-05-01', '2025-10-04')).judged?.counted).toBe(1);
		expect(twiceAYear(logged('2025-05-01', '2026-04-01'), { today: '2026-04-02' }).judged?.counted).toBe(1);
	});

	test('a deleted 実施記録 no longer counts, and a date that is none never did', () => {
		const device = logged('2025-05-01', '昨日', '2025-13-45');
		expect(twiceAYear(device).judged?.counted).toBe(1);
		for (const id of device.fold.ids('occurrence')) device.does(deleteEntity(device.fold, `occurrence/${id}`));
		expect(twiceAYear(device)).toMatchObject({ status: 'notStarted', basis: 'nothing' });
	});
});

describe('「週1回以上」', () => {
	const weeklyOn = (today: string, ...dates: string[]) =>
		stateOf(logged(...dates).fold, { cadence: weekly }, { today });
	/** Every Thursday from the first school week on. */
	const allTerm = (to: string) => dayByDay('2025-04-10', to, 7);

	test('is 達成 when every school week that is over had one', () => {
		const state = weeklyOn('2025-06-27', ...allTerm('2025-06-27'));
		expect(state).toMatchObject({ status: 'achieved', basis: 'occurrences' });
		expect(state.judged).toMatchObject({ counted: 11, needed: 11, thisWeek: true });
	});

	test('the running week is shown as missing and not held against the school', () => {
		const state = weeklyOn('2025-06-23', ...allTerm('2025-06-22'));
		expect(state.status).toBe('achieved');
		expect(state.judged?.thisWeek).toBe(false);
	});

	test('夏休み asks for nothing: 達成 stays 達成 until school begins again', () => {
		const term = allTerm('2025-07-18');
		const midsummer = weeklyOn('2025-08-13', ...term);
		expect(midsummer.status).toBe('achieved');
		expect(midsummer.judged).not.toHaveProperty('thisWeek');
		// School begins on Tuesday 26 August; that week is over on the first of September.
		expect(weeklyOn('2025-08-27', ...term)).toMatchObject({ status: 'achieved', judged: { thisWeek: false } });
		expect(weeklyOn('2025-09-01', ...term).status).toBe('inProgress');
		expect(weeklyOn('2025-09-01', ...term, '2025-08-28').status).toBe('achieved');
	});

	test('one week left out makes it 実施中, and says how many of how many', () => {
		const dates = allTerm('2025-06-20').filter((date) => date !== '2025-05-15');
		expect(weeklyOn('2025-06-23', ...dates)).toMatchObject({
			status: 'inProgress',
			judged: { counted: 10, needed: 11 },
		});
	});

	test('in the very first week nothing can be 達成 yet', () => {
		expect(weeklyOn('2025-04-09', '2025-04-09')).toMatchObject({
			status: 'inProgress',
			judged: { counted: 0, needed: 0, thisWeek: true },
		});
	});

	test('two on one day of a week do not make up for another week', () => {
		expect(weeklyOn('2025-04-21', '2025-04-10', '2025-04-10').status).toBe('inProgress');
	});

	test('a school that began in October may be judged from there', () => {
		const device = logged('2025-10-01', '2025-10-09');
		const state = stateOf(device.fold, { cadence: weekly }, { today: '2025-10-14', since: '2025-10-01' });
		expect(state).toMatchObject({ status: 'achieved', judged: { counted: 2, needed: 2 } });
	});
});

test('適宜, or no cadence at all: 実施中 from the first 実施記録 on, 達成 only when a person says so', () => {
	for (const action of [{ cadence: asNeeded }, {}]) {
		expect(stateOf(logged().fold, action)).toMatchObject({ status: 'notStarted', basis: 'nothing' });
		const device = logged('2025-05-01', '2025-05-02', '2025-05-03');
		expect(stateOf(device.fold, action)).toMatchObject({ status: 'inProgress', basis: 'occurrences' });
		expect(stateOf(device.fold, action)).not.toHaveProperty('judged');
		says(device, 'achieved');
		expect(stateOf(device.fold, action)).toMatchObject({ status: 'achieved', basis: 'person', overruled: false });
	}
});

describe('a person overrules the count', () => {
	const yearly: Partial<AnyAction> = { cadence: once };

	test('visibly, in both directions', () => {
		const tooFew = logged();
		says(tooFew, 'achieved');
		expect(stateOf(tooFew.fold, yearly)).toMatchObject({ status: 'achieved', basis: 'person', overruled: true });
		const enough = logged('2025-05-01');
		says(enough, 'inProgress');
		expect(stateOf(enough.fold, yearly)).toMatchObject({ status: 'inProgress', overruled: true });
	});

	test('and takes it back', () => {
		const device = logged('2025-05-01');
		says(device, 'inProgress');
		says(device, null);
		expect(stateOf(device.fold, yearly)).toMatchObject({ status: 'achieved', basis: 'occurrences', overruled: false });
	});

	test('preparing before the first time, or 該当なし without any, contradicts nothing', () => {
		for (const status of ['inProgress', 'notApplicable', 'notStarted'] as const) {
			const device = logged();
			says(device, status);
			expect(stateOf(device.fold, yearly)).toMatchObject({ status, overruled: false });
		}
	});
});

describe('ticking', () => {
	const ticks = (device: Device, action: Partial<AnyAction> = {}) => {
		device.does(tick(stateOf(device.fold, action), device.fold));
		return stateOf(device.fold, action);
	};

	test('□ becomes ☑, and □ again as it was', () => {
		const device = logged();
		expect(ticks(device)).toMatchObject({ status: 'achieved', basis: 'person' });
		expect(ticks(device)).toMatchObject({ status: 'notStarted', basis: 'nothing' });
	});

	test('with 実施記録 there it falls back to 実施中', () => {
		const device = logged('2025-05-01');
		ticks(device);
		expect(ticks(device)).toMatchObject({ status: 'inProgress', basis: 'occurrences' });
	});

	test('where the count itself says 達成, unticking says otherwise, visibly', () => {
		const device = logged('2025-05-01');
		expect(ticks(device, { cadence: once })).toMatchObject({ status: 'inProgress', basis: 'person', overruled: true });
		expect(ticks(device, { cadence: once })).toMatchObject({ status: 'achieved', overruled: false });
	});
});

describe('a □ that is not for this school', () => {
	const highSchoolsOnly: Partial<AnyAction> = { scope: { schoolTypes: ['upperSecondary'] } };

	test('is 該当なし by the profile, with the reason', () => {
		const state = stateOf(logged().fold, highSchoolsOnly);
		expect(state).toMatchObject({ status: 'notApplicable', basis: 'profile' });
		expect(state.reason.value).toBe('高等学校の取組です');
	});

	test('unless a person of the school says otherwise', () => {
		const device = logged();
		says(device, 'inProgress');
		expect(stateOf(device.fold, highSchoolsOnly)).toMatchObject({
			status: 'inProgress',
			basis: 'person',
			reason: { value: '' },
		});
	});
});
