import * as z from 'zod/mini';
import { SchoolType, SchoolUnit } from '../plan/edition.ts';
import { DeviceId, DeviceLabel, Epoch, Instant, MunicipalityId, SchoolCode, SchoolRole } from './words.ts';

/** A device's public key, ECDSA P-256. The private half never leaves the device and cannot be read even there. */
export const PublicKey = z.strictObject({
	kty: z.literal('EC'),
	crv: z.literal('P-256'),
	x: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
	y: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type PublicKey = z.infer<typeof PublicKey>;

/** RFC 7638 thumbprint of the key: base64url of SHA-256. */
export const KeyId = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** A school as its board registered it. */
export const RegisteredSchool = z.strictObject({
	municipality: MunicipalityId,
	/** 仙台市教育委員会. */
	municipalityName: z.string().check(z.minLength(1), z.maxLength(60)),
	code: SchoolCode,
	name: z.string().check(z.minLength(1), z.maxLength(60)),
	schoolType: SchoolType,
	units: z.array(SchoolUnit),
});
export type RegisteredSchool = z.infer<typeof RegisteredSchool>;

/** Normalised by `readCode`. */
const Code = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/));

/** `POST /enrolments/lookup`: what a code is for, before it is used. Uses nothing up. */
export const CodeLookup = z.strictObject({ code: Code });
export type CodeLookup = z.infer<typeof CodeLookup>;

export const CodeMeaning = z.looseObject({
	school: RegisteredSchool,
	/** The role the code gives; null on the board's sheet: there the person says who uses the device. */
	role: z.nullable(SchoolRole),
	/** The greatest role that the device may take or hand on. */
	grants: SchoolRole,
	expiresAt: Instant,
});
export type CodeMeaning = z.infer<typeof CodeMeaning>;

/** `POST /enrolments`. The same device may repeat it with the same code: an answer that was lost costs nothing. */
export const EnrolmentRequest = z.strictObject({
	code: Code,
	device: DeviceId,
	publicKey: PublicKey,
	/** Asked for where the code leaves it open; must not be above what the code grants. */
	role: SchoolRole,
	label: DeviceLabel,
});
export type EnrolmentRequest = z.infer<typeof EnrolmentRequest>;

/** `Authorization: Bearer <token>`: municipality and 256 random bits. The endpoint keeps its SHA-256 only. */
export const Token = z.string().check(z.regex(/^[a-z0-9-]{1,40}\.[A-Za-z0-9_-]{43}$/));

export const EnrolmentAnswer = z.looseObject({
	token: Token,
	/** The endpoint's name for the device; not the one in its operations, which a cloned profile changes. */
	id: DeviceId,
	keyId: KeyId,
	school: RegisteredSchool,
	role: SchoolRole,
	grants: SchoolRole,
	epoch: Epoch,
	now: Instant,
});
export type EnrolmentAnswer = z.infer<typeof EnrolmentAnswer>;

/**
 * `POST /invitations`: a device of the school asks for a code for a colleague's; valid for 15 minutes. `for: 'handover'`
 * is the one on the sheet that is printed in March for the successor: valid for weeks, no more than ICT lead, asked for by
 * ICT lead and above, and one per school: a new one ends the older.
 */
export const InvitationRequest = z.strictObject({
	role: SchoolRole,
	for: z.optional(z.literal('handover')),
});
export type InvitationRequest = z.infer<typeof InvitationRequest>;
export const InvitationAnswer = z.looseObject({ code: Code, role: SchoolRole, expiresAt: Instant, now: Instant });
export type InvitationAnswer = z.infer<typeof InvitationAnswer>;

/** An invitation that stands on paper and has not been used: what the whole school may know of it, never the code. */
export const HandoverInvitation = z.looseObject({
	role: SchoolRole,
	/** `id` of the device that made it. */
	issuedBy: DeviceId,
	issuedAt: Instant,
	expiresAt: Instant,
});
export type HandoverInvitation = z.infer<typeof HandoverInvitation>;

/** `GET /invitations/handover`. `DELETE /invitations/handover` ends it: 204, whether or not there was one. */
export const HandoverInvitationAnswer = z.looseObject({
	invitation: z.nullable(HandoverInvitation),
	now: Instant,
});

/** One device of the school, as its colleagues see it. */
export const DeviceEntry = z.looseObject({
	id: DeviceId,
	label: DeviceLabel,
	role: SchoolRole,
	grants: SchoolRole,
	keyId: KeyId,
	publicKey: PublicKey,
	/** `id` of the device that invited it; null = enrolled with the board's code. */
	invitedBy: z.nullable(DeviceId),
	enrolledAt: Instant,
	lastContactAt: z.nullable(Instant),
	revokedAt: z.nullable(Instant),
	/** The device that asks. */
	self: z.boolean(),
});
export type DeviceEntry = z.infer<typeof DeviceEntry>;

/** A key with which the endpoint signs what the board decides. */
export const BoardKey = z.looseObject({ keyId: KeyId, publicKey: PublicKey });
export type BoardKey = z.infer<typeof BoardKey>;

/** `GET /devices`. `DELETE /devices/:id` revokes: 204, whether or not it was revoked before. */
export const DevicesAnswer = z.looseObject({
	devices: z.array(DeviceEntry),
	/** Every key that the board ever signed with; absent at an older endpoint. */
	boardKeys: z.optional(z.array(BoardKey)),
	now: Instant,
});
export type DevicesAnswer = z.infer<typeof DevicesAnswer>;
