import { readXlsx } from 'hucre/xlsx';
import type { ReturnedSheets } from '../../domain/report/returned.ts';
import { sheetNames } from '../../domain/report/returnedSheet.ts';
import { ok, type Refusal, type Result, refuse } from '../../domain/result.ts';
import { unpackedSize } from './unpackedSize.ts';

const mostBytes = 5_000_000;
/** A school's workbook unpacks to about 1 MB; this much a tablet can still hold. */
const mostUnpacked = 60_000_000;
/** More □ than any plan has, and as many columns as somebody may have added beside ours. */
const area = 'A1:AZ2000';

const unchanged = '記録は変わっていません。';

/** The sheets of a returned workbook that are read. Refuses what is no workbook, or so large that reading it would hang. */
export async function readWorkbook(
	bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<ReturnedSheets, Refusal<'tooLarge' | 'unreadable' | 'old'>>> {
	if (bytes.length > mostBytes) return tooLarge();
	if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
		return refuse(
			'old',
			`古い形式か、パスワードのついたExcelファイルのようです。Excelで「名前を付けて保存」から「Excel ブック（.xlsx）」を選び、パスワードなしで保存し直してください。${unchanged}`,
		);
	}
	const size = unpackedSize(bytes);
	if (size === undefined) return unreadable();
	if (size > mostUnpacked) return tooLarge();
	try {
		const { sheets } = await readXlsx(bytes, { sheets: [sheetNames.info, sheetNames.data], range: area });
		const rowsOf = (wanted: string) => sheets.find(({ name }) => name === wanted)?.rows;
		return ok({ info: rowsOf(sheetNames.info), data: rowsOf(sheetNames.data) });
	} catch {
		return unreadable();
	}
}

const tooLarge = () =>
	refuse(
		'tooLarge',
		`ファイルが大きすぎます（5 MBまで）。画像などを貼っていないファイルを選んでください。${unchanged}`,
	);

const unreadable = () =>
	refuse(
		'unreadable',
		`Excelファイル（.xlsx）として読めませんでした。Excelで開いて保存し直してから、もう一度選んでください。${unchanged}`,
	);
