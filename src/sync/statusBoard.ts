import { ok } from '../domain/result.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { type Answered, type Fault, fail, faultOf } from './fault.ts';
import type { HeldLogs } from './heldLogs.ts';
import { readStanding, type Standing } from './standing.ts';
import type { SyncStatus } from './sync.ts';

export interface StatusBoard {
	status(): SyncStatus;
	onChange(listener: () => void): () => void;
	/** A pass has begun. */
	begun(): void;
	/** A pass has ended; the fault is what there is to tell of it. */
	ended(fault: Fault | undefined): void;
	/** So many operations have come in the pass under way. */
	received(count: number): void;
	/** The endpoint has answered: ISO time. */
	contact(at: string): void;
	/** Reads the store anew; several wishes at once are one. Answers how the device stands now. */
	refresh(): Answered<Standing>;
}

const unknown: Standing = { waiting: 0, refused: [], summaryAgreed: false, returnable: false };

/** Puts together what the store and the last pass say, and tells whoever listens. */
export function createStatusBoard(store: () => Promise<RecordStore>, held: HeldLogs): StatusBoard {
	const listeners = new Set<() => void>();
	let standing: Standing | undefined;
	let storeFault: Fault | undefined;
	let fault: Fault | undefined;
	let running = false;
	let received = 0;
	let contactAt: string | undefined;
	let current = assemble();
	let reading: Promise<unknown> | undefined;
	let next: Answered<Standing> | undefined;

	function assemble(): SyncStatus {
		const told = fault ?? storeFault;
		return {
			...(standing ?? unknown),
			known: standing !== undefined,
			running,
			...(running && { received }),
			...(contactAt !== undefined && { contactAt }),
			...(told && !told.offline && { trouble: { reason: told.reason, sentence: told.sentence } }),
			offline: told?.offline === true,
		};
	}

	function publish(): void {
		current = assemble();
		for (const listener of [...listeners]) listener();
	}

	async function read(): Answered<Standing> {
		const opened = await openStore(store);
		const result = opened.ok ? await readStanding(opened.value, held) : opened;
		storeFault = result.ok ? undefined : result.refusal;
		if (result.ok) standing = result.value;
		publish();
		return result;
	}

	return {
		status: () => current,
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		begun() {
			running = true;
			received = 0;
			publish();
		},
		ended(found) {
			running = false;
			fault = found;
			publish();
		},
		received(count) {
			received += count;
			publish();
		},
		contact(at) {
			contactAt = at;
			publish();
		},
		refresh() {
			next ??= (reading ?? Promise.resolve()).then(() => {
				const result = read();
				next = undefined;
				reading = result;
				return result;
			});
			return next;
		},
	};
}

/** The database's code may not have loaded. */
export async function openStore(store: () => Promise<RecordStore>): Answered<RecordStore> {
	try {
		return ok(await store());
	} catch {
		return fail(faultOf('storeFailed'));
	}
}
