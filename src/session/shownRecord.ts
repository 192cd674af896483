import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PlanEdition, SchoolAction } from '../domain/plan/edition.ts';
import { allSchoolActions } from '../domain/plan/find.ts';
import { foldRecord, type RecordFold } from '../domain/record/fold.ts';
import type { Operation } from '../domain/record/operation.ts';
import { entityOf, readAction } from '../domain/record/readAction.ts';
import type { ActionState, SchoolProfile, Status } from '../domain/record/reading.ts';
import { readOwnActions, readProfile } from '../domain/record/readSchool.ts';
import { type Row, rowOf, untouchedRow } from './row.ts';
import type { OwnRow, Snapshot } from './snapshot.ts';
import type { Expectation } from './step.ts';

export interface ShownRecordDeps {
	readonly edition: PlanEdition;
	readonly fiscalYear: number;
	readonly today: () => string;
	/** What the last visit showed of this very year and edition. */
	readonly snapshot: Snapshot | undefined;
	/** The school as last known, in whatever year. */
	readonly profile: SchoolProfile | undefined;
}

/** What no row tells of. A review does: once it is approved, nothing is 差戻し any more. */
const besideActions: ReadonlySet<string> = new Set(['indicator', 'target', 'staff', 'year', 'school']);

/** The record as signals: every □ has a row of its own, so that one tick draws one row. */
export class ShownRecord {
	readonly actions: readonly SchoolAction[];
	readonly profile: Signal<SchoolProfile | undefined>;
	readonly own: Signal<readonly OwnRow[]>;
	/** Grows with every change of the record: what reads more of it than a row follows this. */
	readonly version = signal(0);
	/** The fold holds what the database holds; before that, rows are the last visit's picture. */
	readonly ready = signal(false);
	fold: RecordFold = foldRecord([]);

	private readonly deps: ShownRecordDeps;
	private readonly actionsById: ReadonlyMap<string, SchoolAction>;
	private readonly painted: ReadonlyMap<string, Row>;
	private readonly rows = new Map<string, Signal<Row>>();
	private readonly rowVersions = new Map<string, Signal<number>>();
	private readonly expected = new Map<string, Expectation>();

	constructor(deps: ShownRecordDeps) {
		this.deps = deps;
		this.actions = allSchoolActions(deps.edition).map(({ action }) => action);
		this.actionsById = new Map(this.actions.map((action) => [action.id, action]));
		this.profile = signal(deps.profile);
		this.own = signal(deps.snapshot?.own ?? []);
		this.painted = new Map(Object.entries(deps.snapshot?.rows ?? {}));
		for (const [id, row] of this.painted) this.rows.set(id, signal(row));
	}

	/** Ids of every □, the plan's first. Follows own □ being added. */
	ids(): readonly string[] {
		return [...this.actions.map(({ id }) => id), ...this.own.value.map(({ id }) => id)];
	}

	row(id: string): Signal<Row> {
		let row = this.rows.get(id);
		if (!row) {
			row = signal(this.currentRow(id));
			this.rows.set(id, row);
		}
		return row;
	}

	state(id: string): ReadonlySignal<ActionState | undefined> {
		return computed(() => {
			this.rowVersion(id).value;
			return this.ready.value ? this.readState(id) : undefined;
		});
	}

	/** What the record says of one □ now, whatever is expected of it. */
	readState(id: string): ActionState | undefined {
		const profile = this.profile.peek();
		const action = this.actionsById.get(id) ?? this.ownAction(id);
		if (!profile || !action) return undefined;
		const { edition, fiscalYear, today } = this.deps;
		return readAction(this.fold, action, { edition, fiscalYear, profile, today: today() });
	}

	/** Shows how a □ will stand, before the database answers. */
	expect(expectation: Expectation): void {
		this.expected.set(expectation.action, expectation);
		const row = this.row(expectation.action);
		row.value = { ...row.value, status: expectation.status };
	}

	/** Shows what earlier pages have left to write, oldest first; what was done here since goes before it. */
	expectEarlier(expectations: readonly Expectation[]): void {
		for (const each of [...expectations].reverse()) if (!this.expected.has(each.action)) this.expect(each);
	}

	/** The step behind an expectation is written or refused: the record speaks again, unless a later step is expected. */
	settle(expectation: Expectation): void {
		if (this.expected.get(expectation.action) === expectation) this.expected.delete(expectation.action);
	}

	/** The last visit's picture showed another status than the record has: the person decided on what they saw there. */
	paintedOtherwise(id: string): boolean {
		const painted = this.painted.get(id);
		return painted !== undefined && painted.status !== this.readState(id)?.status;
	}

	/** How the last visit showed a □. */
	paintedStatus(id: string): Status {
		return (this.painted.get(id) ?? this.readState(id) ?? untouchedRow).status;
	}

	/** Does something while the record is taken to be another one. */
	readingFrom<Value>(fold: RecordFold, work: () => Value): Value {
		const own = this.fold;
		this.fold = fold;
		try {
			return work();
		} finally {
			this.fold = own;
		}
	}

	/** The school as an earlier year knows it, as long as this year's record does not name it. */
	showSchool(profile: SchoolProfile): void {
		this.profile.value = profile;
		this.refreshAll();
	}

	/** The record as read from the database. */
	replace(operations: readonly Operation[]): void {
		this.fold = foldRecord(operations);
		batch(() => {
			this.ready.value = true;
			this.readSchool();
			this.refreshAll();
			this.version.value += 1;
		});
	}

	/** Operations that were written here or came from elsewhere. */
	accept(operations: readonly Operation[]): void {
		const touched = new Set(operations.flatMap((operation) => this.fold.add(operation) ?? []));
		batch(() => {
			this.readSchool();
			const affected = this.actionsOf(touched);
			if (affected === 'all') this.refreshAll();
			else for (const id of affected) this.refresh(id);
			this.version.value += 1;
		});
	}

	refresh(id: string): void {
		const row = this.row(id);
		const next = this.currentRow(id);
		if (JSON.stringify(next) !== JSON.stringify(row.peek())) row.value = next;
		this.rowVersion(id).value += 1;
	}

	refreshAll(): void {
		for (const id of new Set([...this.ids(), ...this.rows.keys()])) this.refresh(id);
	}

	/** What the next visit paints before it has read anything; undefined before first start. */
	snapshot(): Snapshot | undefined {
		const profile = this.profile.peek();
		const rows = Object.fromEntries([...this.rows].map(([id, row]) => [id, row.peek()]));
		const { edition, fiscalYear } = this.deps;
		return profile && { edition: edition.id, fiscalYear, profile, rows, own: this.own.peek() };
	}

	/** □ whose rows may have changed; all of them where an entity belongs to none that is known. */
	private actionsOf(entities: ReadonlySet<string>): 'all' | ReadonlySet<string> {
		const known = new Set(this.ids());
		const affected = new Set<string>();
		for (const entity of entities) {
			const [kind, id = ''] = entity.split('/');
			if (besideActions.has(kind ?? '')) continue;
			const attached = kind === 'occurrence' || kind === 'evidence' || kind === 'comment';
			// Every □ it has belonged to: one that was moved leaves a row behind that has to be drawn anew.
			const said = attached ? this.fold.history(entity).filter(({ field }) => field === 'action') : undefined;
			for (const owner of said?.map(({ value }) => String(value)) ?? [id]) {
				if (!known.has(owner)) return 'all';
				affected.add(owner);
			}
		}
		return affected;
	}

	private readSchool(): void {
		const profile = readProfile(this.fold);
		if (profile && JSON.stringify(profile) !== JSON.stringify(this.profile.peek())) {
			this.profile.value = profile;
			this.refreshAll();
		}
		const own = readOwnActions(this.fold)
			.filter(({ liveness }) => liveness !== 'deleted')
			.map(({ id, measure, text }) => ({ id, measure, text: text.value }));
		if (JSON.stringify(own) !== JSON.stringify(this.own.peek())) this.own.value = own;
	}

	private currentRow(id: string): Row {
		const state = this.readState(id);
		const row = state ? rowOf(state) : untouchedRow;
		const expected = this.expected.get(id);
		return expected ? { ...row, status: expected.status } : row;
	}

	private ownAction(id: string) {
		const own = { id, own: true } as const;
		return this.fold.liveness(entityOf(own)) === 'absent' ? undefined : own;
	}

	private rowVersion(id: string): Signal<number> {
		let version = this.rowVersions.get(id);
		if (!version) {
			version = signal(0);
			this.rowVersions.set(id, version);
		}
		return version;
	}
}
