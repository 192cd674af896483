import { expect, test } from 'vitest';
import type { DeviceEntry } from '../../src/domain/exchange/enrolment.ts';
import type { SignedOperation } from '../../src/domain/exchange/signature.ts';
import { ok } from '../../src/domain/result.ts';
import { createReviewKeys } from '../../src/sync/reviewKeys.ts';
import { type Signer, signer } from '../domain/exchange/keys.ts';
import { operation } from '../domain/record/devices.ts';

const place = { municipality: 'aoba', school: 'B999000000001', fiscalYear: 2026 };
const acceptance = operation(`${'b'.repeat(32)}.1`, 9, 'accepted', {
	entity: 'review/midyear',
	field: 'state',
	by: { role: 'board', label: '青葉市教育委員会' },
});

const entryOf = ({ id, publicKey }: Signer, role: DeviceEntry['role']): DeviceEntry => ({
	...{ id: 'd'.repeat(32), label: '', role, grants: role, keyId: id, publicKey },
	...{ invitedBy: null, enrolledAt: '2026-04-08T00:00:00Z', lastContactAt: null, revokedAt: null, self: false },
});

/** What passes where these devices and these boards' keys are known. */
async function passes(sent: SignedOperation, devices: readonly DeviceEntry[], board: readonly Signer[] | undefined) {
	const boardKeys = board?.map(({ id: keyId, publicKey }) => ({ keyId, publicKey }));
	const sift = createReviewKeys({
		subtle: crypto.subtle,
		devices: async () => ok({ devices: [...devices], ...(boardKeys && { boardKeys }) }),
	});
	const sifted = await sift([sent], place);
	return sifted.ok && sifted.value.authentic.length === 1;
}

test('an acceptance passes with a key of the board, an earlier one too, and with no other', async () => {
	const [board, earlier, principal] = [await signer('board'), await signer('board'), await signer('principal')];
	const devices = [entryOf(principal, 'principal')];
	expect(await passes(await board.sign(acceptance, place), devices, [board])).toBe(true);
	expect(await passes(await earlier.sign(acceptance, place), devices, [earlier, board])).toBe(true);
	expect(await passes(await earlier.sign(acceptance, place), devices, [board])).toBe(false);
	expect(await passes(await board.sign(acceptance, place), devices, undefined)).toBe(false);
	expect(await passes(await principal.sign(acceptance, place), devices, [board])).toBe(false);
	expect(await passes(acceptance, devices, [board])).toBe(false);
});

test('a device that enrolled with the board’s public key takes nothing from the board', async () => {
	const board = await signer('board');
	const accepted = await board.sign(acceptance, place);
	expect(await passes(accepted, [entryOf(board, 'principal')], [board])).toBe(true);
});
