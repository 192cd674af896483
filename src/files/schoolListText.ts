import type { Result } from '../domain/result.ts';
import { type TextRefusal, tableText } from './tableText.ts';

/** The text of a board's list of schools; see `tableText`. */
export const schoolListText = (bytes: Uint8Array<ArrayBuffer>): Result<string, TextRefusal> =>
	tableText(bytes, {
		workbook: 'Excelで「名前を付けて保存」から「CSV」を選んで保存し直すか、表をコピーして下の欄に貼り付けてください。',
		tooLarge: '学校の一覧だけのファイルを選んでください。',
	});
