import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import type { Result } from '../domain/result.ts';
import { createApp } from './app.ts';
import { addressToOpen, type Config, readConfig } from './config.ts';
import { readSite } from './site.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const giveUp = (sentence: string): never => {
	console.error(sentence);
	process.exit(1);
};

const orGiveUp = <Value>(result: Result<Value>): Value => (result.ok ? result.value : giveUp(result.refusal.sentence));

const refusedPort = (code: string | undefined, { host, port }: Config): string => {
	const elsewhere = `別の番号で始めるには:PORT=${port === 8787 ? 8788 : 8787} npm start`;
	if (code === 'EADDRINUSE') {
		return `ポート ${port} はほかのプログラムが使っています。ます目がもう動いているかもしれません(${addressToOpen({ host, port })} を開いてみてください)。${elsewhere}`;
	}
	if (code === 'EACCES') return `ポート ${port} を使う許可がありません。${elsewhere}`;
	return `${host} のポート ${port} で待ち受けられません(${code ?? '原因不明'})。HOST と PORT を確かめてください。`;
};

const config = orGiveUp(readConfig(process.env));
const site = orGiveUp(readSite(at('dist')));
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };
const app = createApp({ site, version, report: (error) => console.error(error) });
listen(app.fetch, config);

function listen(fetch: Parameters<typeof serve>[0]['fetch'], { host, port }: Config): void {
	const server = serve({ fetch, hostname: host, port }, (info) => {
		console.log(`ます目を開く → ${addressToOpen({ host, port: info.port })}`);
		console.log('終わるには Ctrl+C を押してください。');
	});
	server.on('error', (error: NodeJS.ErrnoException) => giveUp(refusedPort(error.code, { host, port })));

	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		server.close(() => process.exit(0));
		// Idle keep-alive connections would hold the process; a request under way gets two seconds.
		if ('closeIdleConnections' in server) server.closeIdleConnections();
		setTimeout(() => process.exit(0), 2_000).unref();
	};
	process.on('SIGINT', stop);
	process.on('SIGTERM', stop);
}
