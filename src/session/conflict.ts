import { chooseHead } from '../domain/record/edits.ts';
import { fieldKindOf } from '../domain/record/fields.ts';
import type { Operation } from '../domain/record/operation.ts';
import { readField } from '../domain/record/readField.ts';
import type { Reading } from '../domain/record/reading.ts';
import { authorWord } from './authorWord.ts';
import type { Session } from './session.ts';

/** A field whose values were entered apart, and the two ways to settle it. */
export interface Conflict<Value> {
	/** 「中間の評価」 */
	readonly name: string;
	/** The one shown first. */
	readonly sides: readonly ConflictSide<Value>[];
	readonly choose: (side: ConflictSide<Value>) => void;
	/** For texts: writes all of them, one under the other. */
	readonly join: () => void;
}

export interface ConflictSide<Value> {
	readonly value: Value;
	readonly operation: Operation;
	readonly who: string;
}

/** The conflict of a field, or undefined where there is none. */
export const conflictOf = <Value>(
	session: Session,
	entity: string,
	field: string,
	name: string,
	reading: Reading<Value>,
): Conflict<Value> | undefined => {
	if (reading.others.length === 0 || !reading.operation) return undefined;
	const heads = [{ value: reading.value, operation: reading.operation }, ...reading.others];
	const words = `${name}の食い違いを直しました`;
	return {
		name,
		sides: heads.map((head) => ({ ...head, who: authorWord(session, head.operation) })),
		choose: ({ operation }) =>
			void session.take({ words, edits: (fold) => chooseHead(fold, entity, field, operation) }),
		join: () => {
			const text = heads.map(({ value }) => String(value)).filter(Boolean);
			void session.set(entity, field, text.join('\n'), { words, seen: reading.seen });
		},
	};
};

/** The same for a field read on the spot, shown as text. */
export const textConflictOf = (session: Session, entity: string, field: string, name: string) => {
	const kind = fieldKindOf(entity, field);
	return kind && conflictOf(session, entity, field, name, readField(session.record(), entity, field, kind));
};
