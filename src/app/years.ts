import type { PlanEdition } from '../domain/plan/edition.ts';
import { fiscalYearOf } from '../domain/plan/fiscalYear.ts';
import { aClosedYearIsOnlyRead } from '../domain/record/closing.ts';
import { foldRecord } from '../domain/record/fold.ts';
import { ok } from '../domain/result.ts';
import type { Years } from '../session/years.ts';
import type { RecordStore } from '../store/recordStore.ts';
import type { OpenedYear } from './openedYear.ts';

export interface YearsDeps {
	readonly store: () => Promise<RecordStore>;
	readonly editions: readonly { readonly id: string; readonly url: string }[];
	readonly fetchEdition: (url: string) => Promise<PlanEdition>;
	readonly editionOf: (fiscalYear: number) => Promise<PlanEdition | undefined>;
	/** `YYYY-MM-DD` in Japan. */
	readonly today: () => string;
	readonly preferred: OpenedYear;
}

/** The years beside the open one, from the database and the site. */
export const wireYears = ({ store, editions, fetchEdition, editionOf, today, preferred }: YearsDeps): Years => {
	const current = () => fiscalYearOf(today());
	const foldOf = async (fiscalYear: number) => {
		const log = await (await store()).readLog(fiscalYear);
		return log.ok ? ok(foldRecord(log.value.operations)) : log;
	};
	return {
		current,
		today,
		editionOf,
		async list() {
			const years = await (await store()).years();
			return years.ok ? years.value : [];
		},
		async edition(id) {
			const entry = editions.find((edition) => edition.id === id);
			return entry && fetchEdition(entry.url);
		},
		async record(fiscalYear) {
			const fold = await foldOf(fiscalYear);
			return fold.ok ? fold.value : undefined;
		},
		async write(fiscalYear, edits) {
			const fold = await foldOf(fiscalYear);
			if (!fold.ok) return fold;
			const made = edits(fold.value);
			if (made.length === 0) return ok(undefined);
			const refusal = aClosedYearIsOnlyRead(fold.value, fiscalYear, made);
			if (refusal) return { ok: false, refusal };
			const written = await (await store()).commit(fiscalYear, made);
			return written.ok ? ok(undefined) : written;
		},
		open(fiscalYear, path = '/') {
			preferred.write(fiscalYear === current() ? undefined : fiscalYear);
			location.assign(path);
		},
	};
};
