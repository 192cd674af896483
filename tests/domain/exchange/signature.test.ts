import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { KeyId, PublicKey } from '../../../src/domain/exchange/enrolment.ts';
import { OperationSchema } from '../../../src/domain/exchange/operations.ts';
import {
	isAuthentic,
	type KnownKey,
	type SignedOperation,
	type SignedPlace,
	signedText,
} from '../../../src/domain/exchange/signature.ts';
import type { Json } from '../../../src/domain/record/operation.ts';
import { operation } from '../record/devices.ts';
import { type Signer, signer, verify } from './keys.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`signature.test.ts: SEED=${seed}`);

const place: SignedPlace = { municipality: 'aoba-model', school: 'AOBA-E001', fiscalYear: 2025 };
const approval = operation(`${'a'.repeat(32)}.7`, 40, 'approved', {
	entity: 'review/final',
	field: 'state',
	by: { role: 'principal', label: '校長室のiPad' },
	replaces: [`${'b'.repeat(32)}.3`],
});

let principal: Signer;
let lead: Signer;
let approved: SignedOperation;

/** The school's keys: the principal's and the ICT lead's. */
const keyOf = (id: string): KnownKey<CryptoKey> | undefined => [principal, lead].find((each) => each.id === id);
const stands = (each: SignedOperation, at: SignedPlace = place) => isAuthentic(each, at, keyOf, verify);

beforeAll(async () => {
	[principal, lead] = await Promise.all([signer('principal'), signer('ictLead')]);
	approved = await principal.sign(approval, place);
});

describe('an approval that the principal’s key has signed', () => {
	test('stands, also after the way through JSON and with its keys in another order', async () => {
		expect(await stands(approved)).toBe(true);
		expect(await stands(JSON.parse(JSON.stringify(approved)))).toBe(true);
		const turned = Object.fromEntries(Object.entries(approved).reverse()) as unknown as SignedOperation;
		expect(Object.keys(turned)).not.toEqual(Object.keys(approved));
		expect(await stands(turned)).toBe(true);
	});

	test('keys and signatures have the form that the schemas ask for', () => {
		expect(PublicKey.safeParse(principal.publicKey).success).toBe(true);
		expect(KeyId.safeParse(principal.id).success).toBe(true);
		expect(OperationSchema.parse(approved)).toEqual(approved);
	});

	const changes: [string, Partial<SignedOperation> & Record<string, unknown>][] = [
		['its value', { value: 'submitted' }],
		['its id', { id: `${'a'.repeat(32)}.8` }],
		['its phase', { entity: 'review/midyear' }],
		['its time', { at: '2026-03-31T00:00:00.000Z' }],
		['who it names', { by: { role: 'principal', label: '職員室のiPad' } }],
		['its place in the order', { lamport: 41 }],
		['what it replaces', { replaces: [] }],
		['its version', { version: 2 }],
		['a key that a newer app reads', { colour: 'red' }],
	];
	test.each(changes)('does not stand once somebody has changed %s', async (_, change) => {
		expect(await stands({ ...approved, ...change })).toBe(false);
	});

	test.each([
		['school', { school: 'AOBA-E002' }],
		['year', { fiscalYear: 2026 }],
		['municipality', { municipality: 'other-model' }],
	])('does not stand in the log of another %s', async (_, elsewhere) => {
		expect(await stands(approved, { ...place, ...elsewhere })).toBe(false);
	});
});

describe('an approval that is not the principal’s', () => {
	test('without a signature', async () => {
		expect(await stands(approval)).toBe(false);
	});

	test('with a signature that is none', async () => {
		const { key, value } = approved.signature ?? { key: '', value: '' };
		const forged = [null, 'x', {}, { key }, { value }, { key: 1, value }, { key, value: '' }, { key: '', value }];
		for (const signature of forged) {
			const each = { ...approval, signature } as unknown as SignedOperation;
			expect(await stands(each), JSON.stringify(signature)).toBe(false);
		}
	});

	test('signed by the ICT lead: that key may submit and not approve', async () => {
		expect(await stands(await lead.sign(approval, place))).toBe(false);
		const by = { role: 'ictLead', label: '' } as const;
		expect(await stands(await lead.sign({ ...approval, by, value: 'submitted' }, place))).toBe(true);
	});

	test('signed by a key that the school does not know', async () => {
		const stranger = await signer('principal');
		expect(await stands(await stranger.sign(approval, place))).toBe(false);
	});

	test('signed by the ICT lead in the principal’s name', async () => {
		const { signature } = await lead.sign(approval, place);
		const borrowed = { ...approval, signature: { key: principal.id, value: signature?.value ?? '' } };
		expect(await stands(borrowed)).toBe(false);
	});

	test('with the signature of another approval', async () => {
		const other = await principal.sign({ ...approval, id: `${'a'.repeat(32)}.9` }, place);
		expect(await stands({ ...approved, ...(other.signature && { signature: other.signature }) })).toBe(false);
	});
});

describe('an acceptance', () => {
	const acceptance = {
		...approval,
		by: { role: 'board', label: '青葉モデル市教育委員会' },
		value: 'accepted',
	} as const;
	const opening = { ...acceptance, value: 'draft' } as const;

	test('stands with the key of the board, and so does its opening', async () => {
		const board = await signer('board');
		const known = (id: string) => (id === board.id ? board : keyOf(id));
		for (const each of [acceptance, opening]) {
			expect(await isAuthentic(await board.sign(each, place), place, known, verify)).toBe(true);
		}
		for (const value of ['approved', 'submitted', 'returned']) {
			expect(await isAuthentic(await board.sign({ ...acceptance, value }, place), place, known, verify), value).toBe(
				false,
			);
		}
		// The board is no post of a school: its key speaks in nobody else's name.
		const asPrincipal = { ...approval, by: { role: 'principal', label: '' } } as const;
		expect(await isAuthentic(await board.sign(asPrincipal, place), place, known, verify)).toBe(false);
	});

	test('does not stand with a key of the school, in whatever name', async () => {
		for (const each of [principal, lead]) {
			expect(await stands(await each.sign(acceptance, place))).toBe(false);
			expect(await stands(await each.sign(opening, place))).toBe(false);
			const own = { role: each.role as 'principal', label: '' };
			expect(await stands(await each.sign({ ...acceptance, by: own }, place))).toBe(false);
		}
	});
});

test('what is not of the review needs no signature, and a strange one does no harm', async () => {
	expect(await stands(operation('a.1', 1, '共有した。'))).toBe(true);
	expect(await stands(operation('a.1', 1, '共有した。', { signature: { key: 'x', value: 'y' } }))).toBe(true);
});

describe('the text that is signed', () => {
	const value = fc.jsonValue({ maxDepth: 4 }).map((each) => JSON.parse(JSON.stringify(each)) as Json);

	test('is the same for every order of keys and after the way through JSON, and does not cover the signature', () => {
		fc.assert(
			fc.property(value, value, (said, added) => {
				const made = { ...approval, value: said, newer: added };
				const text = signedText(made, place);
				expect(signedText(turned(made) as SignedOperation, place)).toBe(text);
				expect(signedText(JSON.parse(JSON.stringify(made)), place)).toBe(text);
				expect(signedText({ ...made, signature: { key: 'k', value: 'v' } }, place)).toBe(text);
			}),
			{ seed, numRuns: 300 },
		);
	});

	test('is another one for another value', () => {
		fc.assert(
			fc.property(value, value, (one, other) => {
				const texts = [one, other].map((said) => signedText({ ...approval, value: said }, place));
				const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
				expect(texts[0] === texts[1]).toBe(same);
			}),
			{ seed, numRuns: 300 },
		);
	});
});

const isObject = (each: unknown): each is object => typeof each === 'object' && each !== null && !Array.isArray(each);
const mapped = (each: unknown, order: (entries: [string, unknown][]) => [string, unknown][]): unknown => {
	if (Array.isArray(each)) return each.map((member) => mapped(member, order));
	if (!isObject(each)) return each;
	return Object.fromEntries(order(Object.entries(each)).map(([key, member]) => [key, mapped(member, order)]));
};
const turned = (each: unknown) => mapped(each, (entries) => entries.reverse());
const sorted = (each: unknown) => mapped(each, (entries) => entries.sort(([a], [b]) => (a < b ? -1 : 1)));
