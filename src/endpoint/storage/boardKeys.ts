import type { BoardKey, PublicKey } from '../../domain/exchange/enrolment.ts';
import type { Database, Session } from './database.ts';
import type { BoardSigningKey, BoardStorage } from './storage.ts';

const keyFacts = (publicKey: PublicKey): string => JSON.stringify({ publicKey });

const publicKeyIn = (facts: string): PublicKey => (JSON.parse(facts) as { publicKey: PublicKey }).publicKey;

/** The keys that a board signs with, in any database. */
export const boardKeyStorage = (database: Database): Pick<BoardStorage, 'keys' | 'signingKey'> => ({
	async keys(municipality) {
		const rows = await database.session
			.selectFrom('board_key')
			.select(['key_id', 'facts'])
			.where('municipality', '=', municipality)
			.orderBy('made_at')
			.orderBy('key_id')
			.execute();
		return rows.map(({ key_id, facts }): BoardKey => ({ keyId: key_id, publicKey: publicKeyIn(facts) }));
	},

	async signingKey(municipality, make) {
		const known = await find(database.session, municipality);
		if (known) return known;
		const made = await make();
		return database.write(async (transaction) => {
			await database.dialect.lockWriters(transaction, ['board_key', 'board_secret']);
			const first = await find(transaction, municipality);
			if (first) return first;
			const { keyId, publicKey, privateKey, madeAt } = made;
			await transaction
				.insertInto('board_key')
				.values({ municipality, key_id: keyId, facts: keyFacts(publicKey), made_at: madeAt })
				.execute();
			await transaction
				.insertInto('board_secret')
				.values({ municipality, key_id: keyId, private_key: privateKey })
				.execute();
			return made;
		});
	},
});

async function find(session: Session, municipality: string): Promise<BoardSigningKey | undefined> {
	const row = await session
		.selectFrom('board_secret')
		.innerJoin('board_key', (join) =>
			join
				.onRef('board_key.municipality', '=', 'board_secret.municipality')
				.onRef('board_key.key_id', '=', 'board_secret.key_id'),
		)
		.select(['board_key.key_id', 'board_key.facts', 'board_key.made_at', 'board_secret.private_key'])
		.where('board_secret.municipality', '=', municipality)
		.executeTakeFirst();
	if (!row) return undefined;
	const { key_id: keyId, facts, made_at: madeAt, private_key: privateKey } = row;
	return { keyId, publicKey: publicKeyIn(facts), privateKey, madeAt };
}
