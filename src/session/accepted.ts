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

/** Why nothing can be changed, and whom to ask; of 「中間」, 「最終」 or both. */
export const acceptedWords = (phases: readonly string[]): string =>
	`${phases.join('・')}は、教育委員会が受理したため変えられません。直すときは、教育委員会に開き直しを頼んでください。`;
