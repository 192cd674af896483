import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBackup } from '../../src/endpoint/maintenance/backup.ts';
import { restoreBackup } from '../../src/endpoint/maintenance/restore.ts';
import { good } from '../store/profile.ts';
import { type CityHall, openCityHall } from '../sync/cityHall.ts';
import { type BadNetwork, badNetwork, counted, fair, foul } from './badNetwork.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { byNewerApp } from './newerApp.ts';
import { allEqual, reachable, restless, serverLog } from './reckoning.ts';
import { SimDevice, type SimWorld, years } from './simDevice.ts';

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
const most = 6;

/** A text that nobody holds any more, and what the device or the endpoint had said of it. */
export interface Vanished {
	readonly text: string;
	/** Nobody had promised anything: it had not been sent, or it had been acknowledged and lay in no backup yet. */
	readonly excused: boolean;
	readonly when: string;
}

/** One school's life with everything that can go wrong. Steps are drawn; what happened can be read in `story`. */
export class SchoolLife {
	readonly story: string[] = [];
	readonly committed = new Set<string>();
	readonly vanished: Vanished[] = [];
	/** How often devices were told what: a problem's reason, a status, `lost`; and how often a review was moved where to. */
	readonly answers = new Map<string, number>();
	/** What newer versions wrote, as JSON, word for word. */
	readonly verbatim: string[] = [];
	devices: SimDevice[] = [];
	readonly hall: CityHall;
	readonly network: BadNetwork;
	readonly #chance: Chance;
	readonly #world: SimWorld;
	readonly #folder: string;
	readonly #backups: string[] = [];
	/** Texts of devices that said of themselves that they may be returned. */
	readonly #promised = new Set<string>();
	#names = 0;
	#newer = 0;

	private constructor(hall: CityHall, chance: Chance, folder: string) {
		this.hall = hall;
		this.#chance = chance;
		this.#folder = folder;
		this.network = badNetwork(hall.fetch, chance);
		this.#world = { chance, fetch: counted(this.network.fetch, this.answers), clock: () => hall.clock };
	}

	static async begin(seed: number): Promise<SchoolLife> {
		const folder = await mkdtemp(join(tmpdir(), 'masume-faults-'));
		const life = new SchoolLife(await openCityHall(), chanceFrom(seed), folder);
		for (let count = 0; count < 3; count += 1) await life.newDevice();
		return life;
	}

	/** One thing happens. */
	async step(): Promise<void> {
		this.hall.clock += this.#chance.int(20 * 60_000);
		const [name, happen] = this.#draw();
		this.story.push(name);
		await happen();
	}

	#draw(): readonly [string, () => Promise<void>] {
		return this.#chance.weighed([
			[34, ['type', () => this.type(this.device)]],
			[24, ['pass', () => this.device.pass()]],
			[6, ['all at once', () => this.allAtOnce()]],
			[6, ['two tabs', () => this.twoTabs()]],
			[7, ['crash', () => this.device.crash()]],
			[4, ['abort', () => this.abort()]],
			[3, ['connection lost', () => this.connectionLost()]],
			[2, ['clone', () => this.clone()]],
			[2, ['wipe', () => this.wipe()]],
			[2, ['lost device, then restore', () => this.loseBoth()]],
			[1, ['revoke', () => this.revoke()]],
			[6, ['join', () => this.join()]],
			[4, ['backup', () => this.backup()]],
			[2, ['restore', () => this.restore()]],
			[2, ['restore amid passes', () => this.restore(() => this.allAtOnce())]],
			[5, ['late', () => this.network.deliverLate()]],
			[4, ['weather', () => this.changeWeather()]],
			[3, ['newer app', () => this.newerApp()]],
			[8, ['review', () => this.review()]],
			[3, ['comment', () => this.comment()]],
			[2, ['agree', () => this.agree()]],
			[1, ['new device', () => this.newDevice()]],
		]);
	}

	get device(): SimDevice {
		return this.#chance.pick(this.devices);
	}

	async type(device: SimDevice): Promise<void> {
		this.committed.add(await device.type());
	}

	async allAtOnce(): Promise<void> {
		await Promise.all(
			this.devices.map(async (device) => {
				await Promise.all([device.pass(device.tabs), this.type(device)]);
			}),
		);
	}

	async twoTabs(): Promise<void> {
		const { device } = this;
		if (device.tabs.length < 2) device.openTab();
		await Promise.all([device.pass(device.tabs), this.type(device), this.type(device)]);
		if (this.#chance.happens(0.5)) device.closeTab();
	}

	/** The next transactions that write are rolled back by the database in the middle of a pass. */
	async abort(): Promise<void> {
		const { device } = this;
		device.profile.indexedDB.abortWrites('AbortError', 1 + this.#chance.int(3));
		await device.pass();
		device.profile.indexedDB.abortWrites('AbortError', 0);
	}

	async connectionLost(): Promise<void> {
		const { device } = this;
		const passing = device.pass();
		for (let turns = this.#chance.int(40); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve));
		device.profile.indexedDB.closeAllUnderneath();
		await passing;
	}

	async newDevice(): Promise<void> {
		if (this.devices.length >= most) return;
		this.#names += 1;
		const device = new SimDevice(this.#world, `端末${this.#names}`);
		this.devices.push(device);
		// Tried out before it was enrolled.
		if (this.#chance.happens(0.5)) await this.type(device);
		await device.enrol(await this.hall.code());
	}

	/** Devices without a place at the school ask for one. */
	async join(): Promise<void> {
		for (const device of this.devices) {
			const enrolment = await device.enrolment();
			if (enrolment?.token === undefined) await device.enrol(await this.hall.code());
		}
	}

	async clone(): Promise<void> {
		const { device } = this;
		if (this.devices.length >= most || (await device.enrolment()) === undefined) return;
		this.#names += 1;
		this.devices.push(await device.clone(`端末${this.#names}`));
		device.hasTwin();
	}

	async revoke(): Promise<void> {
		const { sync } = this.device.tab;
		const devices = await sync.devices();
		if (devices.ok && devices.value.length > 0) await sync.revoke(this.#chance.pick(devices.value).id);
	}

	/** What has just arrived is on one device and at the endpoint; the device is lost, and then the endpoint set back. */
	async loseBoth(): Promise<void> {
		const { device } = this;
		await this.type(device);
		await device.pass(device.tabs);
		await this.wipe(device);
		await this.restore();
	}

	/** A profile is gone with all that was in it; the device begins anew. */
	async wipe(device = this.device): Promise<void> {
		if (this.devices.length < 3) return;
		// Before what waits: a page that was just opened may be hearing of a restore, after which everything waits again.
		const position = await Promise.all(years.map((year) => good(device.tab.store.exchange.position(year))));
		const unsent = new Set((await device.unsent()).map(({ value }) => value));
		const { epoch } = await serverLog(this.hall, 2026);
		// Whoever has not heard of a restore believes what the endpoint said before it.
		const heardOfNow = position.every((each) => each.epoch === undefined || each.epoch === epoch);
		if (unsent.size === 0 && device.tabs.every(({ sync }) => sync.status().returnable)) {
			const held = await Promise.all(years.map((year) => device.held(year)));
			for (const { value } of held.flat()) this.#promised.add(String(value));
		}
		await this.#witness(
			async () => {
				device.close();
				this.devices = this.devices.filter((each) => each !== device);
			},
			(text) => unsent.has(text) || !heardOfNow,
			'wipe',
		);
		await this.newDevice();
	}

	async backup(): Promise<void> {
		const now = new Date(this.hall.clock).toISOString();
		const { file } = await good(writeBackup(this.hall.storage, this.#folder, now, random));
		this.#backups.push(file);
	}

	/** The endpoint is set back to its last backup, while something else goes on. */
	async restore(meanwhile = async (): Promise<void> => undefined): Promise<void> {
		const file = this.#backups.at(-1);
		if (file === undefined) return;
		const durable = new Set<string>();
		for (const year of years) {
			const { operations, durableSequence } = await serverLog(this.hall, year);
			for (const { value } of operations.slice(0, durableSequence)) durable.add(String(value));
		}
		const now = new Date(this.hall.clock).toISOString();
		await this.#witness(
			async () => {
				const going = meanwhile();
				await good(restoreBackup(this.hall.storage, file, { folder: this.#folder, now, random }));
				await going;
			},
			(text) => !durable.has(text),
			'restore',
		);
	}

	async changeWeather(): Promise<void> {
		this.network.weather = this.#chance.happens(0.6) ? foul : fair;
	}

	/** A newer version's backup file. */
	async newerApp(): Promise<void> {
		this.#newer += 1;
		const text = `新しい版の${this.#newer}`;
		const operation = byNewerApp(this.#chance, this.#newer, text);
		await this.device.takeFile([operation]);
		this.committed.add(text);
		this.verbatim.push(JSON.stringify(operation));
	}

	async review(): Promise<void> {
		const { device } = this;
		// Who reviews has mostly looked first.
		if (this.#chance.happens(0.7)) await device.pass();
		const state = await device.review();
		if (state) this.answers.set(state, (this.answers.get(state) ?? 0) + 1);
	}

	async comment(): Promise<void> {
		const text = await this.device.comment();
		if (text !== undefined) this.committed.add(text);
	}

	/** The school agrees that its summary goes; or takes it back, or both at two devices. */
	async agree(): Promise<void> {
		const edit = { entity: 'school', field: 'summaryAgreed', value: this.#chance.happens(0.8), seen: [] };
		await good(this.device.tab.store.commit(2026, [edit]));
	}

	/** Everything works again, and everybody comes by until nothing changes. Answers how often everybody came. */
	async heal(): Promise<number> {
		this.network.weather = { ...fair, smallPages: 0 };
		await this.network.deliverLate();
		for (let round = 1; round <= 12; round += 1) {
			await this.join();
			for (const device of this.devices) {
				await device.tab.sync.offerRefused();
				await device.pass(device.tabs);
			}
			if ((await restless(this)).length === 0 && (await allEqual(this))) return round;
		}
		return Number.POSITIVE_INFINITY;
	}

	/** A backup, and everybody comes by once more. */
	async comeToRest(): Promise<void> {
		await this.backup();
		for (const device of this.devices) await device.pass(device.tabs);
	}

	/** Notes what is held nowhere any more after something happened, and whether that was to be expected. */
	async #witness(happen: () => Promise<void>, expected: (text: string) => boolean, when: string): Promise<void> {
		const before = await reachable(this);
		await happen();
		const after = await reachable(this);
		for (const text of before) {
			if (!this.committed.has(text) || after.has(text)) continue;
			this.vanished.push({ text, excused: expected(text) && !this.#promised.has(text), when });
		}
	}

	async end(): Promise<void> {
		for (const device of this.devices) device.close();
		await this.hall.close();
		await rm(this.#folder, { recursive: true, force: true });
	}
}
