import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Line } from './line.ts';
import { Site } from './site.ts';

const main = fileURLToPath(new URL('../../src/endpoint/main.ts', import.meta.url));

/** The first takes part in every story; the others only where a story asks for them. */
const school = {
	code: 'model-1',
	name: '青葉モデル小学校（架空）',
	schoolType: 'elementary',
	units: ['specialNeedsClass'],
};
export const neighbour = { code: 'model-2', name: '若葉モデル小学校（架空）', schoolType: 'elementary', units: [] };

/** The account of its officer. */
export const boardAccount = { loginName: 'board', password: 'a long enough password' } as const;

/** A board's endpoint with one school, set up over the routes that the board's pages use. */
export class City {
	readonly site: Site;
	readonly schoolName = school.name;
	private readonly lines: Line[] = [];
	private cookie = '';

	private constructor(site: Site) {
		this.site = site;
	}

	/** An endpoint that nobody has set up yet. */
	static bare = async (): Promise<City> => new City(await Site.start());

	static async start(): Promise<City> {
		const city = await City.bare();
		await city.ask('setup', {
			secret: (await city.setupPath()).split('#')[1],
			municipalityName: '青葉モデル市教育委員会（架空）',
			...boardAccount,
		});
		await city.ask('schools', { schools: [school, neighbour] });
		return city;
	}

	/** One of the endpoint's own commands, as the board's officer types it. */
	async command(...args: string[]): Promise<string> {
		const environment = { ...process.env, MASUME_DATA: this.site.data };
		return (await promisify(execFile)(process.execPath, [main, ...args], { env: environment })).stdout;
	}

	/** Where a new one-time link for the first account leads, without the endpoint's address. */
	async setupPath(): Promise<string> {
		const link = /\/board\/setup#\S+/.exec(await this.command('setup-link'))?.[0];
		if (!link) throw new Error('no setup link');
		return link;
	}

	/** The code on a school's printed sheet; the one before it ends. */
	async newCode(of: { readonly code: string } = school): Promise<string> {
		const { codes } = (await this.ask('codes', { schools: [of.code] })) as { codes: { code: string }[] };
		return codes[0]?.code ?? '';
	}

	/** A device's own way to the endpoint. */
	async line(): Promise<Line> {
		const line = await Line.to(Number(new URL(this.site.url).port));
		this.lines.push(line);
		return line;
	}

	async close(): Promise<void> {
		for (const line of this.lines) await line.close();
		await this.site.close();
	}

	private async ask(what: string, body: object): Promise<unknown> {
		const answer = await fetch(`${this.site.url}/api/v1/board/${what}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Origin: this.site.url, Cookie: this.cookie },
			body: JSON.stringify(body),
		});
		const text = await answer.text();
		if (!answer.ok) throw new Error(`${what}: ${answer.status} ${text}`);
		this.cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? this.cookie;
		return text === '' ? undefined : JSON.parse(text);
	}
}
