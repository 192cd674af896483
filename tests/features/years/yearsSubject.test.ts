import { describe, expect, test } from 'vitest';
import type { PlanEdition } from '../../../src/domain/plan/edition.ts';
import { setField } from '../../../src/domain/record/edits.ts';
import { observationEntity } from '../../../src/domain/record/indicators.ts';
import type { Json } from '../../../src/domain/record/operation.ts';
import { viewYear } from '../../../src/domain/record/yearsCompared.ts';
import { found, optionsOf } from '../../../src/features/years/yearsOptions.ts';
import { compareYears, type Subject } from '../../../src/features/years/yearsSubject.ts';
import { Device } from '../../domain/record/devices.ts';
import { plan2024, plan2025 } from '../../domain/record/editions.ts';
import { context } from '../../domain/record/plan.ts';

type Said = readonly (readonly [entity: string, field: string, value: string])[];

const recorded = (said: Said) => {
	const device = new Device('lead');
	for (const [entity, field, value] of said) device.does(setField(device.fold, entity, field, value));
	return device.fold;
};

const editions: Readonly<Record<number, PlanEdition>> = { 2024: plan2024, 2025: plan2025, 2026: plan2025 };

/** The years 2023 to 2027 of a school, seen in November 2026. Years that are not named have no record. */
const years = (said: Readonly<Record<number, Said>>) =>
	[2023, 2024, 2025, 2026, 2027].map((fiscalYear) =>
		viewYear({
			...{ fiscalYear, edition: editions[fiscalYear], profile: context.profile, today: '2026-11-21' },
			record: said[fiscalYear] && recorded(said[fiscalYear]),
		}),
	);

const told = (said: Readonly<Record<number, Said>>, subject: Subject) =>
	compareYears(years(said), subject).map(({ view, actions, level, link }) => [
		view.standing,
		actions.map(({ state }) => state?.status ?? '—').join(' '),
		level,
		link?.comparable,
	]);

const achieved = (id: string): Said => [[`action/${id}`, 'status', 'achieved']];
const begun = (id: string): Said => [[`action/${id}`, 'status', 'inProgress']];

describe('one □ over the plan’s years', () => {
	test('that was reworded and then stayed is one line; years without a record are not 0', () => {
		const said = { 2024: begun('sendai-2024-1-1-1-1'), 2026: achieved('sendai-2025-1-1-1-1') };
		expect(told(said, { kind: 'action', id: 'sendai-2025-1-1-1-1' })).toEqual([
			['none', '', undefined, undefined],
			['recorded', 'inProgress', 0.5, undefined],
			['none', '—', undefined, true],
			['recorded', 'achieved', 1, true],
			['future', '', undefined, undefined],
		]);
	});

	test('that was merged of two shows both, and no line leads to them', () => {
		const said = {
			2024: [...begun('sendai-2024-4-1-1-1'), ...achieved('sendai-2024-4-1-1-2')],
			2025: achieved('sendai-2025-4-1-1-1'),
		};
		expect(told(said, { kind: 'action', id: 'sendai-2025-4-1-1-1' }).slice(1, 3)).toEqual([
			['recorded', 'inProgress achieved', undefined, undefined],
			['recorded', 'achieved', 1, false],
		]);
	});

	test('that ended is found under its old edition, and leads nowhere', () => {
		const views = years({ 2024: achieved('sendai-2024-3-1-1-1') });
		const options = optionsOf(views, 'action');
		expect(options.filter(({ group }) => group === '令和6年度版で終わった□')).toHaveLength(10);
		expect(options).toHaveLength(32 + 10);
		expect(
			told({ 2024: achieved('sendai-2024-3-1-1-1') }, { kind: 'action', id: 'sendai-2024-3-1-1-1' })
				.map(([, statuses, , link]) => [statuses, link])
				.slice(1, 4),
		).toEqual([
			['achieved', undefined],
			['', false],
			['', undefined],
		]);
	});

	test('that is 該当なし has no place in the drawing', () => {
		const [year] = compareYears(years({ 2025: [['action/sendai-2025-1-1-1-1', 'status', 'notApplicable']] }), {
			...{ kind: 'action', id: 'sendai-2025-1-1-1-1' },
		}).slice(2);
		expect(year?.actions[0]?.state?.status).toBe('notApplicable');
		expect(year?.level).toBeUndefined();
	});

	test('of the school’s own is itself as long as it has its id', () => {
		const own = (status: string): Said => [
			['own/x1', 'measure', '1-1-1'],
			['own/x1', 'text', '図書室で使う'],
			['own/x1', 'status', status],
		];
		const said = { 2025: own('inProgress'), 2026: own('achieved') };
		expect(told(said, { kind: 'own', id: 'x1' }).slice(2, 4)).toEqual([
			['recorded', 'inProgress', 0.5, undefined],
			['recorded', 'achieved', 1, true],
		]);
		expect(optionsOf(years(said), 'action').at(-1)).toMatchObject({ code: '1-(1)-①', text: '図書室で使う' });
	});
});

test('a 項目 has its own denominator each year, and a line only where its □ went on one by one', () => {
	const said = { 2024: achieved('sendai-2024-1-1-1-1'), 2025: achieved('sendai-2025-1-1-1-1'), 2026: [] };
	const compared = compareYears(years({ ...said, 2026: achieved('sendai-2025-1-1-1-1') }), {
		...{ kind: 'measure', id: '1-1-1' },
	});
	expect(compared.map(({ set }) => set && [set.progress.achieved, set.progress.applicable])).toEqual([
		undefined,
		[1, 2],
		[1, 2],
		[1, 2],
		undefined,
	]);
	expect(compared.map(({ link }) => link?.comparable)).toEqual([undefined, undefined, false, true, undefined]);
	expect(compared[2]?.link?.words).toBe('比較できません。□の組がかわりました（新しい□ 1、なくなった□ 1）。');
});

test('a scene goes on where its sentence does; 未測定 is no point of the line', () => {
	const [scene] = plan2025.indicators;
	if (!scene) throw new Error('no scene');
	const at = (frequency: string): Said => [[observationEntity(scene.id, 'o'), 'frequency', frequency]];
	const compared = compareYears(years({ 2024: at('weekly'), 2025: at('unmeasured'), 2026: at('lessThanMonthly') }), {
		...{ kind: 'indicator', id: scene.id },
	});
	expect(compared.map(({ said }) => said?.frequency)).toEqual([
		...[undefined, undefined, 'unmeasured', 'lessThanMonthly', undefined],
	]);
	expect(compared.map(({ level }) => level)).toEqual([undefined, undefined, undefined, 0, undefined]);
	expect(compared.map(({ link }) => link?.comparable)).toEqual([undefined, undefined, false, true, undefined]);
});

test('classes that were counted later hide neither the frequency of a scene nor its point', () => {
	const [scene] = plan2025.indicators;
	if (!scene) throw new Error('no scene');
	const [early, late] = [observationEntity(scene.id, 'a'), observationEntity(scene.id, 'b')];
	const device = new Device('lead');
	const says = (entity: string, fields: Readonly<Record<string, Json>>) => {
		for (const [field, value] of Object.entries(fields)) device.does(setField(device.fold, entity, field, value));
	};
	says(early, { date: '2025-06-01', frequency: 'almostDaily' });
	says(late, { date: '2025-11-01', classes: { count: 7, of: 12 }, source: 'deviceLog' });
	const view = viewYear({
		...{ fiscalYear: 2025, edition: plan2025, profile: context.profile, today: '2026-11-21', record: device.fold },
	});
	expect(compareYears([view], { kind: 'indicator', id: scene.id })).toMatchObject([
		{ level: 1, said: { frequency: 'almostDaily' }, counted: { date: '2025-11-01', classes: { count: 7, of: 12 } } },
	]);
});

test('the search finds a □ however it was typed', () => {
	const options = optionsOf(years({}), 'action');
	// Two of 2025, and one of 2024 that ended.
	expect(found(options, '１-(1)-①')).toHaveLength(3);
	expect(found(options, 'ﾓﾗﾙ').length).toBeGreaterThan(0);
	expect(found(options, 'ﾓﾗﾙ')).toEqual(found(options, 'もらる'));
	expect(found(options, 'どこにもない言葉')).toEqual([]);
});
