import { describe, expect, it } from 'vitest';
import { applies, defaultUnits } from '../../../src/domain/plan/applicability.ts';
import type { SchoolType, SchoolUnit, Scope } from '../../../src/domain/plan/edition.ts';

const school = (schoolType: SchoolType, units: readonly SchoolUnit[] = defaultUnits(schoolType)) => ({
	schoolType,
	units,
});

describe('a □', () => {
	it('without a scope is for every school', () => {
		expect(applies(undefined, school('elementary'))).toBe(true);
		expect(applies({}, school('specialNeeds'))).toBe(true);
	});

	it('for 特別支援学校 tells other schools whom it is for', () => {
		const scope: Scope = { schoolTypes: ['specialNeeds'] };
		expect(applies(scope, school('specialNeeds'))).toBe(true);
		expect(applies(scope, school('elementary'))).toEqual({ reason: '特別支援学校の取組です' });
	});

	it('for 院内学級 is for a school that has one, of whatever type', () => {
		const scope: Scope = { units: ['hospitalClass'] };
		expect(applies(scope, school('elementary', ['hospitalClass']))).toBe(true);
		expect(applies(scope, school('lowerSecondary', ['specialNeedsClass', 'hospitalClass']))).toBe(true);
		expect(applies(scope, school('elementary'))).toEqual({ reason: '院内学級のある学校の取組です' });
	});

	it('for 高校情報科 needs both the school type and the unit', () => {
		const scope: Scope = { schoolTypes: ['upperSecondary', 'secondary'], units: ['informatics'] };
		expect([applies(scope, school('upperSecondary')), applies(scope, school('secondary'))]).toEqual([true, true]);
		expect(applies(scope, school('upperSecondary', []))).toEqual({ reason: '情報科のある学校の取組です' });
		expect(applies(scope, school('elementary', ['informatics']))).toEqual({
			reason: '高等学校・中等教育学校の取組です',
		});
	});

	it('for the management is for every school', () => {
		expect(applies({ actor: 'management' }, school('elementary'))).toBe(true);
	});
});
