import type { PlanEdition } from './edition.ts';
import { parseFiscalYear } from './fiscalYear.ts';

/** Fiscal years that a plan runs over, both included. */
export interface Period {
	readonly first: number;
	readonly last: number;
}

/** The years in the plan's own title, 「…推進計画（令和５～9年度）」; undefined where it names none. */
export const periodOf = ({ plan }: Pick<PlanEdition, 'plan'>): Period | undefined => {
	const folded = plan.normalize('NFKC').replace(/\s/g, '');
	const [, from, to] = /((?:令和|平成)?(?:元|\d+))(?:年度?)?[~〜-]((?:令和|平成)?(?:元|\d+))年度/.exec(folded) ?? [];
	if (!from || !to) return undefined;
	const first = parseFiscalYear(from);
	// 「令和5～9年度」: the era is said once.
	const last = parseFiscalYear(/^\d{1,2}$/.test(to) ? `${/^\D*/.exec(from)?.[0]}${to}` : to);
	return first !== undefined && last !== undefined && first <= last && last - first < 30 ? { first, last } : undefined;
};
