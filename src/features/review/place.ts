import { allSchoolActions } from '../../domain/plan/find.ts';
import type { Session } from '../../session/session.ts';

/** A □ in words. */
export interface Place {
	/** `1-(1)-③`, or 「学校独自」 with its 項目. */
	readonly code: string;
	readonly text: string;
	readonly own: boolean;
}

/** Finds a □ of the plan or of the school's own; a □ that is gone has no words any more. */
export const placesOf = (session: Session): ((id: string) => Place) => {
	const places = new Map<string, Place>(
		allSchoolActions(session.edition).map(({ action, measure }) => [
			action.id,
			{ code: measure.label, text: action.text, own: false },
		]),
	);
	for (const { id, text } of session.own.value) places.set(id, { code: '学校独自', text, own: true });
	return (id) => places.get(id) ?? { code: '学校独自', text: '消された□', own: true };
};
