import { ok, type Result, refuse } from '../domain/result.ts';

/** Where the endpoint listens. */
export interface Config {
	readonly port: number;
	readonly host: string;
}

const portIn = (text: string): number | undefined => {
	const port = Number(text);
	return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined;
};

/** Reads `PORT` (0 = any free port) and `HOST` from the environment; an empty one counts as absent. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Result<Config> {
	const portText = environment.PORT?.trim() || '8787';
	const host = environment.HOST?.trim() || '127.0.0.1';
	const port = portIn(portText);
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

/** The address a person types: a wildcard or loopback address is `localhost` to them. */
export function addressToOpen({ host, port }: Config): string {
	const isHere = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
	return `http://${isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
