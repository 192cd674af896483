import type { Operation } from './operation.ts';

/** Device → the greatest counter known of it. With the number of operations beside it, it tells two logs apart. */
export type VersionVector = Readonly<Record<string, number>>;

/** The two parts of an operation's id. */
export function partsOfId(id: string): { readonly device: string; readonly n: number } {
	const dot = id.lastIndexOf('.');
	return { device: id.slice(0, dot), n: Number(id.slice(dot + 1)) };
}

/** Whether an operation was among those that a version vector knows. */
export function isKnownTo(vector: VersionVector, { id }: Pick<Operation, 'id'>): boolean {
	const { device, n } = partsOfId(id);
	return Object.hasOwn(vector, device) && n <= (vector[device] ?? 0);
}

/** What a set of operations amounts to. */
export function versionVectorOf(operations: Iterable<Pick<Operation, 'id'>>): VersionVector {
	const greatest = new Map<string, number>();
	for (const { id } of operations) {
		const { device, n } = partsOfId(id);
		if (n > (greatest.get(device) ?? 0)) greatest.set(device, n);
	}
	return Object.fromEntries([...greatest].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether `vector` knows at least what `other` knows. */
export const dominates = (vector: VersionVector, other: VersionVector): boolean =>
	Object.entries(other).every(([device, n]) => Object.hasOwn(vector, device) && (vector[device] ?? 0) >= n);

export const sameVector = (a: VersionVector, b: VersionVector): boolean => dominates(a, b) && dominates(b, a);
