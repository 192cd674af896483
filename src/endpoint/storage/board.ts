import { boardKeyStorage } from './boardKeys.ts';
import type { Database, Session } from './database.ts';
import { schoolRegister } from './schoolRegister.ts';
import { municipalityFacts, readMunicipalityName } from './schools.ts';
import type { Account, BoardStorage } from './storage.ts';

/** The board's accounts, sessions and schools, in any database. */
export const boardStorage = (database: Database): BoardStorage => ({
	...accountStorage(database),
	...sessionStorage(database),
	...schoolRegister(database),
	...boardKeyStorage(database),
});

const accountStorage = (
	database: Database,
): Pick<BoardStorage, 'hasAccounts' | 'addSetupSecret' | 'setUp' | 'accountOf'> => ({
	async hasAccounts() {
		return (
			(await database.session.selectFrom('account').select('login_name').limit(1).executeTakeFirst()) !== undefined
		);
	},

	addSetupSecret: (hash, expiresAt) =>
		database.write(async (transaction) => {
			await transaction.insertInto('setup_secret').values({ hash, expires_at: expiresAt }).execute();
		}),

	setUp: (request) =>
		database.write(async (transaction) => {
			// Two set-ups at once must not both find a login name free that is searched across municipalities.
			await database.dialect.lockWriters(transaction, ['municipality', 'account', 'setup_secret']);
			if (!(await secretStands(transaction, request.secretHash, request.now))) return 'unknownSecret';
			const { loginName, municipalityName, password } = request.account;
			if (await findAccount(transaction, loginName)) return 'loginNameTaken';
			const { municipality, epoch } = request;
			await transaction
				.insertInto('municipality')
				.values({ municipality, epoch, facts: municipalityFacts(municipalityName) })
				.execute();
			await transaction.insertInto('account').values({ municipality, login_name: loginName, password }).execute();
			// All of them: a link printed at an earlier start must not open a second municipality.
			await transaction.deleteFrom('setup_secret').execute();
			return 'made';
		}),

	accountOf: (loginName) => findAccount(database.session, loginName),
});

async function secretStands(transaction: Session, hash: string, now: string): Promise<boolean> {
	const row = await transaction
		.selectFrom('setup_secret')
		.select('expires_at')
		.where('hash', '=', hash)
		.executeTakeFirst();
	return row !== undefined && row.expires_at > now;
}

async function findAccount(session: Session, loginName: string): Promise<Account | undefined> {
	const row = await session
		.selectFrom('account')
		.innerJoin('municipality', 'municipality.municipality', 'account.municipality')
		.select(['account.municipality', 'account.login_name', 'account.password', 'municipality.facts'])
		.where('account.login_name', '=', loginName)
		.executeTakeFirst();
	if (!row) return undefined;
	const municipalityName = readMunicipalityName(row.facts);
	return { municipality: row.municipality, municipalityName, loginName: row.login_name, password: row.password };
}

const sessionStorage = (database: Database): Pick<BoardStorage, 'addSession' | 'sessionOf' | 'endSession'> => ({
	addSession: ({ municipality, tokenHash, loginName, expiresAt }) =>
		database.write(async (transaction) => {
			await transaction
				.insertInto('session')
				.values({ municipality, token_hash: tokenHash, login_name: loginName, expires_at: expiresAt })
				.execute();
		}),

	async sessionOf(tokenHash, now) {
		const session = await database.session
			.selectFrom('session')
			.select(['login_name', 'expires_at'])
			.where('token_hash', '=', tokenHash)
			.executeTakeFirst();
		if (!session) return undefined;
		if (session.expires_at <= now) {
			await endSession(database, tokenHash);
			return undefined;
		}
		const account = await findAccount(database.session, session.login_name);
		return account && { ...account, expiresAt: session.expires_at };
	},

	endSession: (tokenHash) => endSession(database, tokenHash),
});

const endSession = (database: Database, tokenHash: string): Promise<void> =>
	database.write(async (transaction) => {
		await transaction.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
	});
