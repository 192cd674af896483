import { allSchoolActions } from '../../domain/plan/find.ts';
import type { Session } from '../../session/session.ts';

/** Where a □ stands (`1-(1)-①`) and its sentence. */
export interface Described {
	readonly code: string;
	readonly text: string;
}

/** The words of any □ by its id, the plan's or the school's own. Follows own □ being changed. */
export function describer(session: Session): (id: string) => Described {
	const ofPlan = new Map(
		allSchoolActions(session.edition).map(({ action, measure }) => [
			action.id,
			{ code: measure.label, text: action.text },
		]),
	);
	const own = new Map(session.own.value.map(({ id, text }) => [id, { code: '学校独自', text }]));
	return (id) => ofPlan.get(id) ?? own.get(id) ?? { code: '学校独自', text: '' };
}
