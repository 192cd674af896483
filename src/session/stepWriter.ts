import { aClosedYearIsOnlyRead } from '../domain/record/closing.ts';
import type { Edit, Operation } from '../domain/record/operation.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { dropDraft, keepDraft } from './drafts.ts';
import { earlierSteps } from './earlierSteps.ts';
import { type KnownSchool, schoolToCarry } from './knownSchool.ts';
import { OwnWriting } from './ownWriting.ts';
import type { ShownRecord } from './shownRecord.ts';
import type { Step } from './step.ts';
import { UnderWay, type UnderWayDeps } from './underWay.ts';

/** What came of a step. */
export interface Attempt {
	/** Absent where it did not come to them: then they are made afresh at the next try. */
	readonly edits?: readonly Edit[];
	/** Absent where the record could not be read. */
	readonly result?: Result<Operation[]>;
}

export interface StepWriterDeps extends Omit<UnderWayDeps, 'editsOf'> {
	readonly shown: ShownRecord;
	/** The database, once the record has been read; undefined where it could not be. */
	readonly opened: () => Promise<RecordStore | undefined>;
	readonly school: () => KnownSchool;
	/** Operations that were written before the step's own. */
	readonly accept: (operations: readonly Operation[]) => void;
}

/** Turns steps into edits and has them written, through whatever happens to the page meanwhile. */
export class StepWriter {
	readonly underWay: UnderWay;
	readonly #deps: StepWriterDeps;
	readonly #ownWriting = new OwnWriting();

	constructor(deps: StepWriterDeps) {
		this.#deps = deps;
		this.underWay = new UnderWay({ ...deps, editsOf: (step) => this.#editsOf(step) });
	}

	/** Shows how it will stand, and keeps it from being lost. */
	begin(step: Step): void {
		if (step.expecting) this.#deps.shown.expect(step.expecting);
		if (step.draft) keepDraft(this.#deps.shelf, step.draft);
		this.underWay.begin(step);
	}

	/** It stands in the record: nothing has to be kept any more. */
	written(step: Step, operations: readonly Operation[]): void {
		if (step.draft) dropDraft(this.#deps.shelf, step.draft);
		this.underWay.written(step, operations);
	}

	/** What earlier pages have left. */
	earlier(): Step[] {
		const { shelf, shown, fiscalYear } = this.#deps;
		return earlierSteps(shelf, shown, fiscalYear, this.underWay);
	}

	/** Where the page is left in the middle it is tried again when the page is back, unless another page has written it. */
	async write(step: Step): Promise<Attempt> {
		let attempt: Attempt = {};
		for (;;) {
			if (!(await this.underWay.mayWrite(step))) return { edits: [], result: ok([]) };
			const { leavings } = this.underWay;
			attempt = await this.#commit(step, attempt.edits);
			const left = attempt.result?.ok === false && attempt.result.refusal.reason === 'pageLeft';
			if (!left || leavings === this.underWay.leavings) break;
		}
		if (step.draft && attempt.result?.ok) this.#ownWriting.note(step.draft, attempt.result.value);
		return attempt;
	}

	/** `built`: what an earlier try was to write. The store knows the very same edits again and writes nothing twice. */
	async #commit(step: Step, built?: readonly Edit[]): Promise<Attempt> {
		const { fiscalYear, opened, school, shown, accept } = this.#deps;
		const store = await opened();
		if (!store) return {};
		const refusal = aClosedYearIsOnlyRead(shown.fold, fiscalYear, built ?? this.#editsOf(step));
		if (refusal) return { result: { ok: false, refusal } };
		if (built) return { edits: built, result: await store.commit(fiscalYear, built) };
		const carried = schoolToCarry(shown.fold, school(), this.#editsOf(step));
		if (carried.length > 0) {
			const result = await store.commit(fiscalYear, carried);
			if (!result.ok) return { result };
			accept(result.value);
		}
		const edits = this.#editsOf(step);
		return { edits, result: await store.commit(fiscalYear, edits) };
	}

	/**
	 * A tick made on the last visit's picture, before the record was read: where the record says something else than
	 * the picture did, the person has not seen it, and the edit must stand beside it, not over it.
	 */
	#editsOf(step: Step): readonly Edit[] {
		const { shown } = this.#deps;
		const made = step.edits(shown.fold);
		const edits = step.draft ? this.#ownWriting.withOwn(made, step.draft) : made;
		const unseen = step.onPicture && step.expecting && shown.paintedOtherwise(step.expecting.action);
		return unseen ? edits.map((edit) => ({ ...edit, seen: [] })) : edits;
	}
}
