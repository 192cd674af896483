import * as z from 'zod/mini';
import type { Json, Operation } from '../record/operation.ts';
import { ok, type Refusal, type Result, refuse } from '../result.ts';

/** What an operation from outside may be at most. Wide for people, narrow for accidents. */
export const operationBounds = {
	/** Characters of one operation as JSON, roughly. */
	operation: 150_000,
	/** Characters of its value. */
	value: 40_000,
	depth: 20,
	name: 200,
	replaces: 1_000,
	/** A device that counted one a millisecond would need 30 years. */
	lamport: 1e12,
} as const;

const name = z.string().check(z.minLength(1), z.maxLength(operationBounds.name));
const count = z.int().check(z.nonnegative(), z.maximum(operationBounds.lamport));

/** JSON of bounded size and depth, so that whatever walks it later comes to an end. */
const JsonValue = z.custom<Json>((value) => isBoundedJson(value, operationBounds.value));

/** `<device>.<n>`. The one name that a plain object cannot hold is no device's: version vectors are plain objects. */
const OperationId = z.string().check(z.regex(/^(?!__proto__\.)[A-Za-z0-9_-]{1,64}\.[1-9][0-9]{0,14}$/));

/** An id, with the fingerprint behind it where a cloned profile used the id twice. */
const HeadName = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}\.[1-9][0-9]{0,14}(~[0-9a-f]{8})?$/));

/**
 * An operation as it comes from a file or another device. Loose: keys that a newer version added survive, a `version`
 * that this one does not read is let through, and so is a role it does not know.
 */
export const OperationSchema = z
	.looseObject({
		version: z.int(),
		id: OperationId,
		lamport: count,
		at: z.string().check(z.minLength(1), z.maxLength(40)),
		by: z.looseObject({ role: name, label: z.string().check(z.maxLength(operationBounds.name)) }),
		entity: name,
		field: name,
		value: JsonValue,
		replaces: z.array(HeadName).check(z.maxLength(operationBounds.replaces)),
	})
	.check(z.refine((operation) => isBoundedJson(operation, operationBounds.operation)));

/** Reads operations from outside: all of them or none. */
export function parseOperations(input: unknown): Result<Operation[], Refusal<'malformedOperation'>> {
	if (!Array.isArray(input)) return refuse('malformedOperation', '記録の並びとして読めません。');
	for (const [index, each] of input.entries()) {
		if (!OperationSchema.safeParse(each).success) {
			return refuse('malformedOperation', `記録の${index + 1}件目が読めません。`);
		}
	}
	// Handed on as they came, so that not even the order of unknown keys changes.
	return ok(input as Operation[]);
}

function isBoundedJson(value: unknown, size: number): boolean {
	let room = size;
	const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		room -= weightOf(next.value);
		if (room < 0 || next.depth > operationBounds.depth || !isJsonNode(next.value)) return false;
		if (typeof next.value !== 'object' || next.value === null) continue;
		for (const [key, member] of Object.entries(next.value)) {
			room -= key.length;
			waiting.push({ value: member, depth: next.depth + 1 });
		}
	}
	return true;
}

const weightOf = (value: unknown): number => (typeof value === 'string' ? value.length + 2 : 4);

function isJsonNode(value: unknown): boolean {
	if (typeof value === 'number') return Number.isFinite(value);
	if (value === null || typeof value === 'string' || typeof value === 'boolean' || Array.isArray(value)) return true;
	return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
}
