import { readReview } from '../domain/record/review/readReview.ts';
import type { Phase } from '../domain/record/review/states.ts';
import type { Session } from './session.ts';

/**
 * Whether the board has accepted a phase: its ◎○△ and the words of its report then stay as they are, until the board
 * opens it again. Follows every change of the record.
 */
export function isAccepted(session: Session, phase: Phase): boolean {
	session.version.value;
	return readReview(session.record(), phase).locked;
}

/** Whether a principal has approved a phase as it stands, and the board has not accepted it. Follows the record, too. */
export function isApproved(session: Session, phase: Phase): boolean {
	session.version.value;
	const { state, locked } = readReview(session.record(), phase);
	return state === 'approved' && !locked;
}

/** Why nothing can be changed, and whom to ask; of 「中間」, 「最終」 or both. */
export const acceptedWords = (phases: readonly string[]): string =>
	`${phases.join('・')}は、教育委員会が受理したため変えられません。直すときは、教育委員会に開き直しを頼んでください。`;
