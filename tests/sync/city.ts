import { afterEach, beforeEach, expect } from 'vitest';
import type { SchoolRole } from '../../src/domain/exchange/words.ts';
import type { RequestDeps } from '../../src/sync/request.ts';
import { good } from '../store/profile.ts';
import { type CityHall, openCityHall } from './cityHall.ts';
import { openTab, type Tab, type TabOptions } from './device.ts';

type Fetch = RequestDeps['fetch'];

/** A city hall for each story, devices that reach it, and a line between them that the story may tamper with. */
export interface City {
	hall: CityHall;
	/** Requests since the last look, as `GET …/years`. */
	asked(): string[];
	/** Stands in for the line until the end of the story. */
	line: Fetch;
	device(options?: TabOptions): Tab;
	/** A device that is enrolled, in this post. */
	enrolled(role?: SchoolRole, options?: TabOptions): Promise<Tab>;
}

export function useCity(): City {
	const tabs: Tab[] = [];
	let requests: string[] = [];
	const city: City = {
		hall: undefined as unknown as CityHall,
		asked() {
			const seen = requests;
			requests = [];
			return seen;
		},
		line: (url, init) => city.hall.fetch(url, init),
		device(options = {}) {
			const fetch: Fetch = (url, init) => {
				requests.push(`${init.method} ${url.replace(/\?.*/, '').replace(/.*\/(schools\/\w+\/)?/, '…/')}`);
				return city.line(url, init);
			};
			const tab = openTab({ fetch, ...options });
			tabs.push(tab);
			return tab;
		},
		async enrolled(role = 'ictLead', options = {}) {
			const tab = city.device(options);
			city.hall.clock += 1_000;
			await good(tab.sync.enrol({ code: await city.hall.code(), role, label: role, adopt: true }));
			return tab;
		},
	};

	beforeEach(async () => {
		city.hall = await openCityHall({ schools: ['B999000000001', 'B999000000002'] });
		city.line = (url, init) => city.hall.fetch(url, init);
		requests = [];
	});

	afterEach(async () => {
		for (const each of tabs.splice(0)) each.close();
		expect(city.hall.reported).toEqual([]);
		await city.hall.close();
	});
	return city;
}

/** What stands at the endpoint of a year, as texts. */
export async function textsAt(hall: CityHall, fiscalYear = 2026): Promise<string[]> {
	const log = { municipality: 'aoba', school: 'B999000000001', fiscalYear };
	const page = await hall.storage.logs.read(log, { after: 0, limit: 10_000 });
	if ('resync' in page) throw new Error('a log without end');
	return page.operations.map((text) => String((JSON.parse(text) as { value: unknown }).value)).toSorted();
}

/** A problem as the endpoint tells it. */
export const problem = (status: number, reason: string, more: object = {}): Response =>
	new Response(
		JSON.stringify({ type: 'about:blank', status, title: '題', detail: `${reason}です。`, reason, ...more }),
		{ status, headers: { 'Content-Type': 'application/problem+json' } },
	);
