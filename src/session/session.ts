import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { defaultUnits } from '../domain/plan/applicability.ts';
import type { PlanEdition, Rating, SchoolAction, SchoolType } from '../domain/plan/edition.ts';
import { dayWithin } from '../domain/plan/fiscalYear.ts';
import { foldRecord, type RecordFold } from '../domain/record/fold.ts';
import type { Author, Json, Operation } from '../domain/record/operation.ts';
import type { ActionState, SchoolProfile } from '../domain/record/reading.ts';
import { readProfile } from '../domain/record/readSchool.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { ClosedYear } from './closedYear.ts';
import { follow } from './follow.ts';
import { profileFromElsewhere } from './knownSchool.ts';
import { readLeft } from './leftShelf.ts';
import { noticeOf } from './notice.ts';
import { aloneWithin } from './oneTab.ts';
import { loadStore, openYear } from './openYear.ts';
import { isOtherYear, lastPicture, Picture } from './picture.ts';
import type { Row } from './row.ts';
import type { SessionDeps } from './sessionDeps.ts';
import { ShownRecord } from './shownRecord.ts';
import type { OwnRow } from './snapshot.ts';
import type { Notice, Step } from './step.ts';
import { beginStep, type SetOptions, setStep, tickStep } from './steps.ts';
import { type Attempt, StepWriter } from './stepWriter.ts';
import { Troubles } from './troubles.ts';
import { Turns } from './turns.ts';

/**
 * The open year of one school on this device: the record, what is shown of it, and the one way to change it.
 * Pages read signals; a change paints first and is written after, one step at a time, in order.
 */
export class Session {
	readonly edition: PlanEdition;
	readonly exact: boolean;
	readonly fiscalYear: number;
	readonly actions: readonly SchoolAction[];
	readonly profile: Signal<SchoolProfile | undefined>;
	readonly own: Signal<readonly OwnRow[]>;
	/** The record has been read; pages that need more than rows wait for it. */
	readonly ready: Signal<boolean>;
	readonly notice = signal<Notice | undefined>(undefined);
	/** Steps not yet in the database. */
	readonly pending = signal(0);
	readonly savedAt = signal<string | undefined>(undefined);
	/** This installation's id in operations, once the database has answered. */
	readonly device = signal<string | undefined>(undefined);
	/** The post and label that this device writes as, once the database has answered. */
	readonly author = signal<Author | undefined>(undefined);
	/** Grows with every change of the record: pages that read more of it than rows follow this. */
	readonly version: ReadonlySignal<number>;
	readonly closing: ClosedYear;
	/** The year has been closed: it is only read, until it is opened again. */
	readonly closed: ReadonlySignal<boolean>;
	private readonly deps: SessionDeps;
	private readonly shown: ShownRecord;
	private store: RecordStore | undefined;
	private school: string | undefined;
	private position = 0;
	private readonly turns = new Turns();
	private unfollow: (() => void) | undefined;
	private knownElsewhere = false;
	private readonly troubles = new Troubles((again) => {
		void (this.ready.peek() ? this.refresh() : this.open());
		for (const step of again) void this.take(step);
	});
	readonly trouble = this.troubles.shown;
	private readonly writer: StepWriter;
	private readonly picture: Picture;
	private readonly alone: NonNullable<SessionDeps['alone']>;

	constructor(deps: SessionDeps) {
		this.deps = deps;
		this.edition = deps.edition;
		this.exact = deps.exact;
		this.fiscalYear = deps.fiscalYear;
		this.shown = new ShownRecord({ ...deps, ...lastPicture(deps) });
		this.picture = new Picture(deps, this.shown);
		this.actions = this.shown.actions;
		this.profile = this.shown.profile;
		this.own = this.shown.own;
		this.ready = this.shown.ready;
		this.version = this.shown.version;
		this.alone = aloneWithin(deps.alone);
		this.writer = new StepWriter({
			...deps,
			...{ shown: this.shown, alone: this.alone },
			opened: () => this.opened(),
			school: () => ({ shown: this.profile.peek(), fromElsewhere: this.knownElsewhere }),
			accept: (operations) => this.accept(operations),
		});
		this.closing = new ClosedYear(this.shown, () => this.writer.earlier());
		this.closed = this.closing.closed;
	}

	/** A year that today does not lie in; a page that stands open over the 31st of March comes to show one. */
	get isOtherYear(): boolean {
		return isOtherYear(this.deps);
	}

	/** `YYYY-MM-DD` in Japan; of a year that is over, its last day. */
	today = (): string => dayWithin(this.fiscalYear, this.deps.today());
	mintId = (): string => this.deps.mintId();

	/** Ids of every □, the plan's first. */
	ids = (): readonly string[] => this.shown.ids();

	/** The row of a □, plan's or own; follows every change. */
	row = (id: string): Signal<Row> => this.shown.row(id);

	/** Everything about one □; undefined until the record is read or where there is no such □. */
	state = (id: string): ReadonlySignal<ActionState | undefined> => this.shown.state(id);

	/** The record itself, for pages that read more than one □ (history, search). Follow `state(id)` for changes. */
	record = (): RecordFold => this.shown.fold;

	/** The edition's word for a mark. */
	ratingWord(rating: Rating): string {
		return this.edition.ratingScale.steps.find((step) => step.rating === rating)?.word ?? '';
	}

	/** Paints, then writes. Resolves when the step is in the database (true) or was refused. */
	take(step: Step): Promise<boolean> {
		this.begun(step);
		return this.turns.take(() => this.write(step));
	}

	/** One field of one entity. */
	set(entity: string, field: string, value: Json, options: SetOptions = {}): Promise<boolean> {
		return this.take(setStep(this.fiscalYear, entity, field, value, options));
	}

	/** □ ↔ ☑. */
	tick(id: string, code: string): Promise<boolean> {
		return this.take(tickStep(this.shown, id, code));
	}

	/** 「まず試してみる」: the school type is all that is asked. */
	begin(schoolType: SchoolType): Promise<boolean> {
		this.shown.showSchool({ name: '', schoolType, units: defaultUnits(schoolType) });
		return this.take(beginStep(schoolType));
	}

	/** Opens the database and reads the year. Called once the first screen is painted. */
	async open(): Promise<void> {
		await this.turns.take(() => this.load());
	}

	/** The page is being left, perhaps for ever: what is not written yet is put where the next page finds it. */
	leave(): void {
		// The next page's first picture is what the person sees now.
		if (this.writer.underWay.leave()) this.picture.keep();
	}

	/** The page is shown again: what happened meanwhile is read, and what was under way goes on. */
	async comeBack(): Promise<void> {
		await this.writer.underWay.comeBack(() => this.readAgain());
		await this.turns.take(() => this.takeUp());
	}

	/** Writes what earlier pages have left, in the order in which it was done and before anything that was done here. */
	private async takeUp(): Promise<void> {
		if (this.ready.peek() && this.writer.earlier().length > 0) {
			await this.alone(async () => {
				const steps = this.writer.earlier();
				for (const step of steps) this.begun(step);
				for (const step of steps) await this.write(step);
				// The page that left it may have written it itself, and was not there any more to say so.
				await this.readNews();
			});
		}
		this.closing.look();
	}

	/** Reads what another tab, an import or the endpoint has brought. */
	refresh(): Promise<void> {
		return this.turns.take(() => this.readNews());
	}

	private async readNews(): Promise<void> {
		const { store } = this;
		if (!store || !this.ready.peek()) return;
		const news = await store.readSince(this.fiscalYear, this.position);
		if (!news.ok) return this.troubles.tell(news.refusal);
		this.position = news.value.position;
		this.troubles.relieve();
		this.accept(news.value.operations);
		if (!readProfile(this.shown.fold)) await this.lookBack(store);
	}

	private async opened(): Promise<RecordStore | undefined> {
		if (!this.ready.peek()) await this.load();
		return this.ready.peek() ? this.store : undefined;
	}

	private async load(): Promise<void> {
		const loaded = await loadStore(this.deps.store);
		if (!loaded.ok) return this.troubles.tell(loaded.refusal);
		this.store = loaded.value;
		this.unfollow?.();
		// Before the year is read: what arrives in between is read in its turn.
		this.unfollow = follow(this.store, this.fiscalYear, {
			news: () => void this.refresh(),
			rewritten: () => void this.turns.take(() => this.readAgain()),
			device: () => void this.turns.take(() => this.readDevice()),
		});
		const expecting = readLeft(this.deps.shelf, this.fiscalYear).flatMap((left) => left.expecting ?? []);
		this.shown.expectEarlier(expecting);
		await this.read(this.store);
		await this.takeUp();
		for (const each of expecting) this.shown.settle(each);
		for (const { action } of expecting) this.shown.refresh(action);
	}

	/** Operations have left the log, or the log is another one: what was read before is let go. */
	private async readAgain(): Promise<void> {
		if (!this.store || !this.ready.peek()) return;
		// What taking it back would take back is not in the record any more under the names it was offered for.
		this.notice.value = undefined;
		await this.read(this.store);
	}

	/** The device has another identity, or another school and with it another record. */
	private async readDevice(): Promise<void> {
		const facts = await this.store?.open();
		if (!facts?.ok) return;
		if (facts.value.school !== this.school) return this.readAgain();
		this.device.value = facts.value.device;
		this.author.value = facts.value.author;
	}

	private async read(store: RecordStore): Promise<void> {
		const year = await openYear(store, this.fiscalYear);
		if (!year.ok) return this.troubles.tell(year.refusal);
		const { device, author, school, operations, position } = year.value;
		this.position = position;
		this.device.value = device;
		this.author.value = author;
		this.school = school;
		if (!readProfile(foldRecord(operations.filter(({ entity }) => entity === 'school')))) await this.lookBack(store);
		this.troubles.relieve();
		this.shown.replace(operations);
		this.picture.keepSoon();
	}

	/** In April the new year's log is empty: the school is still the one it was. */
	private async lookBack(store: RecordStore): Promise<void> {
		const known = await profileFromElsewhere(store, this.fiscalYear);
		this.knownElsewhere = known !== undefined;
		if (known) this.shown.showSchool(known);
	}

	private begun(step: Step): void {
		this.pending.value += 1;
		this.writer.begin(step);
	}

	private async write(step: Step): Promise<boolean> {
		const attempt = this.writer.write(step).finally(() => {
			this.pending.value -= 1;
		});
		const settled = attempt.then((done) => this.settle(step, done)).finally(() => this.writer.underWay.end(step));
		return settled.finally(() => this.closing.look());
	}

	private settle(step: Step, attempt: Attempt): boolean {
		if (step.expecting) this.shown.settle(step.expecting);
		if (!attempt.result?.ok) {
			if (step.expecting) this.shown.refresh(step.expecting.action);
			this.troubles.take(step, attempt);
			return false;
		}
		this.troubles.forget(step);
		const { value } = attempt.result;
		batch(() => {
			this.accept(value);
			this.writer.written(step, value);
			// Nothing was left to write: what it expects may not be what the record says.
			if (step.expecting && value.length === 0) this.shown.refresh(step.expecting.action);
			this.troubles.relieve();
			this.announce(step, value);
		});
		return true;
	}

	private announce({ words, lasting }: Step, operations: readonly Operation[]): void {
		const [first] = operations;
		if (!first) return;
		this.savedAt.value = this.deps.instant();
		// A cloned profile takes a new identity when it notices; what it has just written tells which.
		this.device.value = first.id.slice(0, first.id.lastIndexOf('.'));
		if (words) this.notice.value = lasting ? { words } : noticeOf(this, words, operations);
	}

	private accept(operations: readonly Operation[]): void {
		const wasClosed = this.closed.peek();
		this.shown.accept(operations);
		this.picture.keepSoon();
		if (wasClosed && !this.closed.peek()) void this.turns.take(() => this.takeUp());
	}
}
