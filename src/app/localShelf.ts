import type { TextShelf } from '../session/snapshot.ts';

/** localStorage, which may be missing, full or forbidden: then nothing is remembered and nothing breaks. */
export const createLocalShelf = (storage: () => Storage): TextShelf => {
	const attempt = <Value>(work: (storage: Storage) => Value, otherwise: Value): Value => {
		try {
			return work(storage());
		} catch {
			return otherwise;
		}
	};
	return {
		read: (key) => attempt((kept) => kept.getItem(key), null),
		write: (key, text) =>
			attempt((kept) => {
				kept.setItem(key, text);
				return true;
			}, false),
		remove: (key) => attempt((kept) => kept.removeItem(key), undefined),
		keys: () => attempt((kept) => Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? ''), []),
	};
};
