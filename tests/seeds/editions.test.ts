import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { applies, defaultUnits } from '../../src/domain/plan/applicability.ts';
import { checkEdition } from '../../src/domain/plan/check.ts';
import { ancestorsOf } from '../../src/domain/plan/descent.ts';
import type { PlanEdition, SchoolType, SchoolUnit } from '../../src/domain/plan/edition.ts';
import { allMeasures, allSchoolActions } from '../../src/domain/plan/find.ts';
import { editionIds, loadEdition } from './editions.ts';

const outOfScope = (
	edition: PlanEdition,
	schoolType: SchoolType,
	units: readonly SchoolUnit[] = defaultUnits(schoolType),
) =>
	allSchoolActions(edition)
		.filter(({ action }) => applies(action.scope, { schoolType, units }) !== true)
		.map(({ action }) => action.id.replace(`${edition.id}-`, ''));

const countsByPolicy = (edition: PlanEdition) =>
	edition.policies.map(({ areas }) => areas.flatMap((area) => area.measures).flatMap((m) => m.schoolActions).length);

describe.each(editionIds)('the edition %s', (id) => {
	it('has no faults', () => {
		const earlier = id === 'sendai-2025' ? [loadEdition('sendai-2024')] : [];
		expect(checkEdition(loadEdition(id), earlier)).toEqual([]);
	});

	it('has 4 policies, 7 areas and 25 measures', () => {
		const { policies } = loadEdition(id);
		expect([
			policies.length,
			policies.flatMap(({ areas }) => areas).length,
			allMeasures(loadEdition(id)).length,
		]).toEqual([4, 7, 25]);
	});

	it('travels in at most 20 kB', () => {
		expect(gzipSync(JSON.stringify(loadEdition(id))).length).toBeLessThanOrEqual(20_000);
	});

	it('names the words of every cadence as its □ has them', () => {
		const strangers = allSchoolActions(loadEdition(id)).filter(
			({ action }) => !action.text.includes(action.cadence?.words ?? ''),
		);
		expect(strangers).toEqual([]);
	});

	it('gives a cadence to every □ whose words name one', () => {
		const named = allSchoolActions(loadEdition(id)).filter(({ action }) =>
			/[年月週][0-9０-９]+回|定期的|適宜|適時/.test(action.text),
		);
		expect(named.filter(({ action }) => !action.cadence)).toEqual([]);
	});
});

describe('the □ of 令和7年度', () => {
	const edition = loadEdition('sendai-2025');

	it('are 32: 20 for children, 7 for teachers, none for equipment, 5 for the school as a whole', () => {
		expect(countsByPolicy(edition)).toEqual([20, 7, 0, 5]);
	});

	it('are 27 for an elementary school: five are for others', () => {
		expect(outOfScope(edition, 'elementary')).toEqual(['1-3-3-1', '1-3-3-2', '1-3-3-3', '2-1-2-2', '2-1-2-3']);
	});

	it('are 28 for an elementary school with a 院内学級', () => {
		expect(outOfScope(edition, 'elementary', ['hospitalClass'])).toHaveLength(4);
	});

	it('include 情報科 for high schools of both kinds, without being told', () => {
		for (const type of ['upperSecondary', 'secondary'] as const) {
			expect(outOfScope(edition, type)).toEqual(['1-3-3-1', '1-3-3-2', '1-3-3-3']);
		}
	});

	it('include input devices for schools for special needs', () => {
		expect(outOfScope(edition, 'specialNeeds')).toEqual(['1-3-3-3', '2-1-2-2', '2-1-2-3']);
	});

	it('name the management once', () => {
		const managed = allSchoolActions(edition).filter(({ action }) => action.scope?.actor === 'management');
		expect(managed.map(({ action }) => action.text.slice(0, 4))).toEqual(['管理職は']);
	});

	it('count five scenes, each for 小学校 and 中学校', () => {
		expect(edition.indicators.map(({ label, targets }) => [label, targets.length])).toEqual(
			['①', '②', '③', '④', '⑤'].map((label) => [label, 2]),
		);
	});
});

describe('from 令和6年度 to 令和7年度', () => {
	const before = loadEdition('sendai-2024');
	const after = loadEdition('sendai-2025');
	const continued = allSchoolActions(after).flatMap(({ action }) => ancestorsOf(action));
	const uses = (id: string) => continued.filter((each) => each === id).length;

	it('every □ says where it comes from, or that it is new', () => {
		const origins = allSchoolActions(after).map(({ action }) => action.descendsFrom);
		expect(origins).not.toContain('first');
		expect(origins.filter((origin) => origin === 'new')).toHaveLength(5);
	});

	it('a split □ has several descendants, a merged one shares its descendant', () => {
		for (const { action } of allSchoolActions(after)) {
			const descents = typeof action.descendsFrom === 'string' ? [] : action.descendsFrom;
			for (const { action: ancestor, relation } of descents) {
				if (relation === 'split') expect(uses(ancestor), ancestor).toBeGreaterThan(1);
				if (relation === 'merged') expect(descents.length, action.id).toBeGreaterThan(1);
				if (relation === 'same') expect(textOf(before, ancestor)).toBe(action.text);
			}
		}
	});

	it('those that end with 令和6年度 are known', () => {
		const ended = allSchoolActions(before).filter(({ action }) => uses(action.id) === 0);
		expect(ended.map(({ action }) => action.id.replace('sendai-2024-', ''))).toEqual([
			'1-1-1-2',
			'1-2-1-1',
			'1-2-1-3',
			'1-2-1-5',
			'1-3-1-1',
			'2-1-1-4',
			'3-1-1-1',
			'3-1-2-1',
			'3-1-3-1',
			'3-1-4-1',
		]);
	});

	const textOf = (edition: PlanEdition, id: string) =>
		allSchoolActions(edition).find(({ action }) => action.id === id)?.action.text;
});
