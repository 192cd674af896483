import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { defaultUnits } from '../domain/plan/applicability.ts';
import type { PlanEdition, Rating, SchoolAction, SchoolType } from '../domain/plan/edition.ts';
import { allSchoolActions } from '../domain/plan/find.ts';
import { setField, tick, undoEdits } from '../domain/record/edits.ts';
import { foldRecord, type RecordFold } from '../domain/record/fold.ts';
import type { Edit, Json, Operation } from '../domain/record/operation.ts';
import { entityOf, readAction } from '../domain/record/readAction.ts';
import type { ActionState, SchoolProfile, Status } from '../domain/record/reading.ts';
import { readOwnActions, readProfile } from '../domain/record/readSchool.ts';
import type { Refusal } from '../domain/result.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { type Draft, dropDraft, keepDraft, readDrafts } from './drafts.ts';
import { type Row, rowOf, untouchedRow } from './row.ts';
import { type OwnRow, readSnapshot, type TextShelf, writeSnapshot } from './snapshot.ts';

/** One thing a person did: what it is called, and the edits it makes once the record is at hand. */
export interface Step {
	/** 「…を「達成」にしました」; without it nothing is announced (autosave says so elsewhere). */
	readonly words?: string;
	readonly edits: (fold: RecordFold) => readonly Edit[];
	/** Shown at once, before the database answers; taken back if it refuses. */
	readonly expecting?: { readonly action: string; readonly status: Status };
	/** Typed text that this step carries. */
	readonly draft?: Draft;
}

/** The last step, offered for undoing. */
export interface Notice {
	readonly words: string;
	readonly undo?: () => void;
}

/** What could not be written, and how to try again. */
export interface Trouble {
	readonly refusal: Refusal;
	readonly retry?: () => void;
}

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
	/** Loads and opens the database; called once, after the first paint. */
	readonly store: () => Promise<RecordStore>;
	readonly shelf: TextShelf;
	/** Runs a task once the browser has painted what stands now. */
	readonly afterPaint: (task: () => void) => void;
}

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
	readonly ready = signal(false);
	readonly notice = signal<Notice | undefined>(undefined);
	readonly trouble = signal<Trouble | undefined>(undefined);
	/** Steps not yet in the database. */
	readonly pending = signal(0);
	readonly savedAt = signal<string | undefined>(undefined);
	/** This installation's id in operations, once the database has answered. */
	readonly device = signal<string | undefined>(undefined);

	private readonly deps: SessionDeps;
	private readonly actionsById: ReadonlyMap<string, SchoolAction>;
	private readonly rows = new Map<string, Signal<Row>>();
	private readonly versions = new Map<string, Signal<number>>();
	private readonly expected = new Map<string, Status>();
	private fold: RecordFold = foldRecord([]);
	private store: RecordStore | undefined;
	private position = 0;
	private unfollow: (() => void) | undefined;
	private tail: Promise<unknown> = Promise.resolve();
	private readonly painted: ReadonlyMap<string, Row>;

	constructor(deps: SessionDeps) {
		this.deps = deps;
		this.edition = deps.edition;
		this.exact = deps.exact;
		this.fiscalYear = deps.fiscalYear;
		this.actions = allSchoolActions(deps.edition).map(({ action }) => action);
		this.actionsById = new Map(this.actions.map((action) => [action.id, action]));
		const snapshot = readSnapshot(deps.shelf);
		const current = snapshot?.edition === deps.edition.id && snapshot.fiscalYear === deps.fiscalYear;
		this.profile = signal(snapshot?.profile);
		this.own = signal(current ? snapshot.own : []);
		this.painted = new Map(Object.entries(current ? snapshot.rows : {}));
		for (const [id, row] of this.painted) this.rows.set(id, signal(row));
	}

	today = (): string => this.deps.today();
	mintId = (): string => this.deps.mintId();

	/** The row of a □, plan's or own; follows every change. */
	row(id: string): Signal<Row> {
		let row = this.rows.get(id);
		if (!row) {
			row = signal(this.currentRow(id));
			this.rows.set(id, row);
		}
		return row;
	}

	/** Everything about one □; undefined until the record is read or where there is no such □. */
	state(id: string): ReadonlySignal<ActionState | undefined> {
		return computed(() => {
			this.version(id).value;
			return this.ready.value ? this.readState(id) : undefined;
		});
	}

	/** The record itself, for pages that read more than one □ (history, search). Follow `state(id)` for changes. */
	record(): RecordFold {
		return this.fold;
	}

	ids = (): readonly string[] => [...this.actions.map(({ id }) => id), ...this.own.value.map(({ id }) => id)];

	/** Paints, then writes. Resolves when the step is in the database or was refused. */
	take(step: Step): Promise<boolean> {
		if (step.expecting) this.expect(step.expecting.action, step.expecting.status);
		if (step.draft) keepDraft(this.deps.shelf, step.draft);
		this.pending.value += 1;
		const written = this.tail.then(() => this.write(step));
		this.tail = written.catch(() => undefined);
		return written;
	}

	/** One field of one entity. `seen`: the heads the person saw when they began, where that was earlier than now. */
	set(entity: string, field: string, value: Json, options: { words?: string; seen?: readonly string[] } = {}) {
		const { seen, words } = options;
		const draft =
			typeof value === 'string' && seen ? { fiscalYear: this.fiscalYear, entity, field, text: value, seen } : undefined;
		return this.take({
			...(words && { words }),
			...(draft && { draft }),
			edits: (fold) => {
				const edit = setField(fold, entity, field, value);
				return [seen ? { ...edit, seen } : edit];
			},
		});
	}

	/** 「まず試してみる」: the school type is all that is asked. */
	begin(schoolType: SchoolType): Promise<boolean> {
		const units = defaultUnits(schoolType);
		this.profile.value = { name: '', schoolType, units };
		this.refreshAll();
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
		for (const draft of readDrafts(this.deps.shelf, this.fiscalYear)) void this.recover(draft);
	}

	/** □ ↔ ☑. */
	tick(id: string, code: string): Promise<boolean> {
		const { status, occurrences } = this.row(id).value;
		const back: Status = occurrences > 0 ? 'inProgress' : 'notStarted';
		const next = status === 'achieved' ? back : 'achieved';
		return this.take({
			words: `${code} を「${next === 'achieved' ? '達成' : next === 'inProgress' ? '実施中' : '未着手'}」にしました`,
			expecting: { action: id, status: next },
			edits: (fold) => {
				const state = this.readState(id);
				// Pressed twice before the first was written: what the person saw counts, not what is stored by now.
				if (!state || (state.status === 'achieved') === (next === 'achieved')) return [];
				return tick(state, fold);
			},
		});
	}

	/** The edition's word for a mark. */
	ratingWord(rating: Rating): string {
		return this.edition.ratingScale.steps.find((step) => step.rating === rating)?.word ?? '';
	}

	/** Reads what another tab or an import has written. */
	async refresh(): Promise<void> {
		if (!this.store || !this.ready.value) return;
		const news = await this.store.readSince(this.fiscalYear, this.position);
		if (!news.ok) return this.fail(news.refusal);
		this.position = news.value.position;
		if (!readProfile(this.fold)) await this.readEarlierProfile(this.store);
		this.accept(news.value.operations);
	}

	private async load(): Promise<void> {
		const store = await this.deps.store();
		this.store = store;
		const opened = await store.open();
		if (!opened.ok) return this.fail(opened.refusal, () => void this.open());
		const log = await store.readLog(this.fiscalYear);
		if (!log.ok) return this.fail(log.refusal, () => void this.open());
		this.position = log.value.position;
		this.trouble.value = undefined;
		this.device.value = opened.value.device;
		this.fold = foldRecord(log.value.operations);
		if (!readProfile(this.fold)) await this.readEarlierProfile(store);
		batch(() => {
			this.ready.value = true;
			this.readSchool();
			this.refreshAll();
		});
		this.deps.afterPaint(() => this.keepSnapshot());
		this.unfollow?.();
		this.unfollow = store.onChange((change) => void (change.kind === 'operations' && !change.here && this.refresh()));
	}

	/** In April the new year's log is empty: the school is still the one it was. */
	private async readEarlierProfile(store: RecordStore): Promise<void> {
		const years = await store.years();
		const year = years.ok ? years.value.filter((each) => each < this.fiscalYear).at(-1) : undefined;
		const log = year === undefined ? undefined : await store.readLog(year);
		const profile = log?.ok ? readProfile(foldRecord(log.value.operations)) : undefined;
		if (profile) this.profile.value = profile;
	}

	private async write(step: Step): Promise<boolean> {
		if (!this.ready.value) await this.load();
		const edits = this.ready.value ? this.asSeen(step) : [];
		const result = this.ready.value && this.store ? await this.store.commit(this.fiscalYear, edits) : undefined;
		this.pending.value -= 1;
		if (step.expecting) this.expected.delete(step.expecting.action);
		if (!result?.ok) {
			if (step.expecting) this.refreshRow(step.expecting.action);
			if (result) this.fail(result.refusal, () => void this.take(step));
			return false;
		}
		if (step.draft) dropDraft(this.deps.shelf, step.draft);
		this.accept(result.value);
		batch(() => {
			this.savedAt.value = this.deps.instant();
			this.trouble.value = undefined;
			if (step.words) this.notice.value = this.noticeOf(step.words, result.value);
		});
		return true;
	}

	/**
	 * A tick made on the last visit's picture, before the record was read: where the record says something else than
	 * the picture did, the person has not seen it, and the edit must stand beside it, not over it.
	 */
	private asSeen(step: Step): readonly Edit[] {
		const edits = step.edits(this.fold);
		const action = step.expecting?.action;
		const painted = action ? this.painted.get(action) : undefined;
		const unseen =
			action !== undefined && painted !== undefined && painted.status !== this.currentRow(action, false).status;
		return unseen && this.savedAt.value === undefined ? edits.map((edit) => ({ ...edit, seen: [] })) : edits;
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

	private recover(draft: Draft): Promise<boolean> {
		const [head] = this.fold.heads(draft.entity, draft.field);
		if (head?.value === draft.text) {
			dropDraft(this.deps.shelf, draft);
			return Promise.resolve(true);
		}
		return this.set(draft.entity, draft.field, draft.text, { seen: draft.seen });
	}

	private expect(action: string, status: Status): void {
		this.expected.set(action, status);
		const row = this.row(action);
		row.value = { ...row.value, status };
	}

	private fail(refusal: Refusal, retry?: () => void): void {
		this.trouble.value = retry ? { refusal, retry } : { refusal };
	}

	private accept(operations: readonly Operation[]): void {
		const touched = new Set<string>();
		for (const operation of operations) {
			const entity = this.fold.add(operation);
			if (entity) touched.add(entity);
		}
		const affected = this.actionsOf(touched);
		batch(() => {
			this.readSchool();
			if (affected === 'all') this.refreshAll();
			else for (const id of affected) this.refreshRow(id);
		});
		this.deps.afterPaint(() => this.keepSnapshot());
	}

	private actionsOf(entities: ReadonlySet<string>): 'all' | ReadonlySet<string> {
		const known = new Set(this.ids());
		const affected = new Set<string>();
		for (const entity of entities) {
			const [kind, id = ''] = entity.split('/');
			const owner =
				kind === 'occurrence' || kind === 'evidence' ? String(this.fold.heads(entity, 'action')[0]?.value ?? '') : id;
			if (!known.has(owner)) return 'all';
			affected.add(owner);
		}
		return affected;
	}

	private readSchool(): void {
		const profile = readProfile(this.fold);
		if (profile && JSON.stringify(profile) !== JSON.stringify(this.profile.value)) {
			this.profile.value = profile;
			this.refreshAll();
		}
		const own = readOwnActions(this.fold)
			.filter(({ liveness }) => liveness !== 'deleted')
			.map(({ id, measure, text }) => ({ id, measure, text: text.value }));
		if (JSON.stringify(own) !== JSON.stringify(this.own.value)) this.own.value = own;
	}

	private refreshAll(): void {
		for (const id of new Set([...this.ids(), ...this.rows.keys()])) this.refreshRow(id);
	}

	private refreshRow(id: string): void {
		const row = this.row(id);
		const next = this.currentRow(id);
		if (JSON.stringify(next) !== JSON.stringify(row.peek())) row.value = next;
		this.version(id).value += 1;
	}

	private currentRow(id: string, withExpected = true): Row {
		const state = this.readState(id);
		const row = state ? rowOf(state) : untouchedRow;
		const expected = withExpected ? this.expected.get(id) : undefined;
		return expected ? { ...row, status: expected } : row;
	}

	private readState(id: string): ActionState | undefined {
		const profile = this.profile.peek();
		const action = this.actionsById.get(id) ?? this.ownAction(id);
		if (!profile || !action) return undefined;
		return readAction(this.fold, action, {
			edition: this.edition,
			fiscalYear: this.fiscalYear,
			profile,
			today: this.today(),
		});
	}

	private ownAction(id: string) {
		const own = { id, own: true } as const;
		return this.fold.liveness(entityOf(own)) === 'absent' ? undefined : own;
	}

	private version(id: string): Signal<number> {
		let version = this.versions.get(id);
		if (!version) {
			version = signal(0);
			this.versions.set(id, version);
		}
		return version;
	}

	private keepSnapshot(): void {
		const profile = this.profile.peek();
		if (!profile) return;
		writeSnapshot(this.deps.shelf, {
			edition: this.edition.id,
			fiscalYear: this.fiscalYear,
			profile,
			rows: Object.fromEntries([...this.rows].map(([id, row]) => [id, row.peek()])),
			own: this.own.peek(),
		});
	}
}
