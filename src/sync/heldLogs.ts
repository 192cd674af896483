import type { Operation } from '../domain/record/operation.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordStore, StoreRefusal } from '../store/recordStore.ts';

/** What this device holds of one year, as far as comparing needs it. */
export interface HeldLog {
	readonly position: number;
	/** One per operation, in no particular order; an id twice where a cloned profile used it twice. */
	readonly ids: readonly string[];
	/** The school's word on whether its summary may go, of this year's log. */
	readonly agreement: readonly Operation[];
}

/** Reads every year once and then only what is new. */
export interface HeldLogs {
	of(store: RecordStore, fiscalYear: number): Promise<Result<HeldLog, StoreRefusal>>;
	/** Read that year from the beginning next time; all of them without a year. */
	forget(fiscalYear?: number): void;
}

const isAgreement = ({ entity, field }: Operation): boolean => entity === 'school' && field === 'summaryAgreed';

export function createHeldLogs(): HeldLogs {
	const held = new Map<number, HeldLog>();
	/** Counts what was forgotten, so that a reading begun before it does not bring it back. */
	let forgotten = 0;
	return {
		async of(store, fiscalYear) {
			const begun = forgotten;
			const known = held.get(fiscalYear);
			const news = await (known ? store.readSince(fiscalYear, known.position) : store.readLog(fiscalYear));
			if (!news.ok) return news;
			const { operations, position } = news.value;
			const next: HeldLog = {
				position,
				ids: [...(known?.ids ?? []), ...operations.map(({ id }) => id)],
				agreement: [...(known?.agreement ?? []), ...operations.filter(isAgreement)],
			};
			if (begun === forgotten) held.set(fiscalYear, next);
			return ok(next);
		},
		forget(fiscalYear) {
			forgotten += 1;
			if (fiscalYear === undefined) held.clear();
			else held.delete(fiscalYear);
		},
	};
}
