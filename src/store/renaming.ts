import { fingerprint } from '../domain/record/canonical.ts';
import type { Operation } from '../domain/record/operation.ts';
import type { Held } from './held.ts';
import type { OperationRow } from './schema.ts';

/** Rows that leave a log, by position, and the ids under which they come back. */
export type Renaming = ReadonlyMap<number, string>;

/**
 * What an operation's `replaces` says once others go by new ids. A bare id means the only operation of that id that stood
 * in the log before; where it could mean several it is left alone, as it names none of them. An id with a fingerprint
 * loses it where a single operation of that id remains, for then the fold calls that one by its bare id.
 */
function namesAfter(row: OperationRow, renaming: Renaming, held: Held): readonly string[] {
	return row.operation.replaces.map((name) => nameAfter(name, row.position, renaming, held));
}

function nameAfter(name: string, position: number, renaming: Renaming, held: Held): string {
	const [id = '', print] = name.split('~');
	const variants = (held.get(id) ?? []).filter(({ operation }) => operation.version === 1);
	const staying = variants.filter((variant) => !renaming.has(variant.position));
	if (staying.length === variants.length) return name;
	const meant = print === undefined ? onlyOneBefore(variants, position) : oneWith(variants, print);
	if (!meant) return name;
	return renaming.get(meant.position) ?? (staying.length === 1 ? id : name);
}

function onlyOneBefore(variants: readonly OperationRow[], position: number): OperationRow | undefined {
	const before = variants.filter((variant) => variant.position < position);
	return before.length === 1 ? before[0] : undefined;
}

const oneWith = (variants: readonly OperationRow[], print: string): OperationRow | undefined =>
	variants.find(({ operation }) => fingerprint(operation) === print);

/**
 * Everything that has to change its id when `first` do: these, and whatever names one of them, for an operation whose
 * content changes is another operation. `open` are those that may change. Oldest first.
 */
export function leavingWith(
	first: readonly OperationRow[],
	open: readonly OperationRow[],
	held: Held,
): readonly OperationRow[] {
	const leaving = new Map(first.map((row) => [row.position, row]));
	const named = new Map(first.map((row) => [row.position, '']));
	for (let grown = true; grown; ) {
		grown = false;
		for (const row of open) {
			if (leaving.has(row.position)) continue;
			const names = namesAfter(row, named, held);
			if (names.every((name, index) => name === row.operation.replaces[index])) continue;
			leaving.set(row.position, row);
			named.set(row.position, '');
			grown = true;
		}
	}
	return [...leaving.values()].sort((a, b) => a.position - b.position);
}

/** The same edits under new ids. Lamports stay, so they stay greater than those of what they replace. */
export function underNewIds(
	leaving: readonly OperationRow[],
	held: Held,
	mint: (index: number) => string,
): readonly Operation[] {
	const renaming = new Map(leaving.map((row, index) => [row.position, mint(index)]));
	return leaving.map((row, index) => ({
		...row.operation,
		id: mint(index),
		replaces: namesAfter(row, renaming, held),
	}));
}
