import type { PlanEdition, SchoolAction } from './edition.ts';
import type { Fault } from './faults.ts';
import { allSchoolActions } from './find.ts';

/** The ids of the earlier actions that a □ continues. */
export const ancestorsOf = (action: Pick<SchoolAction, 'descendsFrom'>): string[] =>
	typeof action.descendsFrom === 'string' ? [] : action.descendsFrom.map((descent) => descent.action);

/** Descents that go in circles or, where earlier editions are at hand, lead to no action of theirs. */
export const descentFaults = (edition: PlanEdition, earlier: readonly PlanEdition[]): Fault[] => {
	const actions = [edition, ...earlier].flatMap((each) => allSchoolActions(each).map(({ action }) => action));
	const byId = new Map(actions.map((action) => [action.id, action]));

	const faultOf = (action: SchoolAction): string | undefined => {
		if (reaches(action, action.id, byId)) return '前年度とのつながりが輪になっています。';
		const lost = earlier.length === 0 ? [] : ancestorsOf(action).filter((id) => !byId.has(id));
		return lost.length === 0 ? undefined : `前年度の取組「${lost.join('」「')}」が見つかりません。`;
	};

	return allSchoolActions(edition).flatMap(({ action, measure }) => {
		const sentence = faultOf(action);
		if (!sentence) return [];
		const policy = measure.id.split('-')[0];
		const count = measure.schoolActions.indexOf(action) + 1;
		return [{ place: `基本方針${policy} › ${measure.label} › 学校の取組 ${count} の前年度とのつながり`, sentence }];
	});
};

const reaches = (from: SchoolAction, goal: string, byId: ReadonlyMap<string, SchoolAction>): boolean => {
	const seen = new Set<string>();
	const open = ancestorsOf(from);
	for (let id = open.pop(); id !== undefined; id = open.pop()) {
		if (id === goal) return true;
		if (seen.has(id)) continue;
		seen.add(id);
		const action = byId.get(id);
		if (action) open.push(...ancestorsOf(action));
	}
	return false;
};
