import type { Json, Role } from '../domain/record/operation.ts';
import type { Review } from '../domain/record/review/readReview.ts';
import type { VersionVector } from '../domain/record/versionVector.ts';
import type { RecordStore, Stored } from '../store/recordStore.ts';
import type { Standing } from './review.ts';

/** How far somebody has read at this device. */
export interface Look {
	readonly versionVector: VersionVector;
	/** ISO 8601 UTC. */
	readonly at: string;
}

/** Who looks at which year: a post, since a device that is handed on, or tried out, has another reader. */
export interface Reader {
	readonly fiscalYear: number;
	readonly role: Role;
}

const keyOf = ({ fiscalYear, role }: Reader): string => `review.look.${fiscalYear}.${role}`;

/** The reader's last look on this device; undefined before the first, and where it cannot be read. */
export async function readLook(store: RecordStore, reader: Reader): Promise<Look | undefined> {
	const kept = await store.getSetting(keyOf(reader));
	return kept.ok ? lookIn(kept.value) : undefined;
}

/** Keeps a look; undefined = there was none. */
export const keepLook = (store: RecordStore, reader: Reader, look: Look | undefined): Stored<void> =>
	store.putSetting(keyOf(reader), look ? { versionVector: look.versionVector, at: look.at } : null);

/**
 * What somebody has seen who never looked on this device: their post's latest decision covered it. A new iPad does not
 * make the principal read the whole year again.
 */
export function lookOfDecisions(
	{ role }: Pick<Standing, 'role'>,
	reviews: readonly Pick<Review, 'steps'>[],
): Look | undefined {
	const decisions = reviews.flatMap(({ steps }) => steps).filter(({ by, content }) => by === role && content);
	const latest = decisions.reduce<(typeof decisions)[number] | undefined>(
		(last, step) => (last && last.at >= step.at ? last : step),
		undefined,
	);
	return latest?.content && { versionVector: latest.content.versionVector, at: latest.at };
}

function lookIn(value: Json | undefined): Look | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	const { versionVector, at } = value as { readonly [key: string]: Json };
	if (typeof at !== 'string' || typeof versionVector !== 'object' || versionVector === null) return undefined;
	if (Array.isArray(versionVector)) return undefined;
	const counters = Object.entries(versionVector).filter(
		(entry): entry is [string, number] => typeof entry[1] === 'number',
	);
	return { at, versionVector: Object.fromEntries(counters) };
}
