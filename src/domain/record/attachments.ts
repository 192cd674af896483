import { flag, text } from './fields.ts';
import type { RecordFold } from './fold.ts';
import { readField } from './readField.ts';
import type { Evidence, Occurrence, Reading } from './reading.ts';
import { type SharedCase, sharedCase } from './sharedCase.ts';

/** 実施記録 of the given □ that stand, oldest date first. */
export function readOccurrences(fold: RecordFold, actions: readonly string[]): Occurrence[] {
	const standing = actions.flatMap((action) =>
		standingOf(fold, 'occurrence', action).map((id) => readOccurrence(fold, id)),
	);
	return standing.sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
}

/** One 実施記録, standing or not. */
export function readOccurrence(fold: RecordFold, id: string): Occurrence {
	const entity = `occurrence/${id}`;
	const read = (field: string) => readField(fold, entity, field, text);
	const fields = { action: read('action'), date: read('date'), place: read('place'), memo: read('memo') };
	return {
		id,
		action: fields.action.value,
		date: fields.date.value,
		place: fields.place.value,
		memo: fields.memo.value,
		revived: fold.liveness(entity) === 'revived',
		conflicts: Object.entries(fields)
			.filter(([, { others }]) => others.length > 0)
			.map(([field]) => field),
	};
}

/** What of an 実施記録 is shared with the city's schools; null = nothing. */
export const readSharedCase = (fold: RecordFold, id: string): Reading<SharedCase | null> =>
	readField(fold, `occurrence/${id}`, 'shared', sharedCase);

/** 根拠資料 of the given □ that stand, in the order they were added. */
export function readEvidence(fold: RecordFold, actions: readonly string[]): Evidence[] {
	const standing = actions.flatMap((action) => standingOf(fold, 'evidence', action));
	return standing
		.map((id) => ({ evidence: readOneEvidence(fold, id), lamport: fold.history(`evidence/${id}`)[0]?.lamport ?? 0 }))
		.sort((a, b) => a.lamport - b.lamport || compare(a.evidence.id, b.evidence.id))
		.map(({ evidence }) => evidence);
}

function readOneEvidence(fold: RecordFold, id: string): Evidence {
	const entity = `evidence/${id}`;
	const read = (field: string) => readField(fold, entity, field, text).value;
	const [first] = fold.history(entity);
	const published = readField(fold, entity, 'public', flag);
	return {
		id,
		action: read('action'),
		title: read('title'),
		url: webAddress(read('url')),
		// Published on one device and withdrawn on another stays withdrawn.
		public: published.value && published.others.length === 0,
		...(first && { by: first.by, at: first.at }),
		revived: fold.liveness(entity) === 'revived',
	};
}

/** A record may come from anywhere, and an address is something people press: only the web's own kind is shown. */
const webAddress = (url: string): string => (/^https?:\/\//i.test(url) ? url : '');

function standingOf(fold: RecordFold, kind: 'occurrence' | 'evidence', action: string): string[] {
	return fold.referring(kind, action).filter((id) => {
		const entity = `${kind}/${id}`;
		return fold.liveness(entity) !== 'deleted' && readField(fold, entity, 'action', text).value === action;
	});
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
