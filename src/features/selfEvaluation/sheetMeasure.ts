import { besideColumns, type FlowPart, type PlanPiece } from './sheetFlow.ts';
import type { Part, Piece } from './sheetPages.ts';

/** Lines of the cells of what is higher than a page: piece `plan 12` → column → its lines. */
export type TornWords = ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;

export interface Measured {
	readonly parts: readonly Part[];
	readonly torn: TornWords;
	/** Height of a page's body. */
	readonly room: number;
}

/** Of a row: padding and rule, as in sheet.css. */
const around = 7;
/** Paper and screen set the same text with a hair's difference; this much of a page's end stays free. */
const slack = 10;
/** A heading that may stand over a row. */
const headingAtMost = 60;

/**
 * Reads the heights of everything that stands on the measuring sheet. `root` holds one `[data-part]` each with
 * `[data-head]`, `[data-piece]` and, in them, `[data-cell]`; `[data-room]` is a page's body.
 */
export function measureSheet(root: HTMLElement, flow: readonly FlowPart[]): Measured {
	const torn = new Map<string, Readonly<Record<string, readonly string[]>>>();
	const body = heightOf(root.querySelector('[data-room]'));
	// Where nothing is drawn nothing can be measured: all of it is one page, and nothing is lost.
	const room = body > 0 ? body - slack : Number.POSITIVE_INFINITY;
	const parts = flow.map((part): Part => {
		const standing = root.querySelector(`[data-part="${part.key}"]`);
		const heads = [...(standing?.querySelectorAll('[data-head]') ?? [])];
		const head = heads.reduce((sum, each) => sum + heightOf(each), marginOf(standing));
		const found = [...(standing?.querySelectorAll<HTMLElement>('[data-piece]') ?? [])];
		const pieces = found.map((element, index) => {
			const runs = part.kind === 'plan' ? runsOf(part.pieces[index]) : [];
			const { piece, words } = measurePiece(element, runs, room - head - headingAtMost);
			if (words) torn.set(`${part.key} ${index}`, words);
			return piece;
		});
		return { key: part.key, head, pieces };
	});
	return { parts, torn, room };
}

const runsOf = (piece: PlanPiece | undefined): readonly string[] => (piece?.kind === 'row' ? piece.runs : []);

interface MeasuredPiece {
	readonly piece: Piece;
	readonly words?: Readonly<Record<string, readonly string[]>>;
}

function measurePiece(element: HTMLElement, runs: readonly string[], atMost: number): MeasuredPiece {
	if (element.dataset.piece === 'heading') return { piece: { height: heightOf(element), keepsNext: true } };
	const cells = [...element.querySelectorAll<HTMLElement>('[data-cell]')];
	const isBeside = ({ dataset: { cell } }: HTMLElement, columns: readonly string[]) =>
		runs.length > 0 && columns.includes(cell ?? '');
	const own = cells.filter((cell) => !isBeside(cell, besideColumns.flat()));
	const beside = runs.map((key, depth) => ({
		key,
		height: highest(cells.filter((cell) => isBeside(cell, besideColumns[depth] ?? []))) + around,
	}));
	const height = highest(own) + around;
	const whole = { height, ...(runs.length > 0 && { beside }) };
	if (height <= atMost) return { piece: whole };
	const words: Record<string, readonly string[]> = Object.fromEntries(
		own.map((cell) => [cell.dataset.cell ?? '', linesOf(cell)]),
	);
	const count = Math.max(1, ...Object.values(words).map(({ length }) => length));
	return { piece: { ...whole, lines: { count, height: lineHeightOf(own[0]), around } }, words };
}

const heightOf = (element: Element | null | undefined): number => element?.getBoundingClientRect().height ?? 0;
const highest = (elements: readonly Element[]): number => Math.max(0, ...elements.map(heightOf));

const marginOf = (element: Element | null | undefined): number =>
	element ? Number.parseFloat(getComputedStyle(element).marginTop) || 0 : 0;

const lineHeightOf = (element: Element | undefined): number =>
	(element && Number.parseFloat(getComputedStyle(element).lineHeight)) || 18;

/** The lines of a text as this device breaks them, each with what ends it. */
function linesOf(cell: HTMLElement): string[] {
	const text = cell.querySelector('[data-words]')?.firstChild;
	if (!(text instanceof Text)) return [];
	const range = document.createRange();
	const lines: string[] = [];
	let [line, top] = ['', Number.NaN];
	let place = 0;
	for (const letter of text.data) {
		range.setStart(text, place);
		place += letter.length;
		range.setEnd(text, place);
		const rect = letter === '\n' ? undefined : range.getClientRects()[0];
		if (line.endsWith('\n') || (rect && line !== '' && rect.top - top > 4)) {
			lines.push(line);
			[line, top] = ['', Number.NaN];
		}
		if (rect && Number.isNaN(top)) top = rect.top;
		line += letter;
	}
	return line === '' ? lines : [...lines, line];
}
