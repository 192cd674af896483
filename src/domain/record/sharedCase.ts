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

/** Reads the field's value; undefined where it is none. */
export function sharedCaseIn(value: Json): SharedCase | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	const { title, grade, what, link } = value as { readonly [key: string]: Json };
	if (typeof title !== 'string' || title === '' || typeof what !== 'string') return undefined;
	return { title, what, grade: typeof grade === 'string' ? grade : '', link: typeof link === 'string' ? link : '' };
}
