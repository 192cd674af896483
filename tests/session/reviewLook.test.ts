import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/domain/record/operation.ts';
import { keepLook, lookOfDecisions, readLook } from '../../src/session/reviewLook.ts';
import { good, year } from '../store/profile.ts';
import { colleague, does, reaches, standingAt, submitted } from './reviewing.ts';

const reader = { fiscalYear: year, role: 'principal' } as const;
const look = { versionVector: { a: 3 }, at: '2026-11-10T06:30:00.000Z' };

describe('the last look', () => {
	test('is kept on the device for a post and a year, and can be taken back', async () => {
		const { store } = await colleague('principal');
		expect(await readLook(store, reader)).toBeUndefined();
		await good(keepLook(store, reader, look));
		expect(await readLook(store, reader)).toEqual(look);
		expect(await readLook(store, { ...reader, role: 'ictLead' })).toBeUndefined();
		expect(await readLook(store, { ...reader, fiscalYear: year - 1 })).toBeUndefined();
		await good(keepLook(store, reader, undefined));
		expect(await readLook(store, reader)).toBeUndefined();
	});

	test.each<Json>([null, 3, [], { at: 3, versionVector: {} }, { at: '', versionVector: [] }, { versionVector: {} }])(
		'is none where %j stands in its place',
		async (value) => {
			const { store } = await colleague('principal');
			await good(store.putSetting(`review.look.${year}.principal`, value));
			expect(await readLook(store, reader)).toBeUndefined();
		},
	);

	test('on a device where nobody looked yet is what the post decided last', async () => {
		const { lead, principal } = await submitted();
		const { content } = standingAt(principal);
		await does(principal, 'return', '直してください。');
		const fresh = await colleague('principal');
		await reaches(principal, fresh);
		const { review, role } = standingAt(fresh);
		expect(lookOfDecisions({ role }, [review])?.versionVector).toEqual(content.versionVector);
		expect(lookOfDecisions({ role: 'vicePrincipal' }, [review])).toBeUndefined();
		expect(lookOfDecisions({ role: standingAt(lead).role }, [review])).toBeDefined();
	});
});
