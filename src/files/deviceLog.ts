import Papa from 'papaparse';
import type { Indicator } from '../domain/plan/edition.ts';
import type { LoggedObservation } from '../domain/record/loggedObservations.ts';
import type { YearAndToday } from '../domain/record/observationEntry.ts';
import { ok, type Refusal, type Result, refuse } from '../domain/result.ts';
import { personalColumn, personalHeading } from './deviceLogPersonal.ts';
import { type LogFault, type LogForm, readLogRow } from './deviceLogRow.ts';
import { sumUp } from './deviceLogSums.ts';
import { type LogColumn, logColumnOf, logColumnWord } from './deviceLogWords.ts';
import { delimiterOf, rowsBeforeHeading } from './tableText.ts';

/** A summary of device logs as read: what it says of each scene and day, and which rows could not be read. */
export interface DeviceLog {
	/** In the order of the plan's scenes, oldest first. */
	readonly observations: readonly LoggedObservation[];
	/** Rows counted as Excel counts them: the first is 1, empty ones count. */
	readonly faults: readonly LogFault[];
	/** What is not recorded because one of its rows could not be read: half a school is no number. */
	readonly heldBack: readonly { readonly indicator: string; readonly date: string; readonly row: number }[];
	readonly rows: number;
}

export type DeviceLogRefusal = Refusal<
	'personal' | 'quotes' | 'noHeading' | 'doubleColumn' | 'missingColumn' | 'empty' | 'tooMany'
>;

export interface DeviceLogPlan extends YearAndToday {
	readonly indicators: readonly Pick<Indicator, 'id' | 'label' | 'text'>[];
}

export const mostLogRows = 5_000;

/**
 * Reads a summary of device logs: one row a class (使用日数 of 授業日数), a grade or a school (使用学級数 of 学級数).
 * A table with a column of persons or single devices is refused whole, and nothing of it is handed on.
 */
export function readDeviceLog(text: string, plan: DeviceLogPlan): Result<DeviceLog, DeviceLogRefusal> {
	const { data: rows, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: delimiterOf(text) });
	const head = headingAmong(rows);
	const below = rows.slice(head.at + 1).filter((cells) => cells.some((cell) => cell.trim()));
	// Before anything else is told of the file: what looks like persons is not spoken of at all.
	const personal = personalTitle(rows.slice(0, head.at)) ?? personalColumn(rows[head.at] ?? [], below);
	if (personal) return refuse('personal', personalSentence(personal));
	const open = errors.find(({ type }) => type === 'Quotes');
	if (open) {
		return refuse(
			'quotes',
			`${(open.row ?? 0) + 1}行目の引用符（"）の始まりと終わりが合っていません。Excelで開いてCSVに保存し直すと直ります。`,
		);
	}
	const form = formOf(head.columns);
	if (!form.ok) return form;
	if (below.length === 0) return refuse('empty', '見出しの下に行がありません。集計の行を入れてください。');
	if (below.length > mostLogRows) {
		return refuse(
			'tooMany',
			`一度に取り込めるのは${mostLogRows.toLocaleString('ja')}行までです（このファイルは${below.length.toLocaleString('ja')}行）。期間を分けて取り込んでください。`,
		);
	}
	const read = rows.flatMap((cells, index) =>
		index > head.at && cells.some((cell) => cell.trim()) ? [readLogRow(cells, index + 1, form.value, plan)] : [],
	);
	return ok({ ...sumUp(read, form.value, plan), rows: read.length });
}

type Heading = { readonly at: number; readonly columns: readonly (LogColumn | undefined)[] };

/** The row with the most headings that are known; without any, the first that has several cells. */
function headingAmong(rows: readonly (readonly string[])[]): Heading {
	const near = rows.slice(0, rowsBeforeHeading);
	const found = near.map((row) => new Set(row.map(logColumnOf).filter(Boolean)).size);
	const most = Math.max(0, ...found);
	const at =
		most > 0
			? found.indexOf(most)
			: Math.max(
					0,
					near.findIndex((row) => row.filter((cell) => cell.trim()).length > 1),
				);
	return { at, columns: (rows[at] ?? []).map(logColumnOf) };
}

/** 「氏名」 over a table whose own heading stands further down. Titles are sentences; only a cell that is a heading counts. */
function personalTitle(titles: readonly (readonly string[])[]): ReturnType<typeof personalColumn> {
	for (const row of titles) {
		const cells = row.filter((cell) => cell.trim());
		if (cells.length < 2) continue;
		const place = row.findIndex((cell) => personalHeading(cell) !== undefined);
		if (place >= 0) return { place: place + 1, word: personalHeading(row[place] ?? ''), why: 'heading' };
	}
	return undefined;
}

const looksLike = {
	heading: '人や端末を1つずつ書いた列',
	name: '人の名前',
	address: 'メールアドレス',
	device: '端末の番号',
	number: '一人ずつの番号',
} as const;

function personalSentence({ place, word, why }: NonNullable<ReturnType<typeof personalColumn>>): string {
	const column = word ? `${place}列目の「${word}」` : `${place}列目`;
	const seen = word ? looksLike.heading : looksLike[why];
	return `${column}が、${seen}のように見えます。このファイルは取り込みません。内容は、この端末に残していません。その列を消すか、学級ごと・学年ごとに数えた表にしてから、選び直してください。`;
}

const named = (...columns: readonly LogColumn[]) => columns.map((column) => `「${logColumnWord[column]}」`).join('と');

/** Which of the two ways of counting a table has, and where its columns stand. */
function formOf(columns: readonly (LogColumn | undefined)[]): Result<LogForm, DeviceLogRefusal> {
	const has = (...wanted: readonly LogColumn[]) => wanted.every((column) => columns.includes(column));
	if (new Set(columns.filter(Boolean)).size < 2) {
		return refuse(
			'noHeading',
			'見出しの行が見つかりません。「日付、場面、週3回以上の学級数、学級数」などの見出しを1行目に入れてください。',
		);
	}
	const twice = columns.find((column, index) => column && columns.indexOf(column) < index);
	if (twice) return refuse('doubleColumn', `${named(twice)}の列が2つあります。1つにしてください。`);
	const missing = (sentence: string) => refuse('missingColumn', sentence);
	if (!has('scene')) return missing('「場面」の列がありません。計画の場面の番号（①〜⑤）を入れてください。');
	if (!has('date') && !has('period')) return missing(`${named('date')}か${named('period')}の列がありません。`);
	const at = new Map(columns.flatMap((column, index) => (column ? [[column, index] as const] : [])));
	if (has('used', 'classes')) return ok({ counts: 'classes', at });
	if (has('days', 'schoolDays', 'class')) return ok({ counts: 'days', at });
	if (has('days', 'schoolDays')) return missing(`${named('days')}で数えるときは、${named('class')}の列が要ります。`);
	if (has('used')) return missing(`${named('classes')}（全部の学級の数）の列がありません。`);
	if (has('days')) return missing(`${named('schoolDays')}の列がありません。`);
	if (has('frequency')) return ok({ counts: 'nothing', at });
	return missing(`${named('used', 'classes')}の列、または${named('days', 'schoolDays')}の列がありません。`);
}
