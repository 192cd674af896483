import type { SchoolRow } from '../../src/domain/exchange/board.ts';
import type { SchoolType, SchoolUnit } from '../../src/domain/plan/edition.ts';

export const municipality = { id: 'aoba-model', name: '青葉モデル市教育委員会（架空）' } as const;

/** Places of a city that does not exist: one of these and one of those. */
const first = [
	...['若葉', '水音', '風見', '星見', '月影', '花風', '雪見', '朝日', '夕映', '霜柱'],
	...['茜', '琥珀', '銀杏', '楓', '椿', '白鷺', '千草', '深緑', '遠音', '初音'],
];
const second = ['台', '野', '原', '川', '沢', '浜', '森', '坂', '橋', '丘'];

/** A step that shares no factor with the number of places goes through all of them before it repeats. */
const placeName = (n: number): string => {
	const at = (n * 7) % (first.length * second.length);
	return `${first[at % first.length]}${second[Math.floor(at / first.length)]}`;
};

interface Kind {
	readonly schoolType: SchoolType;
	readonly count: number;
	readonly word: string;
	/** 学校種 and 都道府県 of a national 学校コード. There are 47 都道府県, so nothing with 99 is a real school's. */
	readonly code: string;
	readonly places: (n: number) => string;
	readonly units: (n: number) => readonly SchoolUnit[];
}

const classes = (n: number): readonly SchoolUnit[] => [
	...(n % 7 === 6 ? [] : (['specialNeedsClass'] as const)),
	...(n % 40 === 11 ? (['hospitalClass'] as const) : []),
];

const kinds: readonly Kind[] = [
	{ schoolType: 'elementary', count: 118, word: '小学校', code: 'B199', places: placeName, units: classes },
	// A lower secondary school is called like one of its elementary schools.
	{
		schoolType: 'lowerSecondary',
		count: 62,
		word: '中学校',
		code: 'C199',
		places: (n) => placeName(n * 2),
		units: classes,
	},
	{
		schoolType: 'upperSecondary',
		count: 3,
		word: '高等学校',
		code: 'D199',
		places: (n) => ['青葉モデル', '青葉モデル中央', '青葉モデル商業'][n] ?? '',
		units: () => ['informatics'],
	},
	{
		schoolType: 'secondary',
		count: 2,
		word: '中等教育学校',
		code: 'D299',
		places: (n) => ['青葉モデル', '青葉モデル北'][n] ?? '',
		units: () => ['informatics'],
	},
	{
		schoolType: 'specialNeeds',
		count: 5,
		word: '支援学校',
		code: 'E199',
		places: (n) => ['若葉', '水音', '風見', '星見', '千草'][n] ?? '',
		units: () => [],
	},
];

/** The 190 schools of the model city: all types, believable, and none of them real. */
export const citySchools: readonly SchoolRow[] = kinds.flatMap(({ schoolType, count, word, code, places, units }) =>
	Array.from({ length: count }, (_, n) => ({
		code: `${code}2${String(n + 1).padStart(8, '0')}`,
		name: `${places(n)}${word}（架空）`,
		schoolType,
		units: [...units(n)],
	})),
);

const places = new Map(citySchools.map(({ code }, n) => [code, n]));

/** The how manyth school of the city it is, from 0; what kind of school it is depends on it. */
export function placeOf({ code }: Pick<SchoolRow, 'code'>): number {
	const found = places.get(code);
	if (found === undefined) throw new Error(`${code} is not a school of the city.`);
	return found;
}
