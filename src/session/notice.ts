import { undoEdits } from '../domain/record/edits.ts';
import type { Operation } from '../domain/record/operation.ts';
import type { Session } from './session.ts';
import type { Notice } from './step.ts';

/** What a step has done, and the way to take it back. */
export const noticeOf = (session: Session, words: string, operations: readonly Operation[]): Notice => ({
	words,
	undo: () => {
		session.notice.value = undefined;
		void session.take({ edits: (fold) => undoEdits(fold, operations) }).then((done) => {
			if (done) session.notice.value = { words: '元に戻しました' };
		});
	},
});
