import { hashOf, mintSecret, type Random } from './access/secrets.ts';
import { later } from './instants.ts';
import type { BoardStorage } from './storage/storage.ts';

const validMs = 24 * 3_600_000;

/** A new one-time link with which the first account is made; valid for a day. The secret stands behind the `#`: it reaches no log. */
export async function makeSetupLink(board: BoardStorage, origin: string, now: string, random: Random): Promise<string> {
	const secret = mintSecret(random);
	await board.addSetupSecret(hashOf(secret), later(now, validMs));
	return `${origin}/board/setup#${secret}`;
}
