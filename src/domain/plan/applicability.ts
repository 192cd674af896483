import type { SchoolType, SchoolUnit, Scope } from './edition.ts';

/** What applicability needs to know of a school. */
export interface SchoolKind {
	readonly schoolType: SchoolType;
	readonly units: readonly SchoolUnit[];
}

const TYPE_WORDS: Record<SchoolType, string> = {
	elementary: '小学校',
	lowerSecondary: '中学校',
	upperSecondary: '高等学校',
	secondary: '中等教育学校',
	specialNeeds: '特別支援学校',
};

const UNIT_WORDS: Record<SchoolUnit, string> = {
	specialNeedsClass: '特別支援学級',
	hospitalClass: '院内学級',
	informatics: '情報科',
};

/** 校種 in the words of the screen. */
export const schoolTypeWord = (schoolType: SchoolType): string => TYPE_WORDS[schoolType];

/** 特別支援学級・院内学級・情報科 in the words of the screen. */
export const schoolUnitWord = (unit: SchoolUnit): string => UNIT_WORDS[unit];

/** What a school of this kind has unless its profile says otherwise: high schools teach 情報科. */
export const defaultUnits = (schoolType: SchoolType): readonly SchoolUnit[] =>
	schoolType === 'upperSecondary' || schoolType === 'secondary' ? ['informatics'] : [];

/** Whether a □ with this scope is for this school; where not, the reason for 該当なし in words. */
export const applies = (scope: Scope | undefined, school: SchoolKind): true | { readonly reason: string } => {
	const { schoolTypes, units } = scope ?? {};
	if (schoolTypes && !schoolTypes.includes(school.schoolType)) {
		return { reason: `${schoolTypes.map(schoolTypeWord).join('・')}の取組です` };
	}
	if (units && !units.some((unit) => school.units.includes(unit))) {
		return { reason: `${units.map(schoolUnitWord).join('・')}のある学校の取組です` };
	}
	return true;
};
