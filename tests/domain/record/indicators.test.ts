import { describe, expect, test } from 'vitest';
import { undoEdits } from '../../../src/domain/record/edits.ts';
import { frequencies } from '../../../src/domain/record/fields.ts';
import {
	addObservation,
	changeObservation,
	clearTarget,
	deleteObservation,
	setTarget,
} from '../../../src/domain/record/indicatorEdits.ts';
import {
	isThreeTimesAWeek,
	lastMeasured,
	onlyTheSaidFrequencyCounts,
	reachesOwnTarget,
	standingOf,
} from '../../../src/domain/record/indicatorRules.ts';
import { readObservations } from '../../../src/domain/record/indicators.ts';
import { planLogged, recordLogged } from '../../../src/domain/record/loggedObservations.ts';
import type { ObservationEntry, ObservationWords } from '../../../src/domain/record/observationEntry.ts';
import { proposedDay, readClasses, readEntry } from '../../../src/domain/record/observationEntry.ts';
import { readTarget, readTargetEntry } from '../../../src/domain/record/ownTarget.ts';
import { Device, meet } from './devices.ts';

const scene = 'sendai-2025-i1';
const when = { fiscalYear: 2025, today: '2025-12-03' };

const looked = (words: Partial<ObservationWords> = {}): ObservationWords => ({
	...{ date: '2025-11-28', frequency: 'threePerWeek', classes: { count: 9, of: 12 }, source: 'interview', memo: '' },
	...words,
});

const seenBy = ({ fold }: Device) => readObservations(fold, scene);

/** Records one look after the other, as 1, 2, … */
const record = (device: Device, ...looks: readonly Partial<ObservationWords>[]): void => {
	for (const [index, each] of looks.entries()) device.does(addObservation(scene, `${index + 1}`, looked(each)));
};

describe('what counts towards the city’s rate', () => {
	test('is the frequency alone; 未測定 and an unsaid one are neither yes nor no', () => {
		const answers = [null, ...frequencies].map((said) => [said, onlyTheSaidFrequencyCounts(said)]);
		expect(Object.fromEntries(answers)).toEqual({
			null: 'unsaid',
			unmeasured: 'unmeasured',
			lessThanMonthly: 'doesNotCount',
			monthly: 'doesNotCount',
			weekly: 'doesNotCount',
			threePerWeek: 'counts',
			almostDaily: 'counts',
		});
	});

	test('classes never decide it, not even all of them', () => {
		const device = new Device('lead');
		record(device, { frequency: null, classes: { count: 12, of: 12 } });
		expect(standingOf(seenBy(device))).toMatchObject({ answer: 'unsaid', classes: { id: '1' } });
		expect(standingOf(seenBy(device)).frequency).toBeUndefined();
	});

	test('later classes leave an earlier frequency standing; a later 未測定 does not', () => {
		const device = new Device('lead');
		record(
			device,
			{ date: '2025-06-02', frequency: 'almostDaily', classes: null },
			{ date: '2025-07-01', frequency: null, classes: { count: 1, of: 12 } },
		);
		expect(standingOf(seenBy(device))).toMatchObject({
			answer: 'counts',
			frequency: { id: '1' },
			classes: { id: '2' },
		});
		device.does(addObservation(scene, '3', looked({ date: '2025-09-01', frequency: 'unmeasured', classes: null })));
		expect(standingOf(seenBy(device))).toMatchObject({ answer: 'unmeasured', frequency: { id: '3' } });
		expect(lastMeasured(seenBy(device))?.id).toBe('1');
	});

	test('a class is at 週3回以上 with three of every five school days', () => {
		expect(isThreeTimesAWeek(3, 5)).toBe(true);
		expect(isThreeTimesAWeek(2, 5)).toBe(false);
		expect(isThreeTimesAWeek(12, 20)).toBe(true);
		expect(isThreeTimesAWeek(11, 20)).toBe(false);
		expect(isThreeTimesAWeek(0, 20)).toBe(false);
	});

	test('the school’s own aim is reached by as often or more often; 未測定 reaches nothing', () => {
		expect(reachesOwnTarget('threePerWeek', 'threePerWeek')).toBe(true);
		expect(reachesOwnTarget('almostDaily', 'weekly')).toBe(true);
		expect(reachesOwnTarget('monthly', 'weekly')).toBe(false);
		expect(reachesOwnTarget('unmeasured', 'lessThanMonthly')).toBe(false);
	});
});

describe('a filled-in form', () => {
	const entry = (changed: Partial<ObservationEntry> = {}): ObservationEntry => ({
		...{ date: '2025-11-28', frequency: 'threePerWeek', count: '', of: '', source: 'survey', memo: '' },
		...changed,
	});
	const reasonOf = (changed: Partial<ObservationEntry>) => {
		const read = readEntry(entry(changed), when);
		return read.ok ? 'ok' : read.refusal.reason;
	};

	test('may say how often, in how many classes, or both', () => {
		expect(readEntry(entry({ memo: ' 秋 ' }), when)).toMatchObject({ value: { classes: null, memo: '秋' } });
		expect(readEntry(entry({ count: '９', of: '１２ 学級' }), when)).toMatchObject({
			value: { frequency: 'threePerWeek', classes: { count: 9, of: 12 } },
		});
		expect(reasonOf({ frequency: null, count: '0', of: '12' })).toBe('ok');
		expect(reasonOf({ frequency: null })).toBe('nothingSaid');
	});

	test('未測定 needs no source and takes no classes', () => {
		expect(reasonOf({ frequency: 'unmeasured', source: null })).toBe('ok');
		expect(reasonOf({ source: null })).toBe('noSource');
		expect(reasonOf({ frequency: 'unmeasured', count: '0', of: '12' })).toBe('unmeasuredWithClasses');
	});

	test.each([
		['13', '12', 'moreThanAll'],
		['9', '', 'halfAFraction'],
		['', '12', 'halfAFraction'],
		['0', '0', 'noClass'],
		['九', '12', 'notANumber'],
		['-1', '12', 'notANumber'],
		['1.5', '12', 'notANumber'],
		['1', '9999', 'notANumber'],
	])('%s of %s classes is refused as %s', (count, of, reason) => {
		const read = readClasses(count, of);
		expect(read).toMatchObject({ ok: false, refusal: { reason } });
	});

	test('its day lies within the year and has come', () => {
		expect(reasonOf({ date: '2025-04-01' })).toBe('ok');
		expect(reasonOf({ date: '2025-12-03' })).toBe('ok');
		for (const date of ['2025-03-31', '2026-04-01', '2025-12-04', '2025-11-31', '']) {
			expect(reasonOf({ date }), date).toBe('date');
		}
	});

	test('proposes today, and in a year that is over its last day', () => {
		expect(proposedDay(when)).toBe('2025-12-03');
		expect(proposedDay({ fiscalYear: 2024, today: '2025-12-03' })).toBe('2025-03-31');
		expect(proposedDay({ fiscalYear: 2026, today: '2025-12-03' })).toBe('2026-04-01');
	});
});

describe('in the record', () => {
	test('an observation is kept as it was said, and only what was said', () => {
		const device = new Device('lead');
		const operations = device.does(addObservation(scene, '1', looked({ classes: null })));
		expect(operations.map(({ field }) => field).sort()).toEqual(['date', 'frequency', 'source']);
		expect(seenBy(device)).toEqual([{ id: '1', indicator: scene, ...looked({ classes: null }), conflicts: [] }]);
	});

	test('a new one that is taken back is gone, a changed one is as before, a deleted one returns', () => {
		const device = new Device('lead');
		const there = device.does(addObservation(scene, '1', looked()));
		device.does(undoEdits(device.fold, there));
		expect(seenBy(device)).toEqual([]);
		record(device, {}, {});
		const before = seenBy(device);
		const changed = device.does(
			changeObservation(device.fold, scene, '2', looked({ frequency: 'weekly', classes: null })),
		);
		expect(changed.map(({ field }) => field).sort()).toEqual(['classes', 'frequency']);
		device.does(undoEdits(device.fold, changed));
		expect(seenBy(device)).toEqual(before);
		const deleted = device.does(deleteObservation(device.fold, scene, '2'));
		expect(seenBy(device).map(({ id }) => id)).not.toContain('2');
		device.does(undoEdits(device.fold, deleted));
		expect(seenBy(device)).toEqual(before);
	});

	test('two devices that say different things stand in conflict; what they left alone does not', () => {
		const [lead, head] = [new Device('lead'), new Device('head')];
		record(lead, {});
		meet(lead, head);
		lead.does(changeObservation(lead.fold, scene, '1', looked({ classes: { count: 8, of: 12 } })));
		head.does(changeObservation(head.fold, scene, '1', looked({ classes: { count: 10, of: 12 }, memo: '再確認' })));
		meet(lead, head);
		expect(seenBy(lead)).toMatchObject([{ conflicts: ['classes'], memo: '再確認' }]);
		expect(seenBy(lead)).toEqual(seenBy(head));
	});

	test('values that no honest form writes are read as unsaid', () => {
		const device = new Device('lead');
		const entity = `indicator/${scene}/1`;
		for (const classes of [{ count: 13, of: 12 }, { count: 1.5, of: 2 }, { count: 0, of: 0 }, 'all', [1, 2]]) {
			device.does({ entity, field: 'classes', value: classes, seen: [] });
		}
		device.does({ entity, field: 'frequency', value: 'sometimes', seen: [] });
		expect(seenBy(device)).toMatchObject([{ classes: null, frequency: null }]);
	});
});

describe('a target of the school’s own', () => {
	test('is set, changed in what changes only, and taken away', () => {
		const device = new Device('lead');
		expect(readTarget(device.fold, scene)).toBeUndefined();
		device.does(setTarget(device.fold, scene, { frequency: 'threePerWeek', rate: 80, words: '全教科で' }));
		expect(readTarget(device.fold, scene)).toEqual({
			...{ frequency: 'threePerWeek', rate: 80, words: '全教科で', conflicts: [] },
		});
		const again = device.does(
			setTarget(device.fold, scene, { frequency: 'threePerWeek', rate: 90, words: '全教科で' }),
		);
		expect(again.map(({ field }) => field)).toEqual(['rate']);
		device.does(clearTarget(device.fold, scene));
		expect(readTarget(device.fold, scene)).toBeUndefined();
	});

	test('has a rate from 0 to 100, full-width digits and % included', () => {
		const rateOf = (rate: string) => {
			const read = readTargetEntry({ frequency: 'weekly', rate, words: '' });
			return read.ok ? read.value.rate : read.refusal.reason;
		};
		expect(['８０％', '0', '100', '', '62.5'].map(rateOf)).toEqual([80, 0, 100, null, 62.5]);
		expect(['101', '八割', '-1'].map(rateOf)).toEqual(['rate', 'rate', 'rate']);
		expect(readTargetEntry({ frequency: null, rate: ' ', words: ' ' })).toMatchObject({
			refusal: { reason: 'nothingSaid' },
		});
	});
});

describe('a summary of device logs', () => {
	const logged = (count: number, date = '2025-10-31') =>
		({ indicator: scene, date, classes: { count, of: 12 }, frequency: null }) as const;

	test('that is read in twice is recorded once; one that was put right changes what it said', () => {
		const device = new Device('lead');
		device.does(recordLogged(device.fold, [logged(9)], ['a']));
		expect(planLogged(device.fold, [logged(9)])).toMatchObject([{ kind: 'same' }]);
		expect(recordLogged(device.fold, [logged(9)], ['b'])).toEqual([]);
		expect(planLogged(device.fold, [logged(8)])).toMatchObject([{ kind: 'changes', before: { id: 'a' } }]);
		device.does(recordLogged(device.fold, [logged(8), logged(7, '2025-11-30')], ['c', 'd']));
		expect(seenBy(device)).toMatchObject([
			{ id: 'a', classes: { count: 8, of: 12 }, source: 'deviceLog' },
			{ id: 'd', classes: { count: 7, of: 12 } },
		]);
	});

	test('never touches what a person has heard or asked, and what it leaves unsaid', () => {
		const device = new Device('lead');
		record(device, { date: '2025-10-31', source: 'interview' });
		expect(planLogged(device.fold, [logged(9)])).toMatchObject([{ kind: 'adds' }]);
		device.does(changeObservation(device.fold, scene, '1', { source: 'deviceLog' }));
		device.does(recordLogged(device.fold, [logged(3)], ['x']));
		expect(seenBy(device)).toMatchObject([{ frequency: 'threePerWeek', classes: { count: 3, of: 12 } }]);
	});

	test('does not leave 未測定 standing beside numbers, nor numbers beside 未測定', () => {
		const device = new Device('lead');
		const unmeasured = { indicator: scene, date: '2025-10-31', classes: null, frequency: 'unmeasured' } as const;
		device.does(recordLogged(device.fold, [unmeasured], ['a']));
		device.does(recordLogged(device.fold, [logged(9)], ['b']));
		expect(seenBy(device)).toMatchObject([{ id: 'a', frequency: null, classes: { count: 9, of: 12 } }]);
		device.does(recordLogged(device.fold, [unmeasured], ['c']));
		expect(seenBy(device)).toMatchObject([{ id: 'a', frequency: 'unmeasured', classes: null }]);
	});

	test('is taken back in one step', () => {
		const device = new Device('lead');
		device.does(recordLogged(device.fold, [logged(9)], ['a']));
		const step = device.does(recordLogged(device.fold, [logged(8), logged(7, '2025-11-30')], ['b', 'c']));
		device.does(undoEdits(device.fold, step));
		expect(seenBy(device)).toMatchObject([{ id: 'a', classes: { count: 9, of: 12 } }]);
	});
});
