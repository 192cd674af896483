import type { PlanEdition } from '../domain/plan/edition.ts';
import type { RecordFold } from '../domain/record/fold.ts';
import type { Edit } from '../domain/record/operation.ts';
import type { Result } from '../domain/result.ts';

/** The years beside the open one: what this device holds of them. */
export interface Years {
	/** Fiscal years that have a record here, oldest first. */
	readonly list: () => Promise<readonly number[]>;
	/** An edition by its id; undefined where it is not among those of this app. */
	readonly edition: (id: string) => Promise<PlanEdition | undefined>;
	/** The edition that a year is recorded against. */
	readonly editionOf: (fiscalYear: number) => Promise<PlanEdition | undefined>;
	/** The record of a year; undefined where it cannot be read. */
	readonly record: (fiscalYear: number) => Promise<RecordFold | undefined>;
	/** Writes into a year that is not the open one; for that, `Session.take`. */
	readonly write: (fiscalYear: number, edits: (fold: RecordFold) => readonly Edit[]) => Promise<Result<void>>;
	/** The fiscal year that today lies in. */
	readonly current: () => number;
	/** `YYYY-MM-DD` in Japan, whatever year is open. */
	readonly today: () => string;
	/** Opens another year in this tab; the page is loaded anew. */
	readonly open: (fiscalYear: number, path?: string) => void;
}
