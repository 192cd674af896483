import { setField } from '../../src/domain/record/edits.ts';
import { foldRecord } from '../../src/domain/record/fold.ts';
import type { Edit, Operation } from '../../src/domain/record/operation.ts';
import { addComment } from '../../src/domain/record/review/comments.ts';
import { readReview, reviewEdit } from '../../src/domain/record/review/readReview.ts';
import { reviewAfter, reviewEvents } from '../../src/domain/record/review/rules.ts';
import { phases, type ReviewState } from '../../src/domain/record/review/states.ts';
import type { RequestDeps } from '../../src/sync/request.ts';
import { context } from '../domain/record/plan.ts';
import { copyOf, freshProfile, good, type Profile } from '../store/profile.ts';
import { asLead, openTab, type Tab } from '../sync/device.ts';
import { profileLocks } from '../sync/locks.ts';
import type { Chance } from './chance.ts';

export const years = [2025, 2026] as const;

const calm = { missing: 0, reason: '理由', checksFirst: false, changed: true } as const;

export interface SimWorld {
	readonly chance: Chance;
	readonly fetch: RequestDeps['fetch'];
	/** The true time, milliseconds since 1970. */
	clock(): number;
}

/** A page that dies: nothing it asks for is answered any more. */
interface Life {
	alive: boolean;
	/** Dies when so many more requests have been made. */
	requestsLeft: number;
}

/** A simulated device: one browser profile with one tab or two, and a clock that may be wrong by years. */
export class SimDevice {
	readonly name: string;
	readonly profile: Profile;
	/** Shares keys and identity with another one: what it signs is not told apart from the other's. */
	twin: boolean;
	tabs: Tab[] = [];
	readonly #world: SimWorld;
	readonly #skew: number;
	readonly #locks;
	readonly #lives = new Map<Tab, Life>();
	#typed = 0;

	constructor(world: SimWorld, name: string, copied?: Profile) {
		this.#world = world;
		this.name = name;
		this.profile = copied ?? freshProfile();
		this.twin = copied !== undefined;
		const yearMs = 365 * 86_400_000;
		this.#skew = world.chance.happens(0.5) ? Math.floor((world.chance.float() - 0.5) * 4 * yearMs) : 0;
		// A browser without Web Locks is a device too.
		this.#locks = world.chance.happens(0.6) ? profileLocks() : undefined;
		this.openTab();
	}

	/** Another tab; its own first pass begins at once. */
	openTab(): Tab {
		const life: Life = { alive: true, requestsLeft: Number.POSITIVE_INFINITY };
		const now = () => this.#world.clock() + this.#skew;
		const tab: Tab = openTab({
			profile: this.profile,
			...{ now, storeDeps: { now }, edition: context.edition },
			random: this.#world.chance.float,
			...(this.#locks && { locks: this.#locks }),
			fetch: async (url, init) => {
				life.requestsLeft -= 1;
				if (life.requestsLeft < 0) life.alive = false;
				if (!life.alive) return this.#die(tab);
				const answer = await this.#world.fetch(url, init);
				return life.alive ? answer : this.#die(tab);
			},
		});
		this.#lives.set(tab, life);
		this.tabs.push(tab);
		tab.sync.start();
		return tab;
	}

	get tab(): Tab {
		return this.#world.chance.pick(this.tabs);
	}

	/** A text that nobody has typed before, into some □, seeing what stands there or not. Resolves when it is kept. */
	async type(): Promise<string> {
		const { chance } = this.#world;
		this.#typed += 1;
		const text = `${this.name}の${this.#typed}`;
		const fiscalYear = chance.happens(0.75) ? 2026 : 2025;
		const entity = `action/r7-1-1-1-${chance.pick(['a', 'b', 'c'])}`;
		const tab = this.tab;
		const { operations } = await good(tab.store.readLog(fiscalYear));
		const standing = operations.filter((each) => each.entity === entity);
		const seen = standing.length > 0 && chance.happens(0.5) ? [chance.pick(standing).id] : [];
		const edit: Edit = { entity, field: 'result', value: text, seen };
		await good(tab.store.commit(fiscalYear, [edit]));
		return text;
	}

	/** Moves the review of a phase as its post may, knowing what has come here; the state it led to, if any. */
	async review(): Promise<ReviewState | undefined> {
		const { chance } = this.#world;
		const role = await this.#signingRole();
		if (!role) return undefined;
		const phase = chance.pick(phases);
		const review = readReview(foldRecord(await this.held(2026)), phase);
		const situation = { role, state: review.locked ? 'accepted' : review.state, ...calm } as const;
		// Mostly people go on; a submission that is always taken back is never approved.
		const considered = reviewEvents.filter((event) => event !== 'withdraw' || chance.happens(0.1));
		const open = considered.flatMap((event) => {
			const after = reviewAfter({ event, ...situation });
			return after.ok ? [after.value] : [];
		});
		if (open.length === 0) return undefined;
		const state = chance.pick(open);
		await good(this.tab.store.commit(2026, [reviewEdit(review, { state, reason: calm.reason })]));
		return state;
	}

	/** A word on some □ that nobody has said before, or an earlier one done; the word, if any. */
	async comment(): Promise<string | undefined> {
		const { chance } = this.#world;
		const role = await this.#signingRole();
		if (!role) return undefined;
		const fold = foldRecord(await this.held(2026));
		const said = fold.ids('comment').filter((id) => fold.heads(`comment/${id}`, 'text').length > 0);
		if (said.length > 0 && chance.happens(0.4)) {
			await good(this.tab.store.commit(2026, [setField(fold, `comment/${chance.pick(said)}`, 'settled', true)]));
			return undefined;
		}
		this.#typed += 1;
		const text = `${this.name}の${this.#typed}`;
		const action = `r7-1-1-1-${chance.pick(['a', 'b', 'c'])}`;
		const returns = role !== 'ictLead' && chance.happens(0.5);
		const words = { action, phase: chance.pick(phases), text, returns };
		await good(this.tab.store.commit(2026, addComment(`${this.name}${this.#typed}`, words)));
		return text;
	}

	/** The post for which this device signs; none before it is enrolled, nor while another signs with the same key. */
	async #signingRole() {
		const enrolment = await this.enrolment();
		return this.twin ? undefined : enrolment?.role;
	}

	/** What a newer version of the app wrote, read in from its backup file. */
	async takeFile(operations: readonly Operation[]): Promise<void> {
		await good(this.tab.store.union(2026, operations));
	}

	async enrolment() {
		return good(this.tabs[0]?.store.exchange.enrolment() ?? Promise.reject(new Error('no tab')));
	}

	/** Enrols at the school; whether it went through. */
	async enrol(code: string): Promise<boolean> {
		const role = this.#world.chance.pick(['ictLead', 'vicePrincipal', 'principal'] as const);
		return (await this.tab.sync.enrol({ ...asLead, code, role, label: this.name })).ok;
	}

	/** Some time passes in every tab; whatever that sets off comes to its end, and so does one more pass of each. */
	async pass(tabs: readonly Tab[] = [this.tab]): Promise<void> {
		for (const tab of tabs) tab.clock.pass(70_000);
		await Promise.all(tabs.map((tab) => tab.sync.now()));
	}

	/** The tab dies in the middle of a pass, after some requests. Another one is opened. */
	async crash(): Promise<void> {
		const tab = this.tab;
		const life = this.#lives.get(tab);
		if (life) life.requestsLeft = this.#world.chance.int(5);
		await tab.sync.now();
		this.#close(tab);
		if (this.tabs.length === 0) this.openTab();
	}

	/** Everything this device holds of a year. */
	async held(fiscalYear: number): Promise<readonly Operation[]> {
		const log = await good(this.tabs[0]?.store.readLog(fiscalYear) ?? Promise.reject(new Error('no tab')));
		return log.operations;
	}

	/** Everything this device has not sent, or knows to have been refused. */
	async unsent(): Promise<readonly Operation[]> {
		const tab = this.tabs[0];
		if (!tab) return [];
		const waiting = await good(tab.store.exchange.waiting());
		const refused = new Set(waiting.flatMap((each) => each.refused.map(({ id }) => id)));
		const batches = years.map(async (year) => {
			const next = await good(tab.store.exchange.nextBatch(year, { operations: 1e6, bytes: 1e9 }));
			return [...next, ...(await this.held(year)).filter(({ id }) => refused.has(id))];
		});
		return (await Promise.all(batches)).flat();
	}

	/** A copy of the whole profile, as a computer's backup or imaging makes. */
	async clone(name: string): Promise<SimDevice> {
		return new SimDevice(this.#world, name, await copyOf(this.profile));
	}

	/** Its profile was copied. */
	hasTwin(): void {
		this.twin = true;
	}

	closeTab(): void {
		const [tab] = this.tabs.slice(1);
		if (tab) this.#close(tab);
	}

	/** Switched off; the profile stays as it is. */
	close(): void {
		for (const tab of [...this.tabs]) this.#close(tab);
	}

	#close(tab: Tab): void {
		const life = this.#lives.get(tab);
		if (life) life.alive = false;
		tab.close();
		this.tabs = this.tabs.filter((each) => each !== tab);
	}

	#die(tab: Tab): never {
		tab.sync.stop();
		tab.store.close();
		throw new TypeError('Failed to fetch');
	}
}
