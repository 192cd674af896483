import type { SchoolRole } from '../../src/domain/exchange/words.ts';
import { partsOfId } from '../../src/domain/record/versionVector.ts';
import { later } from '../../src/endpoint/instants.ts';
import type { Device, Storage } from '../../src/endpoint/storage/storage.ts';
import { hexOf } from './chance.ts';
import { type DemoKey, demoKey } from './keys.ts';
import { municipality } from './schools.ts';
import type { DemoYear } from './schoolYears.ts';
import type { ToldDevice } from './told.ts';

const minute = 60_000;
const month = 30 * 24 * 60 * minute;

/** The key of a device of a school. */
export const keyOfDevice = (school: string, installation: string): DemoKey => demoKey(`${school} ${installation}`);

interface Newcomer {
	readonly installation: string;
	readonly label: string;
	readonly role: SchoolRole;
	readonly at: string;
	readonly lastAt: string;
	readonly invitedBy: Device | undefined;
}

/** Enrols a device as the endpoint does: by a code that it uses up. Its token is known to nobody. */
async function enrol(storage: Storage, school: string, newcomer: Newcomer): Promise<Device> {
	const { installation, label, role, at, lastAt, invitedBy } = newcomer;
	const secret = (name: string) => hexOf(`${school} ${installation} ${name}`, 64);
	const { keyId, publicKey } = keyOfDevice(school, installation);
	const grants = invitedBy ? role : 'principal';
	await storage.access.addCode({
		...{ hash: secret('code'), municipality: municipality.id, school, role: invitedBy ? role : null, grants },
		...{ issuedBy: invitedBy?.id ?? null, issuedAt: at, expiresAt: later(at, month) },
	});
	const enrolled = await storage.access.redeemCode({
		...{ hash: secret('code'), installation, id: secret('id').slice(0, 32), tokenHash: secret('token') },
		...{ keyId, publicKey, role, label, now: at },
	});
	if (!('device' in enrolled)) throw new Error(`${school}: ${enrolled.refusal}`);
	await storage.access.touch(enrolled.device, lastAt);
	return enrolled.device;
}

interface Writer extends ToldDevice {
	/** When it wrote first and last. */
	readonly first: string;
	readonly last: string;
}

/** The devices that wrote a school's years, in the order in which they began. */
function writersOf(years: readonly DemoYear[]): Writer[] {
	const devices = new Map(years.flatMap((year) => year.devices.map((device) => [device.id, device])));
	const written = years.flatMap(({ operations }) => operations);
	const writers = [...devices.values()].map((device): Writer => {
		const times = written.filter(({ id }) => partsOfId(id).device === device.id).map(({ at }) => at);
		return { ...device, first: times.toSorted()[0] ?? '', last: times.toSorted().at(-1) ?? '' };
	});
	return writers.sort((a, b) => (a.first < b.first ? -1 : 1));
}

/** The principal's iPad stays the same through the years. */
export const principalId = (school: string): string => hexOf(`${school} principal`, 32);

/**
 * The devices that wrote a school's years, and the principal's iPad. The ICT lead's comes in by the
 * board's code and invites the others. One that was exchanged for a new one in April is revoked.
 */
export async function enrolDevices(storage: Storage, school: string, years: readonly DemoYear[]): Promise<void> {
	const writers = writersOf(years);
	if (writers.length === 0) return;
	const lastContact = later(
		writers.reduce((latest, { last }) => (last > latest ? last : latest), ''),
		2 * minute,
	);
	const current = new Map<SchoolRole, Device>();
	for (const { id, by, first, last } of writers) {
		const role = by.role === 'ictLead' ? 'ictLead' : 'teacher';
		const invitedBy = role === 'ictLead' ? undefined : current.get('ictLead');
		const times = { at: later(first, -20 * minute), lastAt: later(last, minute) };
		const device = await enrol(storage, school, { installation: id, label: by.label, role, ...times, invitedBy });
		const before = current.get(role);
		if (before) await storage.access.revoke(municipality.id, school, before.id, later(first, -10 * minute));
		current.set(role, device);
		if (role === 'ictLead' && !before) {
			const principal = {
				installation: principalId(school),
				label: '校長室のiPad',
				role: 'principal',
			} as const;
			await enrol(storage, school, {
				...principal,
				at: later(first, 60 * minute),
				lastAt: lastContact,
				invitedBy: device,
			});
		}
	}
}
