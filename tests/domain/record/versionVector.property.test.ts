import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dominates, partsOfId, sameVector, versionVectorOf } from '../../../src/domain/record/versionVector.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`versionVector.property.test.ts: SEED=${seed}`);

const holds = <Args extends unknown[]>(property: fc.IProperty<Args>) => fc.assert(property, { seed, numRuns: 500 });

/** Few devices, so that they meet; some have names that objects have a meaning for. */
const device = fc.constantFrom('a', 'b', 'c', '0', '__proto__', 'constructor', 'toString');
const operation = fc.record({ device, n: fc.integer({ min: 1, max: 9 }) }).map(({ device: name, n }) => ({
	id: `${name}.${n}`,
}));
const log = fc.array(operation, { maxLength: 20 });

describe('the version vector of a log', () => {
	test('knows of every operation, and of nothing else', () => {
		holds(
			fc.property(log, (operations) => {
				const vector = versionVectorOf(operations);
				for (const { id } of operations) {
					const { device: name, n } = partsOfId(id);
					expect(Object.hasOwn(vector, name) && (vector[name] ?? 0) >= n, id).toBe(true);
				}
				for (const [name, n] of Object.entries(vector)) expect(operations).toContainEqual({ id: `${name}.${n}` });
			}),
		);
	});

	test('is the same text for the same set, whatever the order and however often', () => {
		holds(
			fc.property(log, (operations) => {
				const again = [...operations].reverse().concat(operations);
				expect(JSON.stringify(versionVectorOf(again))).toBe(JSON.stringify(versionVectorOf(operations)));
			}),
		);
	});

	test('of two logs together dominates each, and each dominates itself', () => {
		holds(
			fc.property(log, log, (some, others) => {
				const together = versionVectorOf([...some, ...others]);
				const vector = versionVectorOf(some);
				expect(dominates(together, vector)).toBe(true);
				expect(dominates(vector, vector)).toBe(true);
				expect(sameVector(vector, together)).toBe(dominates(vector, versionVectorOf(others)));
			}),
		);
	});

	test('does not dominate one that knows a later operation', () => {
		holds(
			fc.property(log, device, (operations, name) => {
				const vector = versionVectorOf(operations);
				const known = Object.hasOwn(vector, name) ? (vector[name] ?? 0) : 0;
				const ahead = versionVectorOf([...operations, { id: `${name}.${known + 1}` }]);
				expect(dominates(vector, ahead)).toBe(false);
				expect(sameVector(vector, ahead)).toBe(false);
				expect(sameVector(ahead, vector)).toBe(false);
			}),
		);
	});

	test('survives the way through JSON', () => {
		holds(
			fc.property(log, (operations) => {
				const vector = versionVectorOf(operations);
				expect(sameVector(JSON.parse(JSON.stringify(vector)), vector)).toBe(true);
			}),
		);
	});
});
