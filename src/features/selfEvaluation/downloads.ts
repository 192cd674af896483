import type { ReportSource, SelfEvaluation } from '../../domain/report/model.ts';

/** A file that a person can take the self-evaluation away in. */
export interface Download {
	readonly key: string;
	/** On its button. */
	readonly label: string;
	/** Loads what writes it, and writes. `notes`: sentences about what the format could not hold. */
	write(
		report: SelfEvaluation,
		source: ReportSource,
	): Promise<{
		readonly name: string;
		readonly content: string | Uint8Array<ArrayBuffer>;
		readonly type: string;
		readonly notes?: readonly string[];
	}>;
}
