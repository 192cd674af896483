import type { Context } from 'hono';
import type { Environment } from '../access/client.ts';
import type { AccessLine } from './accessLog.ts';
import type { Services } from './route.ts';
import type { NetworkSettings } from './settings.ts';

export interface ApiDeps {
	readonly services: Services;
	readonly network: NetworkSettings;
	readonly log: (line: AccessLine) => void;
	/** Where an unforeseen error goes. */
	readonly report: (error: unknown, requestId?: string) => void;
}

/** What is known of a request on its way through; `route` is a path of the table. */
export interface Traced extends Environment {
	readonly Variables: { requestId: string; route?: string; municipality?: string; school?: string };
}

export type Asked = Context<Traced>;

/** Where a path of the table stands under `/api`. */
export const versioned = (path: string): string => `/v1${path}`;
