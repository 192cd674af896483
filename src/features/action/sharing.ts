import type { ReadonlySignal } from '@preact/signals';
import { type PersonalWords, personalWordsIn } from '../../domain/record/personalWords.ts';
import type { Occurrence } from '../../domain/record/reading.ts';
import { caseLimits, type SharedCase } from '../../domain/record/sharedCase.ts';
import type { Sync, SyncStatus } from '../../sync/sync.ts';

/** What sharing with the city's schools needs of the exchange. */
export interface CityExchange {
	readonly status: ReadonlySignal<SyncStatus>;
	/** Loads the exchange's code when it is first asked for; rejects where it cannot be loaded. */
	readonly sync: () => Promise<Pick<Sync, 'cases'>>;
}

export type CasePart = keyof SharedCase;

export const partWord: Readonly<Record<CasePart, string>> = {
	title: '題名',
	grade: '学年',
	what: '何をしたか',
	link: 'リンク',
};

/** What the form begins with: the record's own words, for the person to choose from. */
export const beginningOf = ({ place, memo }: Pick<Occurrence, 'place' | 'memo'>): SharedCase => ({
	title: (/^[^。\n]*/.exec(memo)?.[0] ?? '').slice(0, caseLimits.title),
	grade: /[1-6１-６]年/.exec(place)?.[0] ?? '',
	what: memo.slice(0, caseLimits.what),
	link: '',
});

/** Words in what was typed that look like a person. */
export interface Doubt extends PersonalWords {
	/** Where they stand; the same words in several parts are one doubt. */
	readonly parts: readonly CasePart[];
	/** The words around it. */
	readonly before: string;
	readonly after: string;
}

const around = 12;

/** Everything in a case that looks like a name or a contact, each once; in a link only people and their addresses do. */
export function doubtsIn(typed: SharedCase): Doubt[] {
	const doubts = new Map<string, Doubt>();
	for (const part of ['title', 'grade', 'what', 'link'] as const) {
		const text = part === 'link' ? readable(typed.link) : typed[part];
		for (const found of personalWordsIn(text)) {
			if (part === 'link' && found.kind !== 'person' && found.kind !== 'mail') continue;
			const known = doubts.get(found.words);
			const before = `${found.start > around ? '…' : ''}${text.slice(Math.max(0, found.start - around), found.start)}`;
			const after = `${text.slice(found.end, found.end + around)}${text.length > found.end + around ? '…' : ''}`;
			const parts = [...new Set([...(known?.parts ?? []), part])];
			doubts.set(found.words, { ...(known ?? { ...found, before, after }), parts });
		}
	}
	return [...doubts.values()];
}

/** What a false alarm is called; undefined where there is none. */
export const denial: Readonly<Record<PersonalWords['kind'], string | undefined>> = {
	person: '人の名前ではありません',
	label: '個人の情報ではありません',
	telephone: '電話番号ではありません',
	number: '個人の番号ではありません',
	mail: undefined,
};

export const doubtWord: Readonly<Record<PersonalWords['kind'], string>> = {
	person: '人の名前に見えます。',
	label: '個人の情報を書くところに見えます。',
	telephone: '電話番号に見えます。',
	number: '個人の番号に見えます。',
	mail: 'メールアドレスは共有できません。',
};

const readable = (link: string): string => {
	try {
		return decodeURIComponent(link);
	} catch {
		return link;
	}
};
