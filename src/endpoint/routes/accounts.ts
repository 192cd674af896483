import { SessionAnswer, SetupRequest, SignInRequest } from '../../domain/exchange/board.ts';
import { hashPassword, isPassword } from '../access/password.ts';
import { hashOf, mintHex, mintSecret } from '../access/secrets.ts';
import { beginSession, endSession, sessionIn, sessionSeconds } from '../access/sessionCookie.ts';
import {
	type Call,
	forBoard,
	type Outcome,
	type Route,
	refused,
	type Services,
	type SignedIn,
	withPassword,
	withSetupSecret,
} from '../api/route.ts';
import { later } from '../instants.ts';
import type { Account } from '../storage/storage.ts';

/** What a session tells of itself; never what is kept of the password. */
function sessionAnswer(session: Omit<SignedIn, 'password'>, { siteOrigin }: Services): SessionAnswer {
	const { loginName, municipality, municipalityName, expiresAt } = session;
	const site = siteOrigin === undefined ? {} : { siteOrigin };
	return { loginName, municipality, municipalityName, expiresAt, ...site };
}

/** Signs a person in: the session's token goes into the cookie, its hash into the storage. */
async function begin(
	{ services, now, overTls }: Call<unknown, unknown>,
	account: Omit<Account, 'password'>,
	status: 200 | 201,
): Promise<Outcome> {
	const { municipality, municipalityName, loginName } = account;
	const token = mintSecret(services.random);
	const expiresAt = later(now, sessionSeconds * 1000);
	await services.storage.board.addSession({ tokenHash: hashOf(token), municipality, loginName, expiresAt });
	return {
		...{ status, json: sessionAnswer({ loginName, municipality, municipalityName, expiresAt }, services) },
		headers: { 'Set-Cookie': beginSession(token, overTls) },
	};
}

async function setUp(call: Call<SetupRequest, undefined>): Promise<Outcome> {
	const { services, body, now } = call;
	const { secret, municipalityName, loginName } = body;
	const password = await hashPassword(body.password, services.random);
	const municipality = mintHex(services.random, 8);
	const made = await services.storage.board.setUp({
		...{ secretHash: hashOf(secret), municipality, epoch: mintHex(services.random, 16), now },
		account: { municipalityName, loginName, password },
	});
	return made === 'made' ? begin(call, { municipality, municipalityName, loginName }, 201) : refused(made);
}

async function signIn(call: Call<SignInRequest, undefined>): Promise<Outcome> {
	const { services, body } = call;
	const { byLoginName } = services.limits;
	const wait = byLoginName.take(body.loginName);
	if (wait > 0) return refused('tooManyRequests', { retryAfter: Math.ceil(wait / 1000) });
	const account = await services.storage.board.accountOf(body.loginName);
	const isRight = await isPassword(body.password, account?.password);
	if (!account || !isRight) return refused('wrongPassword');
	byLoginName.giveBack(body.loginName);
	return begin(call, account, 200);
}

/** The board's accounts and sessions. */
export const accountRoutes: readonly Route[] = [
	withSetupSecret<SetupRequest>({
		method: 'POST',
		path: '/board/setup',
		does: 'Makes the municipality and its first account with the one-time secret that the endpoint printed.',
		body: SetupRequest,
		answers: { 201: SessionAnswer },
		refuses: ['unknownSecret', 'loginNameTaken'],
		handle: setUp,
	}),
	withPassword<SignInRequest>({
		method: 'POST',
		path: '/board/session',
		does: 'Signs in for 12 hours.',
		body: SignInRequest,
		answers: { 200: SessionAnswer },
		refuses: ['wrongPassword'],
		handle: signIn,
	}),
	forBoard({
		method: 'GET',
		path: '/board/session',
		does: 'Who is signed in.',
		answers: { 200: SessionAnswer },
		refuses: [],
		handle: ({ account, services }) => ({ status: 200, json: sessionAnswer(account, services) }),
	}),
	forBoard({
		method: 'DELETE',
		path: '/board/session',
		does: 'Signs out.',
		answers: { 204: null },
		refuses: [],
		async handle({ services, header, overTls }) {
			const token = sessionIn(header('Cookie'));
			if (token !== undefined) await services.storage.board.endSession(hashOf(token));
			return { status: 204, headers: { 'Set-Cookie': endSession(overTls) } };
		},
	}),
];
