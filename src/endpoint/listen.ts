import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { addressToOpen, type Listening } from './config.ts';

type Fetch = Parameters<typeof serve>[0]['fetch'];

/** Headers come at once or not at all; a body may take its time on a school's line, but not for ever. Milliseconds. */
const patience = { headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 };

/** What a request under way gets when the program is told to stop; then the line is cut. */
const lastRequestsMs = 4_000;

const refusedPort = (code: string | undefined, { host, port }: Listening): string => {
	const elsewhere = `別の番号で始めるには:PORT=${port === 8787 ? 8788 : 8787} npm start`;
	if (code === 'EADDRINUSE') {
		return `ポート ${port} はほかのプログラムが使っています。ます目がもう動いているかもしれません(${addressToOpen({ host, port })} を開いてみてください)。${elsewhere}`;
	}
	if (code === 'EACCES') return `ポート ${port} を使う許可がありません。${elsewhere}`;
	return `${host} のポート ${port} で待ち受けられません(${code ?? '原因不明'})。HOST と PORT を確かめてください。`;
};

export interface Listener {
	readonly port: number;
	/** Takes in nothing more, lets requests under way finish, cuts what is left after four seconds. */
	stop(): Promise<void>;
}

function stopServer(server: Server): Promise<void> {
	return new Promise((resolve) => {
		// Connections that are kept alive between two requests would hold the server: they are let go as they fall idle.
		const sweep = setInterval(() => server.closeIdleConnections(), 50);
		const cut = setTimeout(() => server.closeAllConnections(), lastRequestsMs);
		server.close(() => {
			clearInterval(sweep);
			clearTimeout(cut);
			resolve();
		});
		server.closeIdleConnections();
	});
}

/** Listens; rejects with the sentence for the person where it cannot. */
export function listen(fetch: Fetch, { host, port }: Listening): Promise<Listener> {
	return new Promise((resolve, reject) => {
		const serverOptions = { ...patience, maxHeaderSize: 16_384 };
		const server = serve({ fetch, hostname: host, port, serverOptions }, (info) =>
			resolve({ port: info.port, stop: () => stopServer(server) }),
		) as Server;
		server.on('error', (error: NodeJS.ErrnoException) => reject(new Error(refusedPort(error.code, { host, port }))));
	});
}
