import { labelOf } from '../plan/fiscalYear.ts';
import type { Refusal } from '../result.ts';
import { setField } from './edits.ts';
import { flag } from './fields.ts';
import type { RecordFold } from './fold.ts';
import type { Edit, Operation, Role } from './operation.ts';
import { inOrderShown } from './readField.ts';
import { roleWord } from './role.ts';

const entity = 'year';
const field = 'closed';

const posts: readonly Role[] = ['ictLead', 'vicePrincipal', 'principal'];

/**
 * Whether a year is closed: read-only until somebody opens it again. Where one device closed it while another opened it,
 * the less finished of the two stands, as everywhere: it is open.
 */
export const isClosed = (fold: RecordFold): boolean => closingOf(fold) !== undefined;

/** The operation that closed the year; undefined while it is open. */
export function closingOf(fold: RecordFold): Operation | undefined {
	const said = inOrderShown(fold.heads(entity, field), flag);
	return said.every(({ value }) => value) ? said[0]?.operation : undefined;
}

export const closeYear = (fold: RecordFold): Edit[] => (isClosed(fold) ? [] : [setField(fold, entity, field, true)]);

export const reopenYear = (fold: RecordFold): Edit[] => (isClosed(fold) ? [setField(fold, entity, field, false)] : []);

export type ClosingReason = 'yearClosed' | 'wrongPost';

/** A closed year takes in what colleagues wrote before they knew of it, and from here only its own reopening. */
export function aClosedYearIsOnlyRead(
	fold: RecordFold,
	fiscalYear: number,
	edits: readonly Edit[],
): Refusal<ClosingReason> | undefined {
	if (!isClosed(fold) || edits.every((edit) => edit.entity === entity && edit.field === field)) return undefined;
	return { reason: 'yearClosed', sentence: closedYearWords(fiscalYear) };
}

/** Why nothing can be entered in a closed year, and where it is opened again. */
export const closedYearWords = (fiscalYear: number): string =>
	`${labelOf(fiscalYear)}は締めくくられているため、書き込めません。記録はそのままです。直すときは、「年度替わり」のページで${labelOf(fiscalYear)}を開き直してください。`;

/** Closing a year and opening it again is for the posts that answer for the record. */
export function onlyWhoAnswersForTheRecordCloses(role: Role): Refusal<ClosingReason> | undefined {
	if (posts.includes(role)) return undefined;
	return {
		reason: 'wrongPost',
		sentence: `年度の締めくくりと開き直しは、${posts.map(roleWord).join('・')}の端末で行います。`,
	};
}
