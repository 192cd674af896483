import type { Selectable } from 'kysely';
import type { PublicKey } from '../../domain/exchange/enrolment.ts';
import type { Database, Session } from './database.ts';
import { endHandoverCodes } from './handoverCodes.ts';
import type { AccessStorage, Device } from './storage.ts';
import type { Tables } from './tables.ts';

type DeviceRow = Selectable<Tables['device']>;

export const deviceFacts = (label: string, publicKey: PublicKey): string => JSON.stringify({ label, publicKey });

export function readDevice(row: DeviceRow): Device {
	const { label, publicKey } = JSON.parse(row.facts) as { label: string; publicKey: PublicKey };
	return {
		municipality: row.municipality,
		school: row.school,
		id: row.id,
		label,
		role: row.role,
		grants: row.grants,
		keyId: row.key_id,
		publicKey,
		invitedBy: row.invited_by,
		enrolledAt: row.enrolled_at,
		lastContactAt: row.last_contact_at,
		revokedAt: row.revoked_at,
	};
}

/** A device of a municipality by the endpoint's name for it. */
export async function findDevice(session: Session, municipality: string, id: string): Promise<DeviceRow | undefined> {
	return session
		.selectFrom('device')
		.selectAll()
		.where('municipality', '=', municipality)
		.where('id', '=', id)
		.executeTakeFirst();
}

/** The enrolled devices, in any database. */
export const deviceStorage = (
	database: Database,
): Pick<AccessStorage, 'deviceOfToken' | 'touch' | 'devices' | 'revoke'> => ({
	async deviceOfToken(municipality, tokenHash) {
		const row = await database.session
			.selectFrom('device')
			.selectAll()
			.where('municipality', '=', municipality)
			.where('token_hash', '=', tokenHash)
			.executeTakeFirst();
		return row && readDevice(row);
	},

	touch: (device, now) =>
		database.writeTogether(async (transaction) => {
			await transaction
				.updateTable('device')
				.set({ last_contact_at: now })
				.where('municipality', '=', device.municipality)
				.where('id', '=', device.id)
				// Two requests at once may arrive here in the other order.
				.where((eb) => eb.or([eb('last_contact_at', 'is', null), eb('last_contact_at', '<', now)]))
				.execute();
		}),

	async devices(municipality, school) {
		const rows = await database.session
			.selectFrom('device')
			.selectAll()
			.where('municipality', '=', municipality)
			.where('school', '=', school)
			.orderBy('enrolled_at')
			.orderBy('id')
			.execute();
		return rows.map(readDevice);
	},

	revoke: (municipality, school, id, now, leaving = false) =>
		database.write(async (transaction) => {
			// Codes before devices: every transaction comes to them in this order.
			if (!leaving) await endHandoverCodes(transaction, { municipality, school }, now, id);
			const device = await findDevice(transaction, municipality, id);
			if (device?.school !== school) return false;
			await transaction
				.updateTable('device')
				.set({ revoked_at: now })
				.where('municipality', '=', municipality)
				.where('id', '=', id)
				.where('revoked_at', 'is', null)
				.execute();
			return true;
		}),
});
