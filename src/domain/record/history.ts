import { byRecency, sameJson } from './canonical.ts';
import { fieldKindOf } from './fields.ts';
import type { RecordFold } from './fold.ts';
import { deletedField } from './liveness.ts';
import type { Author, Json, Operation } from './operation.ts';
import { inOrderShown } from './readField.ts';

/** One line of 変更の履歴. */
export interface HistoryEntry {
	/** `chosen` = a conflict was settled; `added` = a 実施記録, 根拠資料, comment or own □ came into being. */
	readonly kind: 'set' | 'chosen' | 'added' | 'deleted' | 'revived';
	/** Wall clock of the device that made it, as it stood. */
	readonly at: string;
	readonly by: Author;
	readonly entity: string;
	/** Empty for `added`, whose `after` is an object of all fields. */
	readonly field: string;
	/** What was shown to the person before; absent where nothing was. */
	readonly before?: Json;
	readonly after: Json;
	/** The operations behind this line, oldest first. */
	readonly operations: readonly Operation[];
}

const typingPause = 10 * 60 * 1000;

/**
 * What happened to one □, newest first: its own fields, its 実施記録, 根拠資料 and the comments of its review, deleted
 * ones included, and the same of the older □ whose entries it carries. In the order of cause and effect, which clocks
 * that run wrong cannot disturb.
 */
export function readHistory(fold: RecordFold, action: string, carriedFrom: readonly string[] = []): HistoryEntry[] {
	const entities = [action, ...carriedFrom].flatMap((id) => [
		`action/${id}`,
		`own/${id}`,
		...fold.referring('occurrence', id).map((occurrence) => `occurrence/${occurrence}`),
		...fold.referring('evidence', id).map((evidence) => `evidence/${evidence}`),
		...fold.referring('comment', id).map((comment) => `comment/${comment}`),
	]);
	const entries = [...new Set(entities)].flatMap((entity) => entriesOf(fold, entity));
	return entries
		.map((entry) => ({ entry, last: entry.operations.at(-1) }))
		.sort((a, b) => (a.last && b.last ? byRecency(a.last, b.last) : 0))
		.map(({ entry }) => entry);
}

function entriesOf(fold: RecordFold, entity: string): HistoryEntry[] {
	const readable = fold.history(entity).filter(isReadable);
	const creation = creationAmong(entity, readable);
	const entries: HistoryEntry[] = creation.length > 0 ? [addedEntry(entity, creation)] : [];
	/** Where the latest line of each field stands in `entries`. */
	const latest = new Map<string, number>();
	for (const operation of readable.slice(creation.length)) {
		const place = latest.get(operation.field);
		const previous = place === undefined ? undefined : entries[place];
		if (place !== undefined && previous && isSameTyping(fold, previous, operation)) {
			entries[place] = continued(previous, operation);
		} else {
			latest.set(operation.field, entries.length);
			entries.push(entryOf(fold, operation, readable));
		}
	}
	return entries;
}

function isReadable({ entity, field, value }: Operation): boolean {
	const kind = fieldKindOf(entity, field);
	return kind !== undefined && kind.parse(value) !== undefined;
}

/** The first operations of a thing that were written in one go by the device that made it. */
function creationAmong(entity: string, history: readonly Operation[]): readonly Operation[] {
	const [first] = history;
	if (first === undefined || entity.startsWith('action/')) return [];
	const end = history.findIndex(
		(operation) =>
			operation.at !== first.at || deviceOf(operation) !== deviceOf(first) || operation.replaces.length > 0,
	);
	return end < 0 ? history : history.slice(0, end);
}

function addedEntry(entity: string, creation: readonly Operation[]): HistoryEntry {
	const [first] = creation;
	if (first === undefined) throw new Error(`nothing made ${entity}`);
	const after = Object.fromEntries(creation.map(({ field, value }) => [field, value]));
	return { kind: 'added', at: first.at, by: first.by, entity, field: '', after, operations: creation };
}

function entryOf(fold: RecordFold, operation: Operation, history: readonly Operation[]): HistoryEntry {
	const { at, by, entity, field, value } = operation;
	const shown = replacedBy(fold, operation, history);
	const before = shown[0]?.operation.value;
	const settled = shown.some((each) => before !== undefined && !sameJson(each.operation.value, before));
	return {
		kind: field === deletedField ? verdict(value) : settled ? 'chosen' : 'set',
		at,
		by,
		entity,
		field,
		...(before !== undefined && { before }),
		after: value,
		operations: [operation],
	};
}

const verdict = (value: Json): 'deleted' | 'revived' => (value === true ? 'deleted' : 'revived');

function replacedBy(fold: RecordFold, operation: Operation, history: readonly Operation[]) {
	const kind = fieldKindOf(operation.entity, operation.field);
	const replaced = history.filter(
		(each) =>
			each.field === operation.field &&
			each.lamport < operation.lamport &&
			operation.replaces.includes(fold.nameOf(each)),
	);
	return kind ? inOrderShown(replaced, kind) : [];
}

function isSameTyping(fold: RecordFold, previous: HistoryEntry, operation: Operation): boolean {
	const last = previous.operations.at(-1);
	if (previous.kind !== 'set' || last === undefined) return false;
	if (!fieldKindOf(operation.entity, operation.field)?.typed) return false;
	const [seen, ...more] = operation.replaces;
	const pause = Math.abs(Date.parse(operation.at) - Date.parse(last.at));
	return (
		more.length === 0 && seen === fold.nameOf(last) && deviceOf(operation) === deviceOf(last) && pause <= typingPause
	);
}

const continued = (previous: HistoryEntry, operation: Operation): HistoryEntry => ({
	...previous,
	at: operation.at,
	after: operation.value,
	operations: [...previous.operations, operation],
});

const deviceOf = ({ id }: Operation): string => id.slice(0, id.lastIndexOf('.'));
