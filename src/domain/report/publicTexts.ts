import type { Reading } from '../record/reading.ts';
import type { Reported } from './states.ts';

/** Stands in the public version where an address was typed that nobody has said may be published. */
export const withheldLink = '（リンク）';

/**
 * Addresses as people type and paste them: with a scheme, 「www.」, a host with a path, a folder on the school's server.
 * Kanji and katakana belong to an address where its own signs lead to them; hiragana goes on with the sentence.
 */
const address =
	/(?:[a-z][a-z\d+.-]*:\/\/|www\.|(?:[a-z\d-]+\.)+[a-z]{2,}\/|\\\\(?=[\w\p{Script=Han}\p{Script=Katakana}]))(?:[!#-;=?-~]|(?<=[/\\=#?&%_-])[\p{Script=Han}\p{Script=Katakana}ー]+)*/giu;

/** Signs that end a sentence rather than an address. */
const behind = /[).,;:!?'\]]+$/;

export type PublicAddresses = ReadonlySet<string>;

/** The addresses of papers that may be published: these may stand in texts, too. */
export const publicAddresses = (reported: readonly Reported[]): PublicAddresses =>
	new Set(reported.flatMap(({ publicEvidence }) => publicEvidence.map(({ url }) => url)));

/** A text without the addresses that are not public; everything else stays as it was typed. */
export const withoutLinks = (text: string, open: PublicAddresses): string =>
	text.replace(address, (found) => {
		const end = behind.exec(found)?.[0] ?? '';
		const link = end === '' ? found : found.slice(0, -end.length);
		return open.has(found) || open.has(link) ? found : `${withheldLink}${end}`;
	});

/** A □ with the texts that the public version shows of it. */
export function publiclyReported(reported: Reported, open: PublicAddresses): Reported {
	const bare = (reading: Reading<string>): Reading<string> => ({
		...reading,
		value: withoutLinks(reading.value, open),
	});
	const { state, text } = reported;
	const { result, issue, improvement, nextYear } = state.texts;
	const texts = {
		...{ result: bare(result), issue: bare(issue) },
		...{ improvement: bare(improvement), nextYear: bare(nextYear) },
	};
	return { ...reported, text: reported.action ? text : withoutLinks(text, open), state: { ...state, texts } };
}
