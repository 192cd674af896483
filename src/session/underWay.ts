import type { Edit, Operation } from '../domain/record/operation.ts';
import { type Draft, isDraftKept, sameField } from './drafts.ts';
import { leftBehind } from './leftBehind.ts';
import { dropLeft, keepLeft, type Left, nextKey, readLeft } from './leftShelf.ts';
import type { ShownRecord } from './shownRecord.ts';
import type { TextShelf } from './snapshot.ts';
import type { Step } from './step.ts';

export interface UnderWayDeps {
	readonly shelf: TextShelf;
	readonly fiscalYear: number;
	readonly shown: ShownRecord;
	readonly mintId: () => string;
	readonly editsOf: (step: Step) => readonly Edit[];
	/** Runs work while no other tab takes up what pages have left. */
	readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value>;
}

/** A step on its way, and what is known of it on the shelf. */
interface Way {
	/** As this page has put it there. */
	kept?: Left;
	/** It stood there when the page was left. */
	found?: boolean;
	/** Another page has written it. */
	taken?: boolean;
}

/**
 * The steps that are not in the database yet. When the page is left they are put on the shelf, at once, and wait: the
 * page may never come back, and may come back after another page has written them.
 */
export class UnderWay {
	/** How often the page was left. */
	leavings = 0;
	readonly #deps: UnderWayDeps;
	readonly #ways = new Map<Step, Way>();
	#away = false;
	#gate: { readonly opened: Promise<void>; readonly open: () => void } | undefined;
	#settled: (() => void) | undefined;

	constructor(deps: UnderWayDeps) {
		this.#deps = deps;
	}

	begin(step: Step): void {
		this.#ways.set(step, {});
		if (this.#away) this.#shelve();
	}

	/** Written, or refused for a reason that the person is told. */
	end(step: Step): void {
		const { shelf } = this.#deps;
		const way = this.#ways.get(step);
		this.#ways.delete(step);
		if (way?.kept) shelf.remove(way.kept.key);
		if (!this.#anyFound()) this.#settled?.();
	}

	/** It stands in the record: nobody has to write it any more. */
	written(step: Step, operations: readonly Operation[]): void {
		const { shelf, shown } = this.#deps;
		const left = step.left ?? this.#ways.get(step)?.kept;
		if (left) dropLeft(shelf, shown.fold, left, operations);
	}

	/** What stands on the shelf is written by this page, from memory. */
	isOwn = (key: string): boolean =>
		[...this.#ways].some(([{ left }, { kept }]) => left?.key === key || kept?.key === key);
	isOwnDraft = (draft: Draft): boolean =>
		[...this.#ways.keys()].some((step) => step.draft !== undefined && sameField(step.draft, draft));

	/** Waits while the page is away. Whether the step is still to be written. */
	async mayWrite(step: Step): Promise<boolean> {
		while (this.#gate) await this.#gate.opened;
		return !this.#ways.get(step)?.taken;
	}

	/** Answers whether another page finds something to write. */
	leave(): boolean {
		if (!this.#away) {
			this.#away = true;
			this.leavings += 1;
			this.#gate ??= closedGate();
			this.#shelve();
		}
		return this.#anyFound();
	}

	/** Reads what happened meanwhile, and lets the steps go on that no other page has written. */
	async comeBack(readAgain: () => Promise<void>): Promise<void> {
		if (!this.#away) return;
		this.#away = false;
		const mine = this.leavings;
		await this.#deps.alone(async () => {
			await readAgain();
			if (mine !== this.leavings) return;
			for (const [step, way] of this.#ways) way.taken = way.found === true && !this.#isShelved(step, way);
			this.#gate?.open();
			this.#gate = undefined;
			await new Promise<void>((resolve) => {
				this.#settled = resolve;
				if (!this.#anyFound()) resolve();
			});
		});
	}

	/** Typed text stands there since it was typed; what another page had left, since then. */
	#shelve(): void {
		const { shelf, shown, fiscalYear, mintId, editsOf } = this.#deps;
		const open = [...this.#ways].filter(([, { taken }]) => !taken);
		const steps = new Map<Step, string>();
		let behind = '';
		for (const [step, { kept }] of open) {
			if (step.draft || step.left) continue;
			behind = kept?.key ?? nextKey(shelf, fiscalYear, mintId(), behind);
			steps.set(step, behind);
		}
		const own = new Set(steps.values());
		const earlier = readLeft(shelf, fiscalYear).filter(({ key }) => !own.has(key));
		const left = steps.size > 0 ? leftBehind({ shown, fiscalYear, earlier, steps, editsOf }) : new Map<Step, Left>();
		for (const [step, way] of open) {
			const kept = left.get(step);
			if (kept && keepLeft(shelf, kept)) way.kept = kept;
			way.found = this.#isShelved(step, way);
		}
	}

	#isShelved({ draft, left }: Step, { kept }: Way): boolean {
		const { shelf } = this.#deps;
		if (draft) return isDraftKept(shelf, draft);
		const key = (left ?? kept)?.key;
		return key !== undefined && shelf.read(key) !== null;
	}

	#anyFound = (): boolean => [...this.#ways.values()].some(({ found }) => found);
}

function closedGate(): { readonly opened: Promise<void>; readonly open: () => void } {
	let open = (): void => {};
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	return { opened, open };
}
