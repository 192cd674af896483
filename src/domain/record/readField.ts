import { byRecency } from './canonical.ts';
import { type FieldKind, fieldKindOf, sameValue } from './fields.ts';
import type { RecordFold } from './fold.ts';
import type { Operation } from './operation.ts';
import type { Reading } from './reading.ts';

interface Said<Value> {
	readonly value: Value;
	readonly operation: Operation;
}

/** One field as it is shown; values that this version cannot read are passed over. */
export function readField<Value>(
	fold: RecordFold,
	entity: string,
	field: string,
	kind: FieldKind<Value>,
): Reading<Value> {
	const said = inOrderShown(fold.heads(entity, field), kind);
	const [shown, ...rest] = said;
	const seen = said.map(({ operation }) => fold.nameOf(operation));
	if (shown === undefined) return { value: kind.empty, others: [], seen };
	return { value: shown.value, operation: shown.operation, others: differing(shown, rest), seen };
}

/** Operations whose value can be read, the one shown first. */
export function inOrderShown<Value>(operations: readonly Operation[], kind: FieldKind<Value>): Said<Value>[] {
	const said: Said<Value>[] = [];
	for (const operation of operations) {
		const value = kind.parse(operation.value);
		if (value !== undefined) said.push({ value, operation });
	}
	return said.sort(
		(a, b) => (kind.rank?.(a.value) ?? 0) - (kind.rank?.(b.value) ?? 0) || byRecency(a.operation, b.operation),
	);
}

/** Names of the heads that an edit made now replaces; unknown fields are replaced whole. */
export function seenHeads(fold: RecordFold, entity: string, field: string): string[] {
	const kind = fieldKindOf(entity, field);
	const heads = fold.heads(entity, field).filter((head) => kind === undefined || kind.parse(head.value) !== undefined);
	return heads.map((head) => fold.nameOf(head));
}

function differing<Value>(shown: Said<Value>, rest: readonly Said<Value>[]): Said<Value>[] {
	const others: Said<Value>[] = [];
	for (const each of rest) {
		if (![shown, ...others].some(({ value }) => sameValue(value, each.value))) others.push(each);
	}
	return others;
}
