import { describe, expect, it } from 'vitest';
import type { Storage } from '../../../src/endpoint/storage/storage.ts';
import { at, boardCode, enrol, epoch, municipality, type Place, publicKey, redemption, settle } from './town.ts';

const school = {
	municipality,
	municipalityName: '青葉市教育委員会',
	code: 'B1',
	name: '青葉小学校',
	schoolType: 'elementary',
	units: ['specialNeedsClass'],
};

const invite = (storage: Storage, hash: string, changes: object = {}) =>
	storage.access.addCode(boardCode(hash, { role: 'teacher', grants: 'teacher', expiresAt: at(15), ...changes }));

export function accessStories(newPlace: () => Promise<Place>): void {
	const settled = async () => {
		const storage = await (await newPlace()).open();
		await settle(storage);
		return storage;
	};

	describe('a one-time code', () => {
		it('tells what it is for, and is not used up by that', async () => {
			const storage = await settled();
			await storage.access.addCode(boardCode('c1'));
			for (const minutes of [1, 59]) {
				expect(await storage.access.lookUpCode('c1', at(minutes))).toEqual({
					school,
					role: null,
					grants: 'principal',
					expiresAt: at(60),
					issuedBy: null,
				});
			}
		});

		it('makes a device, once', async () => {
			const storage = await settled();
			await storage.access.addCode(boardCode('c1'));
			const answer = await storage.access.redeemCode(redemption('c1', 'ipad', { label: '職員室の\u0000iPad' }));
			expect(answer).toEqual({
				school,
				epoch,
				device: {
					...{
						municipality,
						school: 'B1',
						id: 'ipad',
						label: '職員室の\u0000iPad',
						role: 'ictLead',
						grants: 'principal',
					},
					...{ keyId: 'key of ipad', publicKey, invitedBy: null },
					...{ enrolledAt: at(2), lastContactAt: null, revokedAt: null },
				},
			});
			expect(await storage.access.deviceOfToken(municipality, 'token of ipad')).toEqual(
				'device' in answer ? answer.device : undefined,
			);
			expect(await storage.access.lookUpCode('c1', at(3))).toEqual({ refusal: 'usedCode' });
			expect(await storage.access.redeemCode(redemption('c1', 'other'))).toEqual({ refusal: 'usedCode' });
			expect(await storage.access.devices(municipality, 'B1')).toHaveLength(1);
		});

		it('is used by one of two that come at once', async () => {
			const place = await newPlace();
			const [a, b] = [await place.open(), await place.open()];
			await settle(a);
			await a.access.addCode(boardCode('c1'));
			const answers = await Promise.all([
				a.access.redeemCode(redemption('c1', 'one')),
				b.access.redeemCode(redemption('c1', 'two')),
			]);
			expect(answers.filter((answer) => 'device' in answer)).toHaveLength(1);
			expect(answers.filter((answer) => 'refusal' in answer)).toEqual([{ refusal: 'usedCode' }]);
		});

		it('is unknown, or over at the very minute that was said', async () => {
			const storage = await settled();
			await storage.access.addCode(boardCode('c1'));
			expect(await storage.access.lookUpCode('c2', at(1))).toEqual({ refusal: 'unknownCode' });
			expect(await storage.access.redeemCode(redemption('c2', 'ipad'))).toEqual({ refusal: 'unknownCode' });
			expect(await storage.access.lookUpCode('c1', at(60))).toEqual({ refusal: 'expiredCode' });
			expect(await storage.access.redeemCode(redemption('c1', 'ipad', { now: at(60) }))).toEqual({
				refusal: 'expiredCode',
			});
		});

		it('gives no role beyond what it grants, and stays usable after a try', async () => {
			const storage = await settled();
			await invite(storage, 'c1', { role: 'vicePrincipal', grants: 'vicePrincipal' });
			await storage.access.addCode(boardCode('c2', { grants: 'ictLead' }));
			for (const role of ['principal', 'ictLead', 'teacher']) {
				expect(await storage.access.redeemCode(redemption('c1', 'ipad', { role }))).toEqual({ refusal: 'forbidden' });
			}
			expect(await storage.access.redeemCode(redemption('c2', 'ipad', { role: 'vicePrincipal' }))).toEqual({
				refusal: 'forbidden',
			});
			const answer = await storage.access.redeemCode(redemption('c1', 'ipad', { role: 'vicePrincipal' }));
			expect(answer).toMatchObject({ device: { role: 'vicePrincipal', grants: 'vicePrincipal' } });
		});

		it('is over when the device that gave it is revoked', async () => {
			const storage = await settled();
			const lead = await enrol(storage, 'lead');
			await invite(storage, 'c1', { issuedBy: lead.id });
			expect(await storage.access.lookUpCode('c1', at(3))).toMatchObject({ role: 'teacher', issuedBy: 'lead' });
			await storage.access.revoke(municipality, 'B1', lead.id, at(4));
			expect(await storage.access.lookUpCode('c1', at(5))).toEqual({ refusal: 'usedCode' });
			expect(await storage.access.redeemCode(redemption('c1', 'ipad', { role: 'teacher' }))).toEqual({
				refusal: 'usedCode',
			});
		});

		it('tells who invited', async () => {
			const storage = await settled();
			const lead = await enrol(storage, 'lead');
			await invite(storage, 'c1', { issuedBy: lead.id });
			const answer = await storage.access.redeemCode(redemption('c1', 'ipad', { role: 'teacher' }));
			expect(answer).toMatchObject({ device: { invitedBy: 'lead' } });
		});

		it('is not made for a school that nobody registered', async () => {
			const storage = await settled();
			await expect(storage.access.addCode(boardCode('c1', { school: 'B9' }))).rejects.toThrow('not registered');
		});
	});

	describe('the code on the sheet for the successor', () => {
		const onPaper = (storage: Storage, hash: string, changes: object = {}) =>
			invite(storage, hash, { role: 'ictLead', grants: 'ictLead', issuedBy: 'lead', purpose: 'handover', ...changes });

		it('is told of until it is used, over or ended, and of its own school only', async () => {
			const storage = await settled();
			await enrol(storage, 'lead');
			const known = (minutes: number, school = 'B1') => storage.access.handoverCode(municipality, school, at(minutes));
			expect(await known(1)).toBeUndefined();
			await onPaper(storage, 'c1');
			expect(await known(1)).toEqual({ role: 'ictLead', issuedBy: 'lead', issuedAt: at(0), expiresAt: at(15) });
			expect(await known(1, 'B2')).toBeUndefined();
			expect(await known(15)).toBeUndefined();
			await storage.access.endHandoverCode(municipality, 'B2', at(2));
			expect(await known(2)).toBeDefined();
			await storage.access.endHandoverCode(municipality, 'B1', at(2));
			expect(await known(2)).toBeUndefined();
			await onPaper(storage, 'c2', { issuedAt: at(3) });
			await storage.access.redeemCode(redemption('c2', 'successor', { now: at(4) }));
			expect(await known(5)).toBeUndefined();
		});

		it('is one, also where two are made at once', async () => {
			const place = await newPlace();
			const [a, b] = [await place.open(), await place.open()];
			await settle(a);
			await enrol(a, 'lead');
			await Promise.all([onPaper(a, 'c1'), onPaper(b, 'c2')]);
			const found = await Promise.all(['c1', 'c2'].map((hash) => a.access.lookUpCode(hash, at(1))));
			expect(found.filter((each) => 'school' in each)).toHaveLength(1);
		});

		it('stays when its device leaves, and goes when its device is taken out', async () => {
			const storage = await settled();
			await enrol(storage, 'lead');
			await enrol(storage, 'other');
			await onPaper(storage, 'c1');
			await storage.access.revoke(municipality, 'B1', 'other', at(3));
			await storage.access.revoke(municipality, 'B1', 'lead', at(4), true);
			expect(await storage.access.lookUpCode('c1', at(5))).toMatchObject({ role: 'ictLead' });
			await storage.access.revoke(municipality, 'B1', 'lead', at(6));
			expect(await storage.access.lookUpCode('c1', at(7))).toEqual({ refusal: 'expiredCode' });
		});
	});

	describe('an enrolment whose answer was lost', () => {
		const again = (changes: object = {}) =>
			redemption('c1', 'again', { installation: 'installation of ipad', now: at(10), ...changes });

		it('may be repeated by the same installation: the token is new, the device is not', async () => {
			const storage = await settled();
			await storage.access.addCode(boardCode('c1'));
			await storage.access.redeemCode(redemption('c1', 'ipad'));
			expect(await storage.access.redeemCode(again())).toMatchObject({
				device: { id: 'ipad', enrolledAt: at(2), keyId: 'key of again' },
				epoch,
			});
			expect(await storage.access.deviceOfToken(municipality, 'token of ipad')).toBeUndefined();
			expect(await storage.access.deviceOfToken(municipality, 'token of again')).toMatchObject({ id: 'ipad' });
			expect(await storage.access.devices(municipality, 'B1')).toHaveLength(1);
		});

		it('may not be repeated once the code is over, or the device revoked', async () => {
			const storage = await settled();
			await storage.access.addCode(boardCode('c1'));
			await storage.access.redeemCode(redemption('c1', 'ipad'));
			expect(await storage.access.redeemCode(again({ now: at(60) }))).toEqual({ refusal: 'expiredCode' });
			await storage.access.revoke(municipality, 'B1', 'ipad', at(11));
			expect(await storage.access.redeemCode(again())).toEqual({ refusal: 'usedCode' });
			expect(await storage.access.deviceOfToken(municipality, 'token of again')).toBeUndefined();
		});

		it('was not lost if the device has been in contact since: then a copy of the sheet opens nothing', async () => {
			const storage = await settled();
			await storage.access.addCode(boardCode('c1'));
			await storage.access.redeemCode(redemption('c1', 'ipad'));
			await storage.access.touch({ municipality, id: 'ipad' }, at(3));
			expect(await storage.access.redeemCode(again())).toEqual({ refusal: 'usedCode' });
			expect(await storage.access.deviceOfToken(municipality, 'token of ipad')).toMatchObject({ id: 'ipad' });
		});
	});

	describe('the devices of a school', () => {
		it('are listed as they were enrolled, with their last contact', async () => {
			const storage = await settled();
			await enrol(storage, 'b', { now: at(3) });
			await enrol(storage, 'a', { now: at(4) });
			await storage.access.touch({ municipality, id: 'b' }, at(30));
			await storage.access.touch({ municipality, id: 'b' }, at(20));
			const devices = await storage.access.devices(municipality, 'B1');
			expect(devices.map(({ id, lastContactAt }) => [id, lastContactAt])).toEqual([
				['b', at(30)],
				['a', null],
			]);
			expect(await storage.access.devices(municipality, 'B2')).toEqual([]);
			expect(await storage.access.devices('nowhere', 'B1')).toEqual([]);
		});

		it('are found by their own municipality’s token only', async () => {
			const storage = await settled();
			await enrol(storage, 'a');
			expect(await storage.access.deviceOfToken('nowhere', 'token of a')).toBeUndefined();
			expect(await storage.access.deviceOfToken(municipality, 'token of b')).toBeUndefined();
		});

		it('are revoked once, by their own school, and stay in the list', async () => {
			const storage = await settled();
			await enrol(storage, 'a');
			expect(await storage.access.revoke(municipality, 'B2', 'a', at(5))).toBe(false);
			expect(await storage.access.revoke(municipality, 'B1', 'z', at(5))).toBe(false);
			expect(await storage.access.deviceOfToken(municipality, 'token of a')).toMatchObject({ revokedAt: null });
			expect(await storage.access.revoke(municipality, 'B1', 'a', at(6))).toBe(true);
			expect(await storage.access.revoke(municipality, 'B1', 'a', at(7))).toBe(true);
			expect(await storage.access.devices(municipality, 'B1')).toMatchObject([{ id: 'a', revokedAt: at(6) }]);
		});
	});
}
