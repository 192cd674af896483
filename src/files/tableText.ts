import { ok, type Refusal, type Result, refuse } from '../domain/result.ts';

/** Tables that people keep are some hundred kB; whatever is this large is another file. */
const mostBytes = 5_000_000;

const decoded = (bytes: Uint8Array<ArrayBuffer>, encoding: string): string | undefined => {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
};

const startsWith = (bytes: Uint8Array, ...first: readonly number[]) => first.every((byte, at) => bytes[at] === byte);

/** UTF-16 says so itself (Excel's 「Unicode テキスト」); Shift_JIS is only tried where the bytes are no UTF-8. */
const encodingsOf = (bytes: Uint8Array): readonly string[] => {
	if (startsWith(bytes, 0xff, 0xfe)) return ['utf-16le'];
	if (startsWith(bytes, 0xfe, 0xff)) return ['utf-16be'];
	return ['utf-8', 'shift_jis'];
};

export type TextRefusal = Refusal<'empty' | 'workbook' | 'tooLarge' | 'unreadable'>;

/** What to do with files that only the place where one is asked for can say. */
export interface TableWords {
	/** After 「これはExcelのブックです。」 */
	readonly workbook: string;
	/** After 「ファイルが大きすぎます（5 MBまで）。」 */
	readonly tooLarge: string;
}

/**
 * The text of a CSV file as Excel and others write it: UTF-8 with or without a byte order mark, Shift_JIS, UTF-16.
 * Refuses workbooks (.xlsx, .xls) and files that are no text, each with a way on.
 */
export function tableText(bytes: Uint8Array<ArrayBuffer>, words: TableWords): Result<string, TextRefusal> {
	if (bytes.length === 0) return refuse('empty', 'このファイルは空です。別のファイルを選んでください。');
	if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
		return refuse('workbook', `これはExcelのブックです。${words.workbook}`);
	}
	if (bytes.length > mostBytes) return refuse('tooLarge', `ファイルが大きすぎます（5 MBまで）。${words.tooLarge}`);
	for (const encoding of encodingsOf(bytes)) {
		const text = decoded(bytes, encoding);
		if (text !== undefined && !text.includes('\0')) return ok(text);
	}
	return refuse(
		'unreadable',
		'このファイルは文字として読めませんでした。Excelで「CSV UTF-8」として保存し直してから、もう一度選んでください。',
	);
}

/** Titles and dates may stand over a table. */
export const rowsBeforeHeading = 20;

/** What separates the cells near the top: copied cells come with tabs, some systems write semicolons. */
export function delimiterOf(text: string): string {
	const top = text.split('\n', rowsBeforeHeading).join('\n');
	const count = (mark: string) => top.split(mark).length;
	return [',', '\t', ';'].reduce((most, mark) => (count(mark) > count(most) ? mark : most));
}
