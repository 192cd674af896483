export interface Piece {
	readonly text: string;
	readonly added: boolean;
}

/** The new sentence cut into what stood in the old one and what was added: a longest common subsequence by character. */
export const difference = (before: string, after: string): Piece[] => {
	const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
	for (let i = before.length - 1; i >= 0; i--) {
		for (let j = after.length - 1; j >= 0; j--) {
			const row = lengths[i];
			if (!row) continue;
			row[j] =
				before[i] === after[j]
					? (lengths[i + 1]?.[j + 1] ?? 0) + 1
					: Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
		}
	}
	const pieces: { text: string; added: boolean }[] = [];
	const put = (text: string, added: boolean) => {
		const last = pieces.at(-1);
		if (last?.added === added) last.text += text;
		else pieces.push({ text, added });
	};
	for (let i = 0, j = 0; j < after.length; ) {
		const letter = after[j] ?? '';
		if (before[i] === letter) {
			put(letter, false);
			i += 1;
			j += 1;
		} else if (i < before.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) {
			i += 1;
		} else {
			put(letter, true);
			j += 1;
		}
	}
	return pieces;
};
