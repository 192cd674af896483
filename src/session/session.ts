import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { defaultUnits } from '../domain/plan/applicability.ts';
import type { PlanEdition, Rating, SchoolAction, SchoolType } from '../domain/plan/edition.ts';
import { setField, tick, undoEdits } from '../domain/record/edits.ts';
import { foldRecord, type RecordFold } from '../domain/record/fold.ts';
import type { Edit, Json, Operation } from '../domain/record/operation.ts';
import type { ActionState, SchoolProfile, Status } from '../domain/record/reading.ts';
import { readProfile } from '../domain/record/readSchool.ts';
import type { Refusal } from '../domain/result.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { type Draft, dropDraft, keepDraft, readDrafts } from './drafts.ts';
import type { Row } from './row.ts';
import { ShownRecord } from './shownRecord.ts';
import { type OwnRow, readSnapshot, type TextShelf, writeSnapshot } from './snapshot.ts';
import type { Notice, Step, Trouble } from './step.ts';

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

const notLoaded: Refusal = {
	reason: 'notLoaded',
	sentence:
		'保存のしくみを読み込めませんでした。入力はまだ保存されていません。通信できるところで、もう一度保存してください。',
};

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
	private position = 0;
	private tail: Promise<unknown> = Promise.resolve();
	private unfollow: (() => void) | undefined;

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
		const written = this.tail.then(() => this.write(step));
		this.tail = written.catch(() => undefined);
		return written;
	}

	/** One field of one entity. `seen`: the heads the person saw when they began, where that was earlier than now. */
	set(entity: string, field: string, value: Json, options: { words?: string; seen?: readonly string[] } = {}) {
		const { seen, words } = options;
		const { fiscalYear } = this;
		const draft = typeof value === 'string' && seen ? { fiscalYear, entity, field, text: value, seen } : undefined;
		return this.take({
			...(words && { words }),
			...(draft && { draft }),
			edits: (fold) => {
				const edit = setField(fold, entity, field, value);
				return [seen ? { ...edit, seen } : edit];
			},
		});
	}

	/** □ ↔ ☑. */
	tick(id: string, code: string): Promise<boolean> {
		const { status, occurrences } = this.row(id).peek();
		const back: Status = occurrences > 0 ? 'inProgress' : 'notStarted';
		const next = status === 'achieved' ? back : 'achieved';
		return this.take({
			words: `${code} を「${{ achieved: '達成', inProgress: '実施中', notStarted: '未着手' }[next]}」にしました`,
			expecting: { action: id, status: next },
			onPicture: !this.ready.peek(),
			edits: (fold) => {
				const state = this.shown.readState(id);
				// Pressed twice before the first was written: what the person saw counts, not what is stored by now.
				if (!state || (state.status === 'achieved') === (next === 'achieved')) return [];
				return tick(state, fold);
			},
		});
	}

	/** 「まず試してみる」: the school type is all that is asked. */
	begin(schoolType: SchoolType): Promise<boolean> {
		const units = defaultUnits(schoolType);
		this.profile.value = { name: '', schoolType, units };
		this.shown.refreshAll();
		return this.take({
			edits: (fold) => [
				setField(fold, 'school', 'schoolType', schoolType),
				setField(fold, 'school', 'units', [...units]),
			],
		});
	}

	/** Opens the database and reads the year. Called once the first screen is painted. */
	async open(): Promise<void> {
		this.tail = this.tail.then(() => this.load());
		await this.tail;
		if (!this.ready.peek()) return;
		for (const draft of readDrafts(this.deps.shelf, this.fiscalYear)) void this.recover(draft);
	}

	/** Reads what another tab or an import has written. */
	refresh(): Promise<void> {
		// Behind what is under way: an opening that has read the year a moment before the import would miss it for good.
		const read = this.tail.then(() => this.readNews());
		this.tail = read.catch(() => undefined);
		return read;
	}

	private async readNews(): Promise<void> {
		const { store } = this;
		if (!store || !this.ready.peek()) return;
		const news = await store.readSince(this.fiscalYear, this.position);
		if (!news.ok) return this.fail(news.refusal);
		this.position = news.value.position;
		this.accept(news.value.operations);
		if (!readProfile(this.shown.fold)) this.profile.value = (await this.earlierProfile(store)) ?? this.profile.peek();
	}

	private async load(): Promise<void> {
		const store = await this.deps.store().catch(() => undefined);
		if (!store) return this.fail(notLoaded, () => void this.open());
		this.store = store;
		const opened = await store.open();
		if (!opened.ok) return this.fail(opened.refusal, () => void this.open());
		const log = await store.readLog(this.fiscalYear);
		if (!log.ok) return this.fail(log.refusal, () => void this.open());
		const own = readProfile(foldRecord(log.value.operations.filter(({ entity }) => entity === 'school')));
		const earlier = own ? undefined : await this.earlierProfile(store);
		this.position = log.value.position;
		this.trouble.value = undefined;
		this.device.value = opened.value.device;
		this.shown.replace(log.value.operations, earlier);
		this.keepSnapshot();
		this.unfollow?.();
		this.unfollow = store.onChange((change) => {
			if (change.kind === 'operations' && !change.here) void this.refresh();
		});
	}

	/** In April the new year's log is empty: the school is still the one it was. */
	private async earlierProfile(store: RecordStore): Promise<SchoolProfile | undefined> {
		const years = await store.years();
		const year = years.ok ? years.value.filter((each) => each < this.fiscalYear).at(-1) : undefined;
		const log = year === undefined ? undefined : await store.readLog(year);
		return log?.ok ? readProfile(foldRecord(log.value.operations)) : undefined;
	}

	private async write(step: Step): Promise<boolean> {
		if (!this.ready.peek()) await this.load();
		const edits = this.ready.peek() ? this.editsOf(step) : [];
		const result = this.ready.peek() ? await this.store?.commit(this.fiscalYear, edits) : undefined;
		this.pending.value -= 1;
		if (step.expecting) this.shown.settle(step.expecting);
		if (!result?.ok) {
			if (step.expecting) this.shown.refresh(step.expecting.action);
			// The very same edits: the store knows them again where only its answer was lost, and writes nothing twice.
			if (result) this.fail(result.refusal, () => void this.take({ ...step, edits: () => edits, onPicture: false }));
			return false;
		}
		if (step.draft) dropDraft(this.deps.shelf, step.draft);
		batch(() => {
			this.accept(result.value);
			this.savedAt.value = this.deps.instant();
			this.trouble.value = undefined;
			if (step.words && result.value.length > 0) this.notice.value = this.noticeOf(step.words, result.value);
		});
		return true;
	}

	/**
	 * A tick made on the last visit's picture, before the record was read: where the record says something else than
	 * the picture did, the person has not seen it, and the edit must stand beside it, not over it.
	 */
	private editsOf(step: Step): readonly Edit[] {
		const edits = step.edits(this.shown.fold);
		const unseen = step.onPicture && step.expecting && this.shown.paintedOtherwise(step.expecting.action);
		return unseen ? edits.map((edit) => ({ ...edit, seen: [] })) : edits;
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

	/** Writes a draft that an earlier visit could not; once, also where it was written after all. */
	private recover(draft: Draft): Promise<boolean> {
		if (this.shown.fold.heads(draft.entity, draft.field).some(({ value }) => value === draft.text)) {
			dropDraft(this.deps.shelf, draft);
			return Promise.resolve(true);
		}
		return this.set(draft.entity, draft.field, draft.text, { seen: draft.seen });
	}

	private fail(refusal: Refusal, retry?: () => void): void {
		this.trouble.value = retry ? { refusal, retry } : { refusal };
	}

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
