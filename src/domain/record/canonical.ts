import type { Json, Operation } from './operation.ts';

/** JSON with sorted keys: two values are the same exactly when their canonical text is. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
	const entries = Object.entries(value).filter(([, member]) => member !== undefined);
	entries.sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

export const sameJson = (a: Json, b: Json): boolean => a === b || canonical(a) === canonical(b);

/** Greatest (lamport, id) first. Variants of one id (a cloned profile) are told apart by what they say. */
export function byRecency(a: Operation, b: Operation): number {
	if (a.lamport !== b.lamport) return b.lamport - a.lamport;
	if (a.id !== b.id) return a.id < b.id ? 1 : -1;
	if (a === b) return 0;
	const [left, right] = [canonical(a), canonical(b)];
	if (left === right) return 0;
	return left < right ? 1 : -1;
}

/** FNV-1a over code points: short, stable, and only ever asked to tell the few variants of one id apart. */
export function fingerprint(operation: Operation): string {
	let hash = 0x811c9dc5;
	for (const unit of canonical(operation)) {
		hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	}
	return hash.toString(16).padStart(8, '0');
}
