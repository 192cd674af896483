/** 年度: April to March, named by the year it begins in. 2025 = 令和7年度. Dates are `YYYY-MM-DD` in Asia/Tokyo. */

const TOKYO_OFFSET = 9 * 60 * 60 * 1000;

/** `last` is the last year that papers name with the era: 平成31年度 and 令和元年度 are the same year. */
const ERAS = [
	{ name: '令和', letter: 'R', first: 2019, last: 2117 },
	{ name: '平成', letter: 'H', first: 1989, last: 2019 },
	{ name: '昭和', letter: 'S', first: 1926, last: 1989 },
] as const;

/** The fiscal year that a date lies in. */
export const fiscalYearOf = (date: string): number => {
	const year = Number(date.slice(0, 4));
	const month = Number(date.slice(5, 7));
	return month >= 4 ? year : year - 1;
};

/** 「令和7年度」; the first year of an era is 元年度. */
export const labelOf = (fiscalYear: number): string => {
	const era = ERAS.find(({ first }) => fiscalYear >= first);
	if (!era) return westernLabelOf(fiscalYear);
	const count = fiscalYear - era.first + 1;
	return `${era.name}${count === 1 ? '元' : count}年度`;
};

/** The first day of each era. */
const FIRST_DAYS = [
	{ name: '令和', from: '2019-05-01', first: 2019 },
	{ name: '平成', from: '1989-01-08', first: 1989 },
	{ name: '昭和', from: '1926-12-25', first: 1926 },
] as const;

/** `2025-12-03` → 「令和7年12月3日」; the first year of an era is 元年. What is no date stays as it is. */
export const eraDay = (date: string): string => {
	if (!/^\d{4}-\d\d-\d\d$/.test(date)) return date;
	const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
	const era = FIRST_DAYS.find(({ from }) => date >= from);
	const count = era && year - era.first + 1;
	return `${era?.name ?? ''}${count === 1 ? '元' : (count ?? year)}年${month}月${day}日`;
};

/** 「令和7年12月3日（2025年）」: a formal date has both calendars. */
export const formalDay = (date: string): string =>
	/^\d{4}-\d\d-\d\d$/.test(date) ? `${eraDay(date)}（${Number(date.slice(0, 4))}年）` : date;

/** 「R7」, as files and the plan's tables have it; 平成 where the year is older. */
export const shortLabelOf = (fiscalYear: number): string => {
	const era = ERAS.find(({ first }) => fiscalYear >= first);
	return era ? `${era.letter}${fiscalYear - era.first + 1}` : String(fiscalYear);
};

/** 「2025年度」. */
export const westernLabelOf = (fiscalYear: number): string => `${fiscalYear}年度`;

/** The first of April. */
export const firstDay = (fiscalYear: number): string => `${fiscalYear}-04-01`;

/** The last of March. */
export const lastDay = (fiscalYear: number): string => `${fiscalYear + 1}-03-31`;

/** A day as a fiscal year sees it: once the year is over, its last day. */
export const dayWithin = (fiscalYear: number, today: string): string =>
	today > lastDay(fiscalYear) ? lastDay(fiscalYear) : today;

/** Reads what people type: 令和8年, 令和元年度, R8, 2026, ２０２６年度. `undefined` where no year can be read. */
export const parseFiscalYear = (typed: string): number | undefined => {
	const folded = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
	const western = /^(\d{4})(年度?)?$/.exec(folded)?.[1];
	if (western) return withinEras(Number(western));

	const [, name, count] = /^(令和|平成|昭和|[RHS])\.?(元|\d{1,2})(年度?)?$/.exec(folded) ?? [];
	const era = ERAS.find((each) => each.name === name || each.letter === name);
	if (!era || !count) return undefined;
	const year = era.first + (count === '元' ? 1 : Number(count)) - 1;
	return year < era.first || year > era.last ? undefined : year;
};

/** The date in Tokyo at a moment. Japan keeps no summer time, so nine hours are always right. */
export const tokyoDate = (epochMillis: number): string =>
	new Date(epochMillis + TOKYO_OFFSET).toISOString().slice(0, 10);

const withinEras = (year: number): number | undefined => (year >= 1926 && year <= 2999 ? year : undefined);
