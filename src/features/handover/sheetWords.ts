import { fiscalYearOf, labelOf } from '../../domain/plan/fiscalYear.ts';

/** `2027-03-18` → 「令和9年3月18日（2027年）」: era and western year, as on formal papers. */
export function formalDay(date: string): string {
	const [year = '', month, day] = date.split('-');
	// A year's name changes in January, a fiscal year's in April: the first of April gives the calendar year's.
	const era = labelOf(fiscalYearOf(`${year}-04-01`)).replace('年度', '年');
	return `${era}${Number(month)}月${Number(day)}日（${year}年）`;
}
