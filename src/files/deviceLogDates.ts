import { firstDay, parseFiscalYear } from '../domain/plan/fiscalYear.ts';

/** `YYYY-MM-DD` of a day that exists. */
const dayOf = (year: number, month: number, day: number): string | undefined => {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
};

const lastDayOf = (year: number, month: number): string =>
	new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The calendar year of a month without one: that of the fiscal year, April to March. */
const calendarYear = (month: number, fiscalYear: number) => (month >= 4 ? fiscalYear : fiscalYear + 1);

const folded = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/\s/g, '')
		.replace(/\([日月火水木金土]\)$/, '');

/** 2026, 令和8年, R8: the calendar year in front of a date; undefined where it is none. */
function readYear(written: string): number | undefined {
	const year = written.replace(/[年./-]$/, '');
	return parseFiscalYear(year);
}

const yearPart = '((?:\\d{4}|(?:令和|平成|[RHrh])\\.?(?:元|\\d{1,2}))[年./-])';

/** 2026-11-18, 2026/11/18, 令和8年11月18日, R8.11.18, 11/18, 11月18日. undefined where no day can be read. */
export function readDay(written: string, fiscalYear: number): string | undefined {
	const [, year, month, day] =
		new RegExp(`^${yearPart}?(\\d{1,2})[月./-](\\d{1,2})日?$`).exec(folded(written)) ??
		/^(\d{4})(\d{2})(\d{2})$/.exec(folded(written)) ??
		[];
	if (!month || !day) return undefined;
	const inYear = year ? readYear(year) : calendarYear(Number(month), fiscalYear);
	return inYear === undefined ? undefined : dayOf(inYear, Number(month), Number(day));
}

/**
 * The last day of a period: 「11/1〜11/30」, 「2026年11月」, 「11月」. A period that is still running ends today.
 * undefined where no period can be read.
 */
export function readPeriod(written: string, fiscalYear: number, today: string): string | undefined {
	const text = folded(written).replace(/分$/, '');
	const parts = text.split(/[~〜～―—]|から|-(?=\d+[月/.])/).filter(Boolean);
	const range = parts.length === 2 ? parts : /^(.+?)-(.+)$/.exec(text)?.slice(1);
	const [from, to] = (range ?? []).map((part) => readDay(part.replace(/まで$/, ''), fiscalYear));
	if (from && to) return from <= to ? earlier(to, today, from) : undefined;
	const [, year, month] = new RegExp(`^${yearPart}?(\\d{1,2})月?$`).exec(text) ?? [];
	if (month && Number(month) >= 1 && Number(month) <= 12 && (year || text.endsWith('月'))) {
		const inYear = year ? readYear(year) : calendarYear(Number(month), fiscalYear);
		if (inYear === undefined) return undefined;
		return earlier(lastDayOf(inYear, Number(month)), today, `${inYear}-${month.padStart(2, '0')}-01`);
	}
	return readDay(text, fiscalYear);
}

/** A period that has begun and not ended is told as of today; one that has not begun keeps its end, and is refused later. */
const earlier = (end: string, today: string, begin: string): string => (end > today && begin <= today ? today : end);

/** For the sentence of a refusal: how a date may be written in this year. */
export const exampleDay = (fiscalYear: number): string => `${firstDay(fiscalYear).slice(0, 4)}-11-18`;
