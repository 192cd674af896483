import type { ReportPassage, ReportRow, SelfEvaluation } from '../domain/report/model.ts';

/** Words that the two formats for a school's website need over what has no column or title of its own. */
export const publicHeading = { legend: '評価の見方', own: '学校独自の取組' } as const;

/** 「◎」 → 「◎ 十分」: a mark never stands without its word. From the legend, which has both before its 「：」. */
export function markWords({ head }: SelfEvaluation): (mark: string) => string {
	const words = new Map(head.legend.map((line) => [line.slice(0, 1), line.split('：', 1)[0] ?? line]));
	return (mark) => words.get(mark) ?? mark;
}

/** The words of a cell as they are read on a website. */
export const publicCell = (
	row: ReportRow,
	key: SelfEvaluation['columns'][number],
	words: (mark: string) => string,
): string => (key === 'rating' || key === 'lastRating' ? words(row.cells[key]) : row.cells[key]);

/** The passages with these keys that have text. An empty heading on a website would read as a promise. */
export const passagesWith = (report: SelfEvaluation, keys: readonly ReportPassage['key'][]): ReportPassage[] =>
	keys.flatMap((key) => report.passages.filter((passage) => passage.key === key && passage.text.trim() !== ''));

export const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);

/** A line that ends in a web address: what stands before it, and the address. Nothing else ever becomes a link. */
export function linkAtEnd(line: string): { readonly before: string; readonly url: string } | undefined {
	const [, before = '', url = ''] = /^(.*?)(https?:\/\/[^\s<>"'`\\]+)$/i.exec(line) ?? [];
	return url !== '' && URL.canParse(url) ? { before: before.trim(), url } : undefined;
}
