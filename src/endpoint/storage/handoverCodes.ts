import type { Database, Session } from './database.ts';
import type { AccessStorage } from './storage.ts';

interface OfSchool {
	readonly municipality: string;
	readonly school: string;
}

/** Ends the invitations on paper of a school that can still be used; with `issuedBy`, those of one device. */
export async function endHandoverCodes(
	transaction: Session,
	{ municipality, school }: OfSchool,
	now: string,
	issuedBy?: string,
): Promise<void> {
	await transaction
		.updateTable('code')
		.set({ expires_at: now })
		.where('municipality', '=', municipality)
		.where('school', '=', school)
		.where('purpose', '=', 'handover')
		.where('used_by', 'is', null)
		.where('expires_at', '>', now)
		.$if(issuedBy !== undefined, (query) => query.where('issued_by', '=', issuedBy ?? ''))
		.execute();
}

/** The invitation on the sheet for the successor: at most one per school can be used. */
export const handoverStorage = (database: Database): Pick<AccessStorage, 'handoverCode' | 'endHandoverCode'> => ({
	async handoverCode(municipality, school, now) {
		const row = await database.session
			.selectFrom('code')
			.select(['role', 'issued_by', 'issued_at', 'expires_at'])
			.where('municipality', '=', municipality)
			.where('school', '=', school)
			.where('purpose', '=', 'handover')
			.where('used_by', 'is', null)
			.where('expires_at', '>', now)
			.executeTakeFirst();
		if (!row?.role || !row.issued_by) return undefined;
		return { role: row.role, issuedBy: row.issued_by, issuedAt: row.issued_at, expiresAt: row.expires_at };
	},

	endHandoverCode: (municipality, school, now) =>
		database.write((transaction) => endHandoverCodes(transaction, { municipality, school }, now)),
});
