import { describe, expect, test } from 'vitest';
import { OperationSchema, operationBounds, parseOperations } from '../../../src/domain/exchange/operations.ts';
import { operation } from '../record/devices.ts';

const good = operation('0123456789abcdef0123456789abcdef.12', 40, '研修を実施', { replaces: ['a.1', 'b.2~00ff00ff'] });

/** A value inside so many lists. */
function nested(depth: number): unknown {
	let value: unknown = 1;
	for (let n = 0; n < depth; n += 1) value = [value];
	return value;
}

describe('operations from a file or another device', () => {
	test('come through as they are, with all that a newer version added', () => {
		const newer = {
			...good,
			version: 7,
			colour: { of: ['the', 'future'] },
			by: { role: 'librarian', label: '司書', post: 3 },
		};
		expect(parseOperations([good, newer])).toEqual({ ok: true, value: [good, newer] });
		expect(OperationSchema.parse(newer)).toEqual(newer);
	});

	test('are refused as a whole, in words that name the place', () => {
		const answer = parseOperations([good, { ...good, lamport: -1 }]);
		expect(answer).toEqual({
			ok: false,
			refusal: { reason: 'malformedOperation', sentence: '記録の2件目が読めません。' },
		});
		expect(parseOperations('x').ok).toBe(false);
	});

	const faults: [string, object][] = [
		['no id', { id: undefined }],
		['an id without a counter', { id: 'device' }],
		['counter 0', { id: 'device.0' }],
		['half a version', { version: 1.5 }],
		['a lamport nobody could reach', { lamport: operationBounds.lamport + 1 }],
		['an entity without a name', { entity: '' }],
		['a field longer than any', { field: 'x'.repeat(201) }],
		['no value', { value: undefined }],
		['a value that is no JSON', { value: new Date(0) }],
		['a number that is none', { value: [Number.NaN] }],
		['a text beyond all bounds', { value: 'あ'.repeat(operationBounds.value) }],
		['lists without end', { value: nested(5_000) }],
		['an unknown key beyond all bounds', { colour: 'x'.repeat(operationBounds.operation) }],
		['replaces that name nothing', { replaces: ['x'] }],
		['replaces that is no list', { replaces: 'a.1' }],
		['nobody', { by: null }],
	];
	test.each(faults)('%s', (_, fault) => {
		expect(parseOperations([{ ...good, ...fault }]).ok).toBe(false);
	});

	test('a long text that somebody may well have typed is let through', () => {
		expect(parseOperations([{ ...good, value: 'あ'.repeat(20_000) }]).ok).toBe(true);
	});
});
