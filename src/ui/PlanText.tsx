/** Words that must not be torn at a line's end, and the last five characters, so that no sentence ends on an orphan. */
const together = /年[1１]回(?:以上)?|週[1-3１-３]回(?:以上)?|[1１]人[1１]台|生成(?:AI|ＡＩ)|.{1,5}$/gu;

interface Piece {
	readonly text: string;
	readonly whole: boolean;
}

/** The sentence cut into pieces that may break inside and pieces that must not; neighbours of the latter stay together. */
export const piecesOf = (text: string): Piece[] => {
	const pieces: Piece[] = [];
	let from = 0;
	for (const match of text.matchAll(together)) {
		const last = pieces.at(-1);
		if (match.index > from) pieces.push({ text: text.slice(from, match.index), whole: false });
		else if (last?.whole) pieces.pop();
		const before = match.index === from && last?.whole ? last.text : '';
		pieces.push({ text: before + match[0], whole: true });
		from = match.index + match[0].length;
	}
	if (from < text.length) pieces.push({ text: text.slice(from), whole: false });
	return pieces;
};

/** A sentence of the plan, unchanged, with its unbreakable pieces kept whole. */
export function PlanText({ text }: { text: string }) {
	return <>{piecesOf(text).map((piece) => (piece.whole ? <span class="nb">{piece.text}</span> : piece.text))}</>;
}
