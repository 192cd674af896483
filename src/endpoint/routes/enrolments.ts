import { mintCode } from '../../domain/exchange/code.ts';
import {
	CodeLookup,
	CodeMeaning,
	EnrolmentAnswer,
	EnrolmentRequest,
	InvitationAnswer,
	InvitationRequest,
} from '../../domain/exchange/enrolment.ts';
import { mayGrant } from '../../domain/exchange/words.ts';
import { hashOf, mintHex, mintSecret } from '../access/secrets.ts';
import { isUsableKey, keyIdOf } from '../access/signatures.ts';
import { type Call, type DeviceCall, forDevices, type Outcome, type Route, refused, withCode } from '../api/route.ts';
import { later } from '../instants.ts';

/** An invitation is scanned while both devices lie side by side. */
const invitationMs = 15 * 60_000;

async function lookUp({ services, now, body }: Call<CodeLookup, undefined>): Promise<Outcome> {
	const facts = await services.storage.access.lookUpCode(hashOf(body.code), now);
	if ('refusal' in facts) return refused(facts.refusal);
	const { school, role, grants, expiresAt } = facts;
	return { status: 200, json: { school, role, grants, expiresAt } };
}

async function enrol({ services, now, body }: Call<EnrolmentRequest, undefined>): Promise<Outcome> {
	const { code, publicKey, role, label } = body;
	if (!(await isUsableKey(publicKey))) return refused('invalidKey');
	const secret = mintSecret(services.random);
	const keyId = await keyIdOf(publicKey);
	const redeemed = await services.storage.access.redeemCode({
		...{ hash: hashOf(code), tokenHash: hashOf(secret), installation: body.device },
		...{ id: mintHex(services.random, 16), keyId, publicKey, role, label, now },
	});
	if ('refusal' in redeemed) return refused(redeemed.refusal);
	const { device, school, epoch } = redeemed;
	const token = `${device.municipality}.${secret}`;
	const given = { id: device.id, keyId, role: device.role, grants: device.grants };
	return { status: 201, json: { token, ...given, school, epoch, now } };
}

async function invite({ services, now, device, body }: DeviceCall<InvitationRequest, undefined>): Promise<Outcome> {
	const { role } = body;
	if (!mayGrant(device.grants, role)) return refused('forbidden');
	const code = mintCode(services.random);
	const expiresAt = later(now, invitationMs);
	await services.storage.access.addCode({
		...{ hash: hashOf(code), municipality: device.municipality, school: device.school },
		...{ role, grants: role, issuedBy: device.id, issuedAt: now, expiresAt },
	});
	return { status: 201, json: { code, role, expiresAt, now } };
}

/** How a device comes to a school. */
export const enrolmentRoutes: readonly Route[] = [
	withCode<CodeLookup>({
		method: 'POST',
		path: '/enrolments/lookup',
		does: 'Tells what a one-time code is for. Uses nothing up.',
		body: CodeLookup,
		answers: { 200: CodeMeaning },
		refuses: ['unknownCode', 'expiredCode', 'usedCode'],
		handle: lookUp,
	}),
	withCode<EnrolmentRequest>({
		method: 'POST',
		path: '/enrolments',
		does: 'Uses a one-time code up and enrols the device. The same installation may repeat it.',
		body: EnrolmentRequest,
		answers: { 201: EnrolmentAnswer },
		refuses: ['unknownCode', 'expiredCode', 'usedCode', 'forbidden', 'invalidKey'],
		handle: enrol,
	}),
	forDevices<InvitationRequest>({
		method: 'POST',
		path: '/invitations',
		does: 'A one-time code for another device of the school, with a role that the inviting device may hand on.',
		body: InvitationRequest,
		answers: { 201: InvitationAnswer },
		refuses: ['forbidden'],
		handle: invite,
	}),
];
