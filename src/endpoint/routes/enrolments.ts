import { mintCode } from '../../domain/exchange/code.ts';
import {
	CodeLookup,
	CodeMeaning,
	EnrolmentAnswer,
	EnrolmentRequest,
	HandoverInvitationAnswer,
	InvitationAnswer,
	InvitationRequest,
} from '../../domain/exchange/enrolment.ts';
import { mayGrant, mayHandOver, type SchoolRole } from '../../domain/exchange/words.ts';
import { hashOf, mintHex, mintSecret } from '../access/secrets.ts';
import { isUsableKey, keyIdOf } from '../access/signatures.ts';
import { type Call, type DeviceCall, forDevices, type Outcome, type Route, refused, withCode } from '../api/route.ts';
import { later } from '../instants.ts';
import type { Device } from '../storage/storage.ts';

/** An invitation is scanned while both devices lie side by side. */
const invitationMs = 15 * 60_000;

/**
 * The one on paper is printed while school closes in March and used once the successor has found their desk: 45 days reach
 * from the first of March to the middle of April, from its last day to the middle of May, and not into the summer.
 */
const handoverMs = 45 * 24 * 60 * 60_000;

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
	const { role, for: purpose } = body;
	if (!mayGrant(device.grants, role) || (purpose && !mayInviteOnPaper(device, role))) return refused('forbidden');
	const code = mintCode(services.random);
	const expiresAt = later(now, purpose ? handoverMs : invitationMs);
	await services.storage.access.addCode({
		...{ hash: hashOf(code), municipality: device.municipality, school: device.school },
		...{ role, grants: role, issuedBy: device.id, issuedAt: now, expiresAt, ...(purpose && { purpose }) },
	});
	return { status: 201, json: { code, role, expiresAt, now } };
}

/** Paper can be lost: it never opens a post that approves. */
const mayInviteOnPaper = (device: Device, role: SchoolRole): boolean =>
	mayHandOver(device.role) && mayGrant('ictLead', role);

async function showHandover({ services, now, device }: DeviceCall<undefined, undefined>): Promise<Outcome> {
	const { municipality, school } = device;
	const invitation = (await services.storage.access.handoverCode(municipality, school, now)) ?? null;
	return { status: 200, json: { invitation, now } };
}

async function endHandover({ services, now, device }: DeviceCall<undefined, undefined>): Promise<Outcome> {
	if (!mayHandOver(device.role)) return refused('forbidden');
	await services.storage.access.endHandoverCode(device.municipality, device.school, now);
	return { status: 204 };
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
	forDevices({
		method: 'GET',
		path: '/invitations/handover',
		does: 'The invitation on the sheet for the successor that can still be used, without its code.',
		answers: { 200: HandoverInvitationAnswer },
		refuses: [],
		handle: showHandover,
	}),
	forDevices({
		method: 'DELETE',
		path: '/invitations/handover',
		does: 'Ends the invitation on the sheet for the successor, if there is one: as ICT lead and above.',
		answers: { 204: null },
		refuses: ['forbidden'],
		handle: endHandover,
	}),
];
