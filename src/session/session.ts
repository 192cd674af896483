import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { defaultUnits } from '../domain/plan/applicability.ts';
import type { PlanEdition, Rating, SchoolAction, SchoolType } from '../domain/plan/edition.ts';
import { undoEdits } from '../domain/record/edits.ts';
import { foldRecord, type RecordFold } from '../domain/record/fold.ts';
import type { Edit, Json, Operation } from '../domain/record/operation.ts';
import type { ActionState, SchoolProfile } from '../domain/record/reading.ts';
import { readProfile } from '../domain/record/readSchool.ts';
import type { Refusal } from '../domain/result.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { dropDraft, keepDraft, readDrafts } from './drafts.ts';
import { follow } from './follow.ts';
import { profileFromElsewhere, schoolToCarry } from './knownSchool.ts';
import { loadStore, openYear } from './openYear.ts';
import { OwnWriting } from './ownWriting.ts';
import { RefusedSteps } from './refusedSteps.ts';
import type { Row } from './row.ts';
import { ShownRecord } from './shownRecord.ts';
import { type OwnRow, readSnapshot, type TextShelf, writeSnapshot } from './snapshot.ts';
import type { Notice, Step, Trouble } from './step.ts';
import { beginStep, recoverStep, type SetOptions, setStep, tickStep } from './steps.ts';
import { Turns } from './turns.ts';

export interface SessionDeps {
	readonly edition: PlanEdition;
	/** The edition is this fiscal year's own; false while the year's edition is not published yet. */
	readonly exact: boolean;
	readonly fiscalYear: number;
	/** `YYYY-MM-DD` in Japan. */
	readonly today: () => string;
	/** ISO instant. */
	readonly instant: () => string;
	readonly mintId: () => string;
	/** Loads the database's code; asked for after the first paint. */
	readonly store: () => Promise<RecordStore>;
	readonly shelf: TextShelf;
	/** Runs a task once the browser has painted what stands now. */
	readonly afterPaint: (task: () => void) => void;
}

type CommitResult = Awaited<ReturnType<RecordStore['commit']>>;

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
	readonly trouble = signal<Trouble | undefined>(undefined);
	/** Steps not yet in the database. */
	readonly pending = signal(0);
	readonly savedAt = signal<string | undefined>(undefined);
	/** This installation's id in operations, once the database has answered. */
	readonly device = signal<string | undefined>(undefined);

	private readonly deps: SessionDeps;
	private readonly shown: ShownRecord;
	private store: RecordStore | undefined;
	private school: string | undefined;
	private position = 0;
	private readonly turns = new Turns();
	private readonly follower = {
		news: () => void this.refresh(),
		rewritten: () => void this.turns.take(() => this.readAgain()),
		device: () => void this.turns.take(() => this.readDevice()),
	};
	private unfollow: (() => void) | undefined;
	private knownElsewhere = false;
	private readonly refused = new RefusedSteps();
	private readonly ownWriting = new OwnWriting();

	constructor(deps: SessionDeps) {
		const snapshot = readSnapshot(deps.shelf);
		const current = snapshot?.edition === deps.edition.id && snapshot.fiscalYear === deps.fiscalYear;
		this.deps = deps;
		this.edition = deps.edition;
		this.exact = deps.exact;
		this.fiscalYear = deps.fiscalYear;
		this.shown = new ShownRecord({ ...deps, snapshot: current ? snapshot : undefined, profile: snapshot?.profile });
		this.actions = this.shown.actions;
		this.profile = this.shown.profile;
		this.own = this.shown.own;
		this.ready = this.shown.ready;
	}

	today = (): string => this.deps.today();
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
		if (step.expecting) this.shown.expect(step.expecting);
		if (step.draft) keepDraft(this.deps.shelf, step.draft);
		this.pending.value += 1;
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
		this.profile.value = { name: '', schoolType, units: defaultUnits(schoolType) };
		this.shown.refreshAll();
		return this.take(beginStep(schoolType));
	}

	/** Opens the database and reads the year. Called once the first screen is painted. */
	async open(): Promise<void> {
		await this.turns.take(() => this.load());
		if (!this.ready.peek()) return;
		for (const draft of readDrafts(this.deps.shelf, this.fiscalYear)) void this.take(recoverStep(draft));
	}

	/** Reads what another tab, an import or the endpoint has brought. */
	refresh(): Promise<void> {
		return this.turns.take(() => this.readNews());
	}

	private async readNews(): Promise<void> {
		const { store } = this;
		if (!store || !this.ready.peek()) return;
		const news = await store.readSince(this.fiscalYear, this.position);
		if (!news.ok) return this.fail(news.refusal);
		this.position = news.value.position;
		this.relieve();
		this.accept(news.value.operations);
		if (!readProfile(this.shown.fold)) await this.lookBack(store);
	}

	private async load(): Promise<void> {
		const loaded = await loadStore(this.deps.store);
		if (!loaded.ok) return this.fail(loaded.refusal);
		this.store = loaded.value;
		this.unfollow?.();
		// Before the year is read: what arrives in between is read in its turn.
		this.unfollow = follow(this.store, this.fiscalYear, this.follower);
		await this.read(this.store);
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
		if (facts.value.school !== this.school) await this.readAgain();
		else this.device.value = facts.value.device;
	}

	private async read(store: RecordStore): Promise<void> {
		const year = await openYear(store, this.fiscalYear);
		if (!year.ok) return this.fail(year.refusal);
		const { device, school, operations, position } = year.value;
		this.position = position;
		this.device.value = device;
		this.school = school;
		const own = readProfile(foldRecord(operations.filter(({ entity }) => entity === 'school')));
		if (!own) await this.lookBack(store);
		this.relieve();
		this.shown.replace(operations);
		this.keepSnapshot();
	}

	/** In April the new year's log is empty: the school is still the one it was. */
	private async lookBack(store: RecordStore): Promise<void> {
		const known = await profileFromElsewhere(store, this.fiscalYear);
		this.knownElsewhere = known !== undefined;
		if (known) this.shown.showSchool(known);
	}

	private async write(step: Step): Promise<boolean> {
		const { edits, result } = await this.commit(step).finally(() => {
			this.pending.value -= 1;
		});
		if (step.expecting) this.shown.settle(step.expecting);
		if (!result?.ok) {
			if (step.expecting) this.shown.refresh(step.expecting.action);
			// The very same edits: the store knows them again where only its answer was lost, and writes nothing twice.
			this.refused.add(edits ? { ...step, edits: () => edits, onPicture: false } : step);
			if (result) this.fail(result.refusal);
			return false;
		}
		if (step.draft) this.ownWriting.note(step.draft, result.value);
		if (step.draft) dropDraft(this.deps.shelf, step.draft);
		this.refused.forget(step);
		batch(() => {
			this.accept(result.value);
			this.relieve();
			this.announce(step, result.value);
		});
		return true;
	}

	/** `edits` are absent where it did not come to them: then they are made afresh at the next try. */
	private async commit(step: Step): Promise<{ edits?: readonly Edit[]; result?: CommitResult }> {
		if (!this.ready.peek()) await this.load();
		const { store, fiscalYear } = this;
		if (!this.ready.peek() || !store) return {};
		const school = { shown: this.profile.peek(), fromElsewhere: this.knownElsewhere };
		const carried = schoolToCarry(this.shown.fold, school, this.editsOf(step));
		if (carried.length > 0) {
			const result = await store.commit(fiscalYear, carried);
			if (!result.ok) return { result };
			this.accept(result.value);
		}
		const edits = this.editsOf(step);
		return { edits, result: await store.commit(fiscalYear, edits) };
	}

	/**
	 * A tick made on the last visit's picture, before the record was read: where the record says something else than
	 * the picture did, the person has not seen it, and the edit must stand beside it, not over it.
	 */
	private editsOf(step: Step): readonly Edit[] {
		const made = step.edits(this.shown.fold);
		const edits = step.draft ? this.ownWriting.withOwn(made, step.draft) : made;
		const unseen = step.onPicture && step.expecting && this.shown.paintedOtherwise(step.expecting.action);
		return unseen ? edits.map((edit) => ({ ...edit, seen: [] })) : edits;
	}

	private announce({ words }: Step, operations: readonly Operation[]): void {
		const [first] = operations;
		if (!first) return;
		this.savedAt.value = this.deps.instant();
		// A cloned profile takes a new identity when it notices; what it has just written tells which.
		this.device.value = first.id.slice(0, first.id.lastIndexOf('.'));
		if (words) this.notice.value = this.noticeOf(words, operations);
	}

	private noticeOf(words: string, operations: readonly Operation[]): Notice {
		return {
			words,
			undo: () => {
				this.notice.value = undefined;
				void this.take({ edits: (fold) => undoEdits(fold, operations) }).then((done) => {
					if (done) this.notice.value = { words: '元に戻しました' };
				});
			},
		};
	}

	private fail(refusal: Refusal): void {
		this.trouble.value = { refusal, retry: this.retry };
	}

	/** Trouble is over when nothing waits to be tried again. */
	private relieve(): void {
		if (this.refused.none) this.trouble.value = undefined;
	}

	private retry = (): void => {
		const again = this.refused.takeAll();
		void (this.ready.peek() ? this.refresh() : this.open());
		for (const step of again) void this.take(step);
	};

	private accept(operations: readonly Operation[]): void {
		this.shown.accept(operations);
		this.keepSnapshot();
	}

	private keepSnapshot(): void {
		this.deps.afterPaint(() => {
			const snapshot = this.shown.snapshot();
			if (snapshot) writeSnapshot(this.deps.shelf, snapshot);
		});
	}
}
