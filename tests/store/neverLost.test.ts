import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '../../src/domain/record/canonical.ts';
import type { RecordStore } from '../../src/store/recordStore.ts';
import { ModelEndpoint } from './modelEndpoint.ts';
import { copyOf, freshProfile, good, type Profile, typed, year } from './profile.ts';
import { enrolled } from './school.ts';

type Happening =
	| { readonly what: 'write' | 'push' | 'loseAnswer' | 'pull' | 'clone'; readonly device: number }
	| { readonly what: 'import'; readonly device: number; readonly from: number }
	| { readonly what: 'restore'; readonly back: number };

const device = fc.nat({ max: 4 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ what: fc.constant('write' as const), device }) },
	{ weight: 3, arbitrary: fc.record({ what: fc.constant('push' as const), device }) },
	{ weight: 3, arbitrary: fc.record({ what: fc.constant('pull' as const), device }) },
	{ weight: 2, arbitrary: fc.record({ what: fc.constant('loseAnswer' as const), device }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('clone' as const), device }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('import' as const), device, from: device }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('restore' as const), back: fc.nat({ max: 4 }) }) },
);

class School {
	readonly endpoint = new ModelEndpoint();
	readonly profiles: Profile[] = [];
	readonly tabs: RecordStore[] = [];
	readonly texts = new Set<string>();

	async add(profile: Profile, tab = profile.tab()): Promise<void> {
		this.profiles.push(profile);
		this.tabs.push(tab);
	}

	tab(index: number): RecordStore {
		return this.tabs[index % this.tabs.length] as RecordStore;
	}

	async happens(each: Happening): Promise<void> {
		const { endpoint } = this;
		if (each.what === 'restore') return endpoint.restore(Math.max(0, endpoint.log.length - each.back));
		const tab = this.tab(each.device);
		if (each.what === 'write') {
			const text = `${this.texts.size + 1}`;
			this.texts.add(text);
			await good(tab.commit(year, [typed(text)]));
		}
		if (each.what === 'push') await endpoint.pushFrom(tab, { operations: 2 });
		if (each.what === 'loseAnswer') await endpoint.pushFrom(tab, { operations: 2, answerLost: true });
		if (each.what === 'pull') await endpoint.pullInto(tab, 2);
		if (each.what === 'clone' && this.tabs.length < 5) {
			await this.add(await copyOf(this.profiles[each.device % this.tabs.length] as Profile));
		}
		if (each.what === 'import') {
			await good(tab.union(year, (await good(this.tab(each.from).readLog(year))).operations));
		}
	}

	/** Nothing is ever both unsent and not waiting, as long as device and endpoint speak of the same epoch. */
	async check(): Promise<void> {
		for (const tab of this.tabs) {
			const { epoch } = await good(tab.exchange.position(year));
			if (epoch !== undefined && epoch !== this.endpoint.epoch) continue;
			const waiting = new Set(
				(await good(tab.exchange.nextBatch(year, { operations: 500, bytes: 1e9 }))).map(canonical),
			);
			for (const operation of (await good(tab.readLog(year))).operations) {
				if (!waiting.has(canonical(operation))) expect(this.endpoint.has(operation)).toBe(true);
			}
		}
	}

	async settle(): Promise<void> {
		for (let round = 0; round < 3; round += 1) for (const tab of this.tabs) await this.endpoint.settleWith(tab);
	}
}

test('whatever happens between devices and endpoint, in the end all hold the same and every text is there', async () => {
	const seed = Number(process.env.MASUME_SEED ?? Date.now() % 2_147_483_647);
	console.info(`neverLost: MASUME_SEED=${seed}`);
	await fc.assert(
		fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (story) => {
			const school = new School();
			for (const profile of [freshProfile(), freshProfile()]) await school.add(profile, await enrolled(profile.tab()));
			for (const each of story) {
				await school.happens(each);
				await school.check();
			}
			await school.settle();
			const atEndpoint = school.endpoint.log.map(canonical).sort();
			for (const tab of school.tabs) {
				const { operations } = await good(tab.readLog(year));
				expect(operations.map(canonical).sort()).toEqual(atEndpoint);
				expect(await good(tab.exchange.waiting())).toEqual([]);
			}
			expect(new Set(school.endpoint.log.map(({ value }) => value))).toEqual(school.texts);
			for (const tab of school.tabs) tab.close();
		}),
		{ seed, numRuns: 60 },
	);
}, 60_000);
