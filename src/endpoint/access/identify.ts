import { Token } from '../../domain/exchange/enrolment.ts';
import type { SignedIn } from '../api/route.ts';
import type { Problem } from '../problem.ts';
import type { AccessStorage, BoardStorage, Device } from '../storage/storage.ts';
import { hashOf } from './secrets.ts';
import { sessionIn } from './sessionCookie.ts';

type Found<Key extends string, Value> = { readonly [key in Key]: Value } | { readonly problem: Problem };

const unauthorised: { readonly problem: Problem } = {
	problem: { reason: 'unauthorised', headers: { 'WWW-Authenticate': 'Bearer' } },
};

/** A device's last contact is noted at most this often: each note is a durable write. */
const contactMs = 5 * 60_000;

/** The device behind `Authorization: Bearer <municipality>.<secret>`; a revoked one learns that it is. */
export async function identifyDevice(
	authorization: string | undefined,
	access: AccessStorage,
	now: string,
): Promise<Found<'device', Device>> {
	const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
	if (token === undefined || !Token.safeParse(token).success) return unauthorised;
	const [municipality = '', secret = ''] = token.split('.');
	const device = await access.deviceOfToken(municipality, hashOf(secret));
	if (!device) return unauthorised;
	if (device.revokedAt !== null) return { problem: { ...unauthorised.problem, reason: 'revoked' } };
	const silence = Date.parse(now) - Date.parse(device.lastContactAt ?? device.enrolledAt);
	if (device.lastContactAt === null || silence >= contactMs) await access.touch(device, now);
	return { device };
}

/** The person behind the session cookie. */
export async function identifyPerson(
	cookie: string | undefined,
	board: BoardStorage,
	now: string,
): Promise<Found<'account', SignedIn>> {
	const token = sessionIn(cookie);
	const account = token === undefined ? undefined : await board.sessionOf(hashOf(token), now);
	return account ? { account } : { problem: { reason: 'signInFirst' } };
}
