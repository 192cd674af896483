export interface Piece {
	readonly text: string;
	readonly added: boolean;
}

export interface ChangedPiece {
	readonly text: string;
	readonly how: 'kept' | 'removed' | 'added';
}

/** Above so many pairs of letters nothing is compared: the old text goes as a whole and the new one comes. */
const mostPairs = 4_000_000;

/** What is kept between two changes and is shorter than this reads better as a part of them. */
const shortestKept = 3;

/** The new sentence cut into what stood in the old one and what was added: a longest common subsequence by letter. */
export const difference = (before: string, after: string): Piece[] => {
	const pieces = compared(before, after).filter(({ how }) => how !== 'removed');
	return merged(pieces).map(({ text, how }) => ({ text, added: how === 'added' }));
};

/**
 * Both texts in one: what was taken out and what came in, side by side where they took each other's place. A syllable
 * that both happen to have in common is not worth tearing a sentence for.
 */
export const changedText = (before: string, after: string): ChangedPiece[] => {
	const pieces = compared(before, after);
	const whole = pieces.map((piece, index) => ({
		...piece,
		torn: piece.how === 'kept' && isBetweenChanges(pieces, index) && Array.from(piece.text).length < shortestKept,
	}));
	const changed: ChangedPiece[] = [];
	let removed = '';
	let added = '';
	const close = () => {
		if (removed) changed.push({ text: removed, how: 'removed' });
		if (added) changed.push({ text: added, how: 'added' });
		removed = '';
		added = '';
	};
	for (const { text, how, torn } of whole) {
		if (how === 'kept' && !torn) {
			close();
			changed.push({ text, how });
		}
		if (how === 'removed' || torn) removed += text;
		if (how === 'added' || torn) added += text;
	}
	close();
	return changed;
};

const isBetweenChanges = (pieces: readonly ChangedPiece[], index: number): boolean =>
	index > 0 && index < pieces.length - 1;

/** Kept, removed and added letters in the order of both texts. */
function compared(before: string, after: string): ChangedPiece[] {
	const [a, b] = [Array.from(before), Array.from(after)];
	const head = sameAtStart(a, b);
	const tail = sameAtStart(a.slice(head).reverse(), b.slice(head).reverse());
	const [from, to] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
	return merged([
		{ text: a.slice(0, head).join(''), how: 'kept' },
		...lettersCompared(from, to),
		{ text: a.slice(a.length - tail).join(''), how: 'kept' },
	]);
}

const sameAtStart = (a: readonly string[], b: readonly string[]): number => {
	const differs = a.findIndex((letter, index) => letter !== b[index]);
	return differs < 0 ? a.length : differs;
};

function lettersCompared(before: readonly string[], after: readonly string[]): ChangedPiece[] {
	if (before.length * after.length > mostPairs) {
		return [
			{ text: before.join(''), how: 'removed' },
			{ text: after.join(''), how: 'added' },
		];
	}
	const lengths = commonLengths(before, after);
	const pieces: ChangedPiece[] = [];
	let [i, j] = [0, 0];
	while (i < before.length || j < after.length) {
		const [old, next] = [before[i], after[j]];
		if (old !== undefined && old === next) {
			pieces.push({ text: old, how: 'kept' });
			i += 1;
			j += 1;
		} else if (old !== undefined && (next === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
			pieces.push({ text: old, how: 'removed' });
			i += 1;
		} else {
			pieces.push({ text: next ?? '', how: 'added' });
			j += 1;
		}
	}
	return pieces;
}

/** How many letters the rests of both texts have in common, from every pair of places on. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
	const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
	for (let i = before.length - 1; i >= 0; i--) {
		const [row, below] = [lengths[i], lengths[i + 1]];
		for (let j = after.length - 1; row && below && j >= 0; j--) {
			row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
		}
	}
	return lengths;
}

function merged(pieces: readonly ChangedPiece[]): ChangedPiece[] {
	const runs: { text: string; how: ChangedPiece['how'] }[] = [];
	for (const { text, how } of pieces) {
		const last = runs.at(-1);
		if (last?.how === how) last.text += text;
		else if (text !== '') runs.push({ text, how });
	}
	return runs;
}
