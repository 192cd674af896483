/** Excel draws no row higher than 409 points, and two of so many lines fit a page: little white is left where one does not. */
const mostLines = 16;
export const lineHeight = 15;
/** Somewhat below Excel's own limit; what is longer is read in the cell's own field. */
export const highest = 400;

/**
 * Full-width letters that fit side by side in a column of so many half-width digits of the same font. Over the whole
 * sheet some less: fonts differ a little between computers, and it adds up.
 */
export const lettersIn = (width: number): number => Math.max(1, Math.floor(width * (width > 60 ? 0.5 : 0.55)));

/**
 * Points that a row takes: the most lines of its cells. Said outright, since LibreOffice makes no room for wrapped words
 * in the rows of a file that another program wrote.
 */
export const heightOf = (texts: readonly string[], widths: readonly number[]): number =>
	Math.max(1, ...texts.map((text, at) => linesOf(text, lettersIn(widths[at] ?? 0)))) * lineHeight + 3;

const widthOf = (text: string): number => {
	let halves = 0;
	for (const letter of text) halves += /^[\u0020-\u007e\uff61-\uff9f]$/u.test(letter) ? 1 : 2;
	return halves / 2;
};

/** How many lines a text takes where `letters` full-width ones fit side by side. */
export const linesOf = (text: string, letters: number): number =>
	text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / letters)), 0);

/** A text in pieces of which each fits a row; put together again they are the text. Most texts are one piece. */
export function piecesOf(text: string, letters: number): string[] {
	if (linesOf(text, letters) <= mostLines) return [text];
	const pieces: string[] = [];
	let piece = '';
	let line = 0;
	let lines = 1;
	for (const letter of text) {
		const width = letter === '\n' ? 0 : widthOf(letter);
		const breaks = letter === '\n' || line + width > letters;
		if (breaks && lines === mostLines) {
			pieces.push(piece);
			piece = '';
			lines = 1;
			line = 0;
		} else if (breaks) {
			lines += 1;
			line = 0;
		}
		piece += letter;
		line += width;
	}
	return [...pieces, piece];
}
