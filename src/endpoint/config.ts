import { resolve } from 'node:path';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { NetworkSettings } from './api/settings.ts';
import type { DataPlace } from './dataFolder.ts';

/** Where the endpoint listens. */
export interface Listening {
	readonly port: number;
	readonly host: string;
}

/** Everything that is told from outside. */
export interface Config extends Listening, DataPlace {
	readonly network: NetworkSettings;
	/** Minutes between two backups; 0 = none by itself. */
	readonly backupMinutes: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const said = (environment: Environment, name: string): string | undefined => environment[name]?.trim() || undefined;

const wholeNumber = (text: string, most: number): number | undefined =>
	/^\d{1,5}$/.test(text) && Number(text) <= most ? Number(text) : undefined;

function readListening(environment: Environment): Result<Listening> {
	const portText = said(environment, 'PORT') ?? '8787';
	const host = said(environment, 'HOST') ?? '127.0.0.1';
	const port = wholeNumber(portText, 65_535);
	if (port === undefined) {
		return refuse(
			'port',
			`PORT には 0 から 65535 までの整数を半角で書いてください(今は「${portText}」です)。例:PORT=8788 npm start`,
		);
	}
	if (!/^[\w.:-]+$/.test(host)) {
		return refuse(
			'host',
			`HOST にはアドレスだけを書いてください(今は「${host}」です)。例:HOST=0.0.0.0 npm start(同じネットワークの他の端末からも開けます)`,
		);
	}
	return ok({ port, host });
}

/** `https://masume.example.jp` → itself; anything with a path, a query or another scheme is no origin. */
function originIn(text: string): string | undefined {
	if (!/^https?:\/\/[^/?#@\s]+\/?$/i.test(text) || !URL.canParse(text)) return undefined;
	return new URL(text).origin;
}

function readNetwork(environment: Environment): Result<NetworkSettings> {
	const publicUrl = said(environment, 'PUBLIC_URL');
	const publicOrigin = publicUrl === undefined ? undefined : originIn(publicUrl);
	if (publicUrl !== undefined && publicOrigin === undefined) {
		return refuse(
			'publicUrl',
			`PUBLIC_URL には、学校の端末から見たアドレスを書いてください(今は「${publicUrl}」です)。例:PUBLIC_URL=https://masume.example.jp npm start`,
		);
	}
	const listed = (said(environment, 'ALLOWED_ORIGINS') ?? '').split(/[\s,]+/).filter(Boolean);
	const wrong = listed.find((text) => originIn(text) === undefined);
	if (wrong !== undefined) {
		return refuse(
			'allowedOrigins',
			`ALLOWED_ORIGINS には、画面を置いた別のサイトのアドレスをコンマで区切って書いてください(「${wrong}」は読めません)。例:ALLOWED_ORIGINS=https://ict.example.jp npm start`,
		);
	}
	const trust = said(environment, 'TRUST_PROXY') ?? '0';
	if (!['0', '1'].includes(trust)) {
		return refuse(
			'trustProxy',
			`TRUST_PROXY には 1 か 0 を書いてください(今は「${trust}」です)。1 は、前に置いたリバースプロキシが X-Forwarded-For と X-Forwarded-Proto を書く場合だけです。`,
		);
	}
	return ok({
		trustProxy: trust === '1',
		allowedOrigins: listed.flatMap((text) => originIn(text) ?? []),
		publicOrigin,
	});
}

/** Where the data lies: all that backup, restore and the setup link need to know. */
export function readDataPlace(environment: Environment, root: string): Result<DataPlace> {
	const data = resolve(root, said(environment, 'MASUME_DATA') ?? 'data');
	const databaseUrl = said(environment, 'DATABASE_URL');
	if (databaseUrl === undefined) return ok({ data });
	if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
		// The address may hold a password: it is not repeated.
		return refuse(
			'databaseUrl',
			'DATABASE_URL には PostgreSQL のアドレスを書いてください。例:DATABASE_URL=postgres://利用者:パスワード@ホスト/データベース名',
		);
	}
	return ok({ data, databaseUrl });
}

/**
 * Reads the settings from the environment; an empty one counts as absent. `PORT` (0 = any free port), `HOST`,
 * `MASUME_DATA` (from `root`), `DATABASE_URL`, `TRUST_PROXY`, `ALLOWED_ORIGINS`, `PUBLIC_URL`, `BACKUP_MINUTES`.
 */
export function readConfig(environment: Environment, root: string): Result<Config> {
	const listening = readListening(environment);
	if (!listening.ok) return listening;
	const network = readNetwork(environment);
	if (!network.ok) return network;
	const place = readDataPlace(environment, root);
	if (!place.ok) return place;
	const minutesText = said(environment, 'BACKUP_MINUTES') ?? '60';
	const backupMinutes = wholeNumber(minutesText, 1440);
	if (backupMinutes === undefined) {
		return refuse(
			'backupMinutes',
			`BACKUP_MINUTES には 0 から 1440 までの分を書いてください(今は「${minutesText}」です)。0 にすると自動では行いません。`,
		);
	}
	return ok({ ...listening.value, ...place.value, network: network.value, backupMinutes });
}

/** The address a person types: a wildcard or loopback address is `localhost` to them. */
export function addressToOpen({ host, port }: Listening): string {
	const isHere = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
	return `http://${isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
