import { DevicesAnswer } from '../../domain/exchange/enrolment.ts';
import { mayGrant } from '../../domain/exchange/words.ts';
import { type DeviceCall, forDevices, type Outcome, type Route, refused } from '../api/route.ts';
import type { Device } from '../storage/storage.ts';

async function list({ services, device, now }: DeviceCall<undefined, undefined>): Promise<Outcome> {
	const all = await services.storage.access.devices(device.municipality, device.school);
	const devices = all.map(({ municipality: _, school: __, ...each }) => ({ ...each, self: each.id === device.id }));
	const boardKeys = await services.storage.board.keys(device.municipality);
	return { status: 200, json: { devices, boardKeys, now } };
}

/** A device may always leave; others are taken out by ICT lead and above, up to the role that they may hand on. */
const mayRevoke = (actor: Device, target: Device): boolean =>
	actor.id === target.id || (mayGrant(actor.role, 'ictLead') && mayGrant(actor.grants, target.role));

async function revoke({ services, device, params, now }: DeviceCall<undefined, undefined>): Promise<Outcome> {
	const { municipality, school } = device;
	const all = await services.storage.access.devices(municipality, school);
	const target = all.find(({ id }) => id === params.device);
	if (!target) return refused('unknownDevice');
	if (!mayRevoke(device, target)) return refused('forbidden');
	await services.storage.access.revoke(municipality, school, target.id, now, target.id === device.id);
	return { status: 204 };
}

/** The devices of a school. */
export const deviceRoutes: readonly Route[] = [
	forDevices({
		method: 'GET',
		path: '/devices',
		does: 'The devices of the school, revoked ones too, in the order of their enrolment, and the keys of the board.',
		answers: { 200: DevicesAnswer },
		refuses: [],
		handle: list,
	}),
	forDevices({
		method: 'DELETE',
		path: '/devices/:device',
		does: 'Takes a device out of the school: oneself at any time, others as ICT lead and above. A sheet for the successor that another made ends with it.',
		answers: { 204: null },
		refuses: ['unknownDevice', 'forbidden'],
		handle: revoke,
	}),
];
