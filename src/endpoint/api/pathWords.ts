import * as z from 'zod/mini';
import { DeviceId, SchoolCode } from '../../domain/exchange/words.ts';

/** What may stand for each `:name` in a path. Anything else is nowhere. */
export const pathWords = {
	school: SchoolCode,
	year: z.string().check(z.regex(/^2\d{3}$/)),
	device: DeviceId,
	plan: z.string().check(z.regex(/^[a-z0-9-]{1,80}$/)),
	schema: z.string().check(z.regex(/^[a-z-]{1,40}\.json$/)),
} as const;

/** The names of the words in a path. */
export const wordsIn = (path: string): (keyof typeof pathWords)[] =>
	[...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
		if (!(name in pathWords)) throw new Error(`no schema for :${name}`);
		return name as keyof typeof pathWords;
	});
