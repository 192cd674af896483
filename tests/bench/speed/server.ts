import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Site } from '../../../src/endpoint/site.ts';
import { plainApp } from '../../endpoint/plainApp.ts';

export interface Served {
	readonly url: string;
	/** Being offline: nobody answers on this address any more. */
	stop(): Promise<void>;
}

/** Both pages come from the endpoint as it is: the same headers, the same compression. */
export async function serveHere(site: Site): Promise<Served> {
	const app = await plainApp(site, 'bench', (error) => console.error(error));
	return new Promise((resolve) => {
		const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (address: AddressInfo) => {
			resolve({
				url: `http://localhost:${address.port}`,
				stop: () =>
					new Promise((stopped) => {
						server.close(() => stopped());
						if ('closeAllConnections' in server) server.closeAllConnections();
					}),
			});
		});
	});
}
