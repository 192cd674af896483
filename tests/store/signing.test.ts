import { describe, expect, test } from 'vitest';
import { isAuthentic, type SignedOperation } from '../../src/domain/exchange/signature.ts';
import type { Edit } from '../../src/domain/record/operation.ts';
import type { SigningKey } from '../../src/store/exchangeStore.ts';
import type { RecordStore } from '../../src/store/recordStore.ts';
import { countersOf, freshProfile, good, keptIn, reasonFor, typed, year } from './profile.ts';
import { enrolled, enrolmentAt, nextOf } from './school.ts';

const approved: Edit = { entity: 'review/final', field: 'state', value: 'approved', seen: [] };
const place = { municipality: 'aoba', school: 'C-若葉', fiscalYear: year };

const bytesIn = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'));

/** As the endpoint checks it, with nothing but what it was told at the enrolment. */
async function counts(operation: SignedOperation | undefined, key: SigningKey, at = place): Promise<boolean> {
	if (!operation) throw new Error('nothing to check');
	const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
	const publicKey = await crypto.subtle.importKey('jwk', key.publicKey, algorithm, false, ['verify']);
	const keyOf = (id: string) => (id === key.keyId ? { role: 'principal', key: publicKey } : undefined);
	return isAuthentic(operation, at, keyOf, (known, signature, text) =>
		crypto.subtle.verify(algorithm, known, bytesIn(signature), new TextEncoder().encode(text)),
	);
}

async function principal(profile = freshProfile()): Promise<{ tab: RecordStore; key: SigningKey }> {
	const tab = profile.tab();
	const key = await good(tab.exchange.signingKey());
	await good(tab.exchange.enrol(enrolmentAt('若葉', { role: 'principal', keyId: key.keyId }), { adopt: false }));
	return { tab, key };
}

describe('the device’s key', () => {
	test('is made once, also by two tabs at the same time, and is named as RFC 7638 names it', async () => {
		const profile = freshProfile();
		const [left, right] = await Promise.all([
			good(profile.tab().exchange.signingKey()),
			good(profile.tab().exchange.signingKey()),
		]);
		expect(left.keyId).toBe(right.keyId);
		const { x, y } = left.publicKey;
		const text = `{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`;
		const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
		expect(left.keyId).toBe(Buffer.from(digest).toString('base64url'));
		expect((await good(profile.tab().exchange.signingKey())).publicKey).toEqual(left.publicKey);
	});

	test('never leaves the device', async () => {
		const { privateKey } = await good(freshProfile().tab().exchange.signingKey());
		expect(privateKey.extractable).toBe(false);
		await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow();
	});

	test('cannot be made where the browser does not sign; the device says so', async () => {
		expect(await reasonFor(freshProfile().tab({ subtle: undefined }).exchange.signingKey())).toBe('signingUnavailable');
	});
});

describe('an operation of the review', () => {
	test('is signed when it is written, for this school and year only', async () => {
		const { tab, key } = await principal();
		const [text, review] = (await good(tab.commit(year, [typed('実績'), approved]))) as [
			SignedOperation,
			SignedOperation,
		];
		expect(text.signature).toBeUndefined();
		expect(review.signature?.key).toBe(key.keyId);
		expect(await counts(review, key)).toBe(true);
		expect(await counts(review, key, { ...place, fiscalYear: year - 1 })).toBe(false);
		expect(await counts({ ...review, value: 'returned' }, key)).toBe(false);
		expect(await nextOf(tab)).toEqual([text, review]);
	});

	test('carries the number it was signed with, however many entries are made while it is being signed', async () => {
		const profile = freshProfile();
		const { tab, key } = await principal(profile);
		const other = profile.tab();
		const work = Array.from({ length: 12 }, (_, index) =>
			index % 3 === 0 ? tab.commit(year, [approved]) : other.commit(year, [typed(`${index}`)]),
		);
		await Promise.all(work.map(good));
		const kept: readonly SignedOperation[] = await keptIn(profile);
		expect(countersOf(kept)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
		const reviews = kept.filter(({ entity }) => entity === approved.entity);
		expect(reviews).toHaveLength(4);
		for (const review of reviews) expect(await counts(review, key)).toBe(true);
	});

	test('is written once although the answer to the write was lost', async () => {
		const profile = freshProfile();
		const { tab, key } = await principal(profile);
		profile.indexedDB.loseNextAnswer();
		const [written] = await good(tab.commit(year, [approved]));
		expect(await keptIn(profile)).toEqual([written]);
		expect(await counts(written, key)).toBe(true);
	});

	test('of a trial is not signed, and needs no key', async () => {
		const tab = freshProfile().tab({ subtle: undefined });
		const [review] = (await good(tab.commit(year, [approved]))) as [SignedOperation];
		expect(review.signature).toBeUndefined();
	});

	test('is refused, and nothing written, where it cannot be signed', async () => {
		const profile = freshProfile();
		await principal(profile);
		const tab = profile.tab({ subtle: undefined });
		expect(await reasonFor(tab.commit(year, [approved]))).toBe('signingUnavailable');
		expect(await keptIn(profile)).toEqual([]);
		const without = freshProfile().tab();
		await good(without.exchange.enrol(enrolmentAt('若葉'), { adopt: false }));
		expect(await reasonFor(without.commit(year, [approved]))).toBe('signingUnavailable');
		expect(await enrolled(without)).toBe(without);
	});
});
