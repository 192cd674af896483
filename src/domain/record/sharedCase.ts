import type { FieldKind } from './fields.ts';
import type { Json } from './operation.ts';

/** A case that the school shares with the city's schools: field `shared` of an 実施記録; null = not shared (any more). */
export interface SharedCase {
	readonly title: string;
	/** 「5年」「全学年」; may be empty. */
	readonly grade: string;
	readonly what: string;
	/** `https://…` or empty. */
	readonly link: string;
}

/** The most that each part may hold, in UTF-16 code units. */
export const caseLimits = { title: 60, grade: 20, what: 600, link: 500 } as const;

/** What each part may be made of. Control characters and halves of a character stay out: not every database takes them. */
export const casePatterns = {
	line: /^[^\p{Cc}\p{Cs}]*$/u,
	text: /^(?:[^\p{Cc}\p{Cs}]|\n)*$/u,
	/** An address of the web, without a user's name in it. */
	link: /^(?:https?:\/\/[^\s\p{Cc}\p{Cs}"<>\\/?#@]+(?:[/?#][^\s\p{Cc}\p{Cs}"<>\\]*)?)?$/u,
} as const;

/** Reads the field's value; undefined where it is none. */
export function sharedCaseIn(value: Json): SharedCase | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	const { title, what, grade = '', link = '' } = value as { readonly [key: string]: Json };
	const { line, text } = casePatterns;
	if (!isWithin(title, caseLimits.title, line) || title.trim() === '') return undefined;
	if (!isWithin(what, caseLimits.what, text) || !isWithin(grade, caseLimits.grade, line)) return undefined;
	return isWithin(link, caseLimits.link, casePatterns.link) ? { title, grade, what, link } : undefined;
}

const isWithin = (value: Json | undefined, most: number, pattern: RegExp): value is string =>
	typeof value === 'string' && value.length <= most && pattern.test(value);

/** Where one device shares and another withdraws, it is withdrawn until somebody settles it: nothing leaves by accident. */
export const sharedCase: FieldKind<SharedCase | null> = {
	empty: null,
	parse: (value) => (value === null ? null : sharedCaseIn(value)),
	rank: (value) => (value === null ? 0 : 1),
	together: (values) => values.find((value) => value !== null) ?? null,
};

/** Why a case cannot be shared as it was typed, as the sentence to show; undefined where it can. */
export function caseRefusal({ title, grade, what, link }: SharedCase): string | undefined {
	if (title.trim() === '') return '題名を入れてください。';
	if (what.trim() === '') return '何をしたかを入れてください。';
	if (title.length > caseLimits.title || grade.length > caseLimits.grade)
		return '題名か学年が長すぎます。短くしてください。';
	if (what.length > caseLimits.what) return `何をしたかが長すぎます。${caseLimits.what}文字までにしてください。`;
	if (link.length > caseLimits.link || !casePatterns.link.test(link)) {
		return 'リンクの形が正しくありません。https:// で始まるアドレスを、まるごと写してください。';
	}
	return sharedCaseIn({ title, grade, what, link }) ? undefined : '読めない文字が入っています。入れ直してください。';
}
