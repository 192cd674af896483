import type { DeviceFacts } from './recordStore.ts';
import { type DeviceRow, type MasumeDatabase, trialPrefix } from './schema.ts';

/** Fills bytes with chance, from outside: `crypto.getRandomValues`. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/** 128 random bits as hex. */
const mint = (random: Random): string =>
	Array.from(random(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Who writes under it, and the counter that starts with it. */
export const mintIdentity = (random: Random): Pick<DeviceRow, 'device' | 'counter'> => ({
	device: mint(random),
	counter: 1,
});

/** The device's row, minted where there is none. Inside a transaction that may write `device`. */
export async function ensureDevice(database: MasumeDatabase, random: Random): Promise<DeviceRow> {
	const known = await database.device.get('this');
	if (known) return known;
	const minted: DeviceRow = {
		key: 'this',
		...mintIdentity(random),
		school: `${trialPrefix}${mint(random)}`,
		author: { role: 'ictLead', label: '' },
	};
	await database.device.add(minted);
	return minted;
}

/**
 * A new identity for a device whose old one turned out to be in use elsewhere too (a cloned or restored profile).
 * What was written under the old one stays as it is.
 */
export async function replaceIdentity(database: MasumeDatabase, row: DeviceRow, random: Random): Promise<void> {
	await database.device.put({ ...row, ...mintIdentity(random) });
}

export const factsOf = ({ device, counter, school, author }: DeviceRow): DeviceFacts => ({
	device,
	counter,
	school,
	author,
});
