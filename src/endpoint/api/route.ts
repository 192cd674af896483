import type * as z from 'zod/mini';
import type { Limiter } from '../access/limiter.ts';
import type { Random } from '../access/secrets.ts';
import type { PublishedPlan } from '../plans.ts';
import type { Problem, Reason } from '../problem.ts';
import type { Account, Device, Storage } from '../storage/storage.ts';

/** What the routes work with. */
export interface Services {
	readonly storage: Storage;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly random: Random;
	readonly plans: readonly PublishedPlan[];
	readonly version: string;
	/** Under which the schools' devices find the site, where the endpoint was told. */
	readonly siteOrigin?: string | undefined;
	readonly limits: {
		/** Wrong codes, secrets and passwords, by where they come from. */
		readonly byPlace: Limiter;
		/** Wrong passwords, by login name. */
		readonly byLoginName: Limiter;
		/** Requests that measure the line, by device. */
		readonly measuring: Limiter;
	};
}

/**
 * Who may ask. `code`, `setup` and `password`: whoever knows the secret in the body; wrong ones are counted.
 * `device`: a device that is enrolled and not revoked, and where the path names a school, one of that school.
 * `board`: a person who is signed in. `setup`, `password` and `board` are for our own pages only.
 */
export type Who = 'anyone' | 'code' | 'device' | 'setup' | 'password' | 'board';

/** What a handler knows of a request. */
export interface Call<Body, Query> {
	readonly services: Services;
	/** ISO 8601 UTC. */
	readonly now: string;
	readonly params: Readonly<Record<string, string>>;
	readonly query: Query;
	readonly body: Body;
	readonly header: (name: string) => string | undefined;
	/** Counts the bytes of the body, at most so many, and throws them away. */
	readonly swallow: (most: number) => Promise<{ readonly bytes: number } | { readonly problem: Problem }>;
	/** The visitor's browser speaks TLS. */
	readonly overTls: boolean;
}

export interface DeviceCall<Body, Query> extends Call<Body, Query> {
	readonly device: Device;
}

export type SignedIn = Account & { readonly expiresAt: string };

export interface BoardCall<Body, Query> extends Call<Body, Query> {
	readonly account: SignedIn;
}

type Headers = Readonly<Record<string, string>>;

/** What comes out of a handler. `text` is JSON that stood in the storage and goes out as it is. */
export type Outcome =
	| { readonly status: 200 | 201; readonly json: unknown; readonly headers?: Headers }
	| { readonly status: 200; readonly text: string; readonly headers?: Headers }
	| { readonly status: 200; readonly stream: ReadableStream<Uint8Array>; readonly bytes: number }
	| { readonly status: 204 | 304; readonly headers?: Headers }
	| { readonly problem: Problem };

/** Stands for an answer that is no JSON but bytes. */
export const bytesAnswer = 'application/octet-stream';

export type Schema<Value> = z.core.$ZodType<Value>;

/** One route as data: what is served, documented and tested is read from here. */
export interface Spec<Body, Query, Asked extends Call<Body, Query>> {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below `/api/v1`; `:name` stands for a word that `pathWords` describes. */
	readonly path: string;
	/** One English sentence for the document. */
	readonly does: string;
	readonly body?: Schema<Body>;
	/** The body is bytes of any kind, and the handler reads it: `Call.swallow`. */
	readonly takesBytes?: true;
	/** The body is handed on as it was sent once the schema has let it through, unknown keys and their order included. */
	readonly keepsBody?: true;
	/** What a body is refused with that the schema does not let through; `unreadable` if this says nothing else. */
	readonly explain?: (sent: unknown) => Problem | undefined;
	readonly query?: { readonly schema: Schema<Query>; readonly numbers: readonly string[] };
	/** Status → schema of the body; null where there is none; words where it is no schema of ours. */
	readonly answers: Readonly<Partial<Record<200 | 201 | 204 | 304, Schema<unknown> | string | null>>>;
	/** What it may be refused with, besides what every route of its kind may. */
	readonly refuses: readonly Reason[];
	readonly handle: (call: Asked) => Promise<Outcome> | Outcome;
}

export type Route = Spec<unknown, unknown, never> & { readonly who: Who };

const as =
	(who: Who) =>
	<Body, Query, Asked extends Call<Body, Query>>(spec: Spec<Body, Query, Asked>): Route =>
		({ ...spec, who }) as Spec<Body, Query, never> & { readonly who: Who } as Route;

type Maker<Kind> = <Body = undefined, Query = undefined>(
	spec: Spec<
		Body,
		Query,
		Kind extends 'device' ? DeviceCall<Body, Query> : Kind extends 'board' ? BoardCall<Body, Query> : Call<Body, Query>
	>,
) => Route;

export const forAnyone: Maker<'anyone'> = as('anyone');
export const withCode: Maker<'code'> = as('code');
export const withSetupSecret: Maker<'setup'> = as('setup');
export const withPassword: Maker<'password'> = as('password');
export const forDevices: Maker<'device'> = as('device');
export const forBoard: Maker<'board'> = as('board');

export const refused = (reason: Reason, particulars?: Problem['particulars']): { readonly problem: Problem } => ({
	problem: { reason, ...(particulars ? { particulars } : {}) },
});
