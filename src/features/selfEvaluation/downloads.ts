import type { ReportSource, SelfEvaluation } from '../../domain/report/model.ts';

/** One file that the page offers. Its writer is loaded when it is asked for. */
export interface Download {
	readonly key: string;
	/** On the button, in Japanese. */
	readonly label: string;
	/** `notes`: what the person should know of this file, each a sentence. */
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
