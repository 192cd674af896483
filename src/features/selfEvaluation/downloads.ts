import type { ReportSource, SelfEvaluation } from '../../domain/report/model.ts';
import type { RegisteredAs } from '../../files/reportJson.ts';
import { csvDownload } from './csvDownload.ts';
import { excelDownload } from './excelDownload.ts';
import { htmlDownload } from './htmlDownload.ts';
import { jsonDownloadFor } from './jsonDownload.ts';
import { markdownDownload } from './markdownDownload.ts';
import { shiftJisCsvDownload } from './shiftJisCsvDownload.ts';

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

/** In the order of their buttons. `school`: as the board has registered it, for the summary. */
export const downloadsFor = (school?: RegisteredAs): readonly Download[] => [
	excelDownload,
	csvDownload,
	shiftJisCsvDownload,
	jsonDownloadFor(school),
	markdownDownload,
	htmlDownload,
];
