import type { SchoolRow } from '../../../src/domain/exchange/board.ts';
import type { RegisteredSchool } from '../../../src/domain/exchange/enrolment.ts';

/** What device and endpoint really say to each other, as it lies on the wire. */
export const deviceId = '0123456789abcdef0123456789abcdef';
export const epoch = '5f1c0a9b3d7e2468';
export const now = '2026-11-20T05:32:10.123Z';
export const key43 = 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU';

export const row: SchoolRow = {
	code: 'B199210000017',
	name: '青葉モデル小学校（架空）',
	schoolType: 'elementary',
	units: ['specialNeedsClass'],
};
export const school: RegisteredSchool = {
	municipality: 'aoba-model',
	municipalityName: '青葉モデル市教育委員会（架空）',
	...row,
};
export const publicKey = { kty: 'EC', crv: 'P-256', x: key43, y: key43 };
export const token = `aoba-model.${key43}`;

export const deviceEntry = {
	id: deviceId,
	label: '職員室のiPad',
	role: 'ictLead',
	grants: 'principal',
	keyId: key43,
	publicKey,
	invitedBy: null,
	enrolledAt: now,
	lastContactAt: now,
	revokedAt: null,
	self: true,
};

export const logState = {
	fiscalYear: 2026,
	sequence: 12,
	count: 12,
	durableSequence: 7,
	versionVector: { [deviceId]: 12 },
};
