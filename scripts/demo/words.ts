import type { SchoolType } from '../../src/domain/plan/edition.ts';
import type { Chance } from './chance.ts';
import type { Doing } from './phrases.ts';

/** Fills what phrases leave open, as it is called at a school of this type. */
export interface Words {
	text(phrase: string): string;
	doing(doing: Doing): readonly [place: string, memo: string];
	/** Those that sound right at this school. */
	fitting(doings: readonly Doing[]): readonly Doing[];
}

const grades: Readonly<Record<SchoolType, readonly string[]>> = {
	elementary: ['1年', '2年', '3年', '4年', '5年', '6年'],
	lowerSecondary: ['1年', '2年', '3年'],
	upperSecondary: ['1年', '2年', '3年'],
	secondary: ['1年', '2年', '3年', '4年', '5年', '6年'],
	specialNeeds: ['小学部', '中学部', '高等部'],
};

export function wordsOf(schoolType: SchoolType, chance: Chance): Words {
	const stage = schoolType === 'elementary' ? 'young' : schoolType === 'specialNeeds' ? undefined : 'old';
	const grade = () => chance.pick(grades[schoolType]);
	const year = () => `${grade()}${schoolType === 'specialNeeds' ? '' : '生'}`;
	const text = (phrase: string): string =>
		phrase
			.replaceAll('{組}', () => `${grade()}${chance.between(1, 3)}組`)
			.replaceAll('{学年}', year)
			.replaceAll('{数}', () => String(chance.between(2, 5)));
	return {
		text,
		doing: ([place, memo]) => [text(place), text(memo)],
		fitting: (doings) => doings.filter(([, , only]) => only === undefined || only === stage),
	};
}
