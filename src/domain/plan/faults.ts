import type * as z from 'zod/mini';
import { placeOf, valueAt } from './place.ts';

/** One fault of an edition: where it is and what to do about it, both in Japanese. */
export interface Fault {
	readonly place: string;
	readonly sentence: string;
}

type Issue = z.core.$ZodIssue;

/** A sentence per pattern of the schema, by what the pattern is for. */
const FORMATS: Record<string, string> = {
	id: '半角の英小文字と数字を「-」でつないで書いてください。',
	action: '半角の英小文字と数字を「-」でつないで書いてください。',
	letter: '目標の記号は半角の大文字1字（AからZ）で書いてください。',
	goals: '目標の記号は半角の大文字1字（AからZ）で書いてください。',
	progressSharedWith: '目標の記号は半角の大文字1字（AからZ）で書いてください。',
	from: '日付は「07-21」のように月日で書いてください。',
	to: '日付は「07-21」のように月日で書いてください。',
	alsoBeside: '項目は「1-2-2」のように書いてください。',
};

const TYPES: Record<string, string> = {
	string: '文字',
	number: '数',
	int: '整数',
	boolean: 'true か false',
	array: '並び（[ ]）',
	object: '組（{ }）',
};

/** What the schema finds wrong, told with its place. */
export const faultsOf = (input: unknown, issues: readonly Issue[], base: readonly PropertyKey[] = []): Fault[] =>
	issues.flatMap((issue) => faultsOfIssue(input, issue, [...base, ...issue.path]));

const faultsOfIssue = (input: unknown, issue: Issue, path: readonly PropertyKey[]): Fault[] => {
	const here = (sentence: string): Fault[] => [{ place: placeOf(input, path), sentence }];
	const value = valueAt(input, path);
	if (value === undefined) return here('書かれていません。');
	switch (issue.code) {
		case 'invalid_type':
			return here(`${TYPES[issue.expected] ?? issue.expected}で書いてください。`);
		case 'invalid_value':
			return here(oneOf(issue.values));
		case 'unrecognized_keys':
			return here(`この形式にない名前 ${issue.keys.map((key) => `「${key}」`).join('')} があります。`);
		case 'invalid_format':
			return here(sentenceForText(value, path));
		case 'too_small':
			return here(atLeast(value, Number(issue.minimum), issue.inclusive !== false));
		case 'too_big':
			return here(Array.isArray(value) ? `${issue.maximum}つまでです。` : `${issue.maximum}以下の数で書いてください。`);
		case 'invalid_union':
			if ('options' in issue && issue.options) return here(oneOf(issue.options));
			return nearestBranch(input, issue.errors, path) ?? here('決められた書き方のどれにも当てはまりません。');
		default:
			return here('書き方が決まりに合いません。');
	}
};

const oneOf = (choices: readonly unknown[]): string =>
	`${choices.map((each) => `「${String(each)}」`).join('')}のどれかで書いてください。`;

const atLeast = (value: unknown, minimum: number, inclusive: boolean): string => {
	if (Array.isArray(value)) return `${minimum}つ以上必要です。`;
	return inclusive ? `${minimum}以上の数で書いてください。` : `${minimum}より大きい数で書いてください。`;
};

/** Of the ways something may be written, the one that was meant: the one whose faults lie inside, not at the value itself. */
const nearestBranch = (
	input: unknown,
	branches: readonly Issue[][],
	path: readonly PropertyKey[],
): Fault[] | undefined => {
	const inside = branches.find((issues) => issues.length > 0 && issues.every((issue) => issue.path.length > 0));
	return inside && faultsOf(input, inside, path);
};

const sentenceForText = (value: unknown, path: readonly PropertyKey[]): string => {
	const key = [...path].reverse().find((each) => typeof each === 'string') ?? '';
	const format = FORMATS[String(key)];
	if (format) return format;
	if (String(value).trim() === '') return '空です。文を書いてください。';
	return /[\r\n]/.test(String(value)) ? '改行を取って1行で書いてください。' : '前後の空白を取ってください。';
};
