import type { ReportSource, SelfEvaluation } from '../../domain/report/model.ts';

/** What a writer hands over: the file, and what a person should know about it. */
export interface Written {
	readonly name: string;
	readonly content: string | Uint8Array<ArrayBuffer>;
	readonly type: string;
	/** Japanese sentences: letters that the file cannot hold, say. */
	readonly notes?: readonly string[];
}

/** A kind of file that the report can be had as. Its writer is loaded when it is asked for. */
export interface Download {
	readonly key: string;
	/** 「Excel」 */
	readonly label: string;
	/** Only for the version that is published. */
	readonly publicOnly?: true;
	readonly write: (report: SelfEvaluation, source: ReportSource) => Promise<Written>;
}

/** In the order of their buttons. */
export const downloads: readonly Download[] = [];
