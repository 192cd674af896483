/**
 * Shift_JIS as Windows writes it (CP932). The platform only reads it, so its own reading is turned round once, when the
 * first text is written: what this writes, the same decoder reads.
 */

type Bytes = readonly number[];

/** 〓, the printer's mark for a character that is not at hand. */
const geta: Bytes = [0x81, 0xac];

/** Same to look at, other code points: what macOS, iPadOS and web pages write, and what CP932 has in its place. */
const alike: Readonly<Record<string, string>> = {
	'\u301c': '\uff5e',
	'\u2212': '\uff0d',
	'\u2014': '\u2015',
	'\u2016': '\u2225',
	'\u00a2': '\uffe0',
	'\u00a3': '\uffe1',
	'\u00ac': '\uffe2',
	'\u00a5': '\uffe5',
	'\u00a0': ' ',
};

let table: ReadonlyMap<string, Bytes> | undefined;

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n);

/** NEC's second set of IBM's characters: readable, but written as IBM's own (FA to FC) and as the rest as it comes first. */
const isReadOnly = (lead: number): boolean => lead === 0xed || lead === 0xee || (lead >= 0xf0 && lead <= 0xf9);

function inverted(): ReadonlyMap<string, Bytes> {
	const decoder = new TextDecoder('shift_jis');
	const found = new Map<string, Bytes>();
	const keep = (...bytes: number[]) => {
		const text = decoder.decode(new Uint8Array(bytes));
		const isOne = Array.from(text).length === 1 && text !== '\ufffd';
		if (isOne && !found.has(text)) found.set(text, bytes);
	};
	// ASCII is ASCII, whatever a platform takes 5C and 7E for.
	for (const byte of range(0, 0x7f)) found.set(String.fromCharCode(byte), [byte]);
	for (const byte of range(0xa1, 0xdf)) keep(byte);
	const leads = [...range(0x81, 0x9f), ...range(0xe0, 0xfc)].filter((lead) => !isReadOnly(lead));
	const trails = [...range(0x40, 0x7e), ...range(0x80, 0xfc)];
	for (const lead of leads) for (const trail of trails) keep(lead, trail);
	return found;
}

/** A kana with its voicing mark written apart, as file names of a Mac are. */
const apart = /[\u3040-\u30ff][\u3099\u309a]/g;

/** Marks that only choose among drawings of the character before them. */
const variation = /[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/** The bytes of one written character, or undefined where the code has no place for some part of it. */
function bytesOf(character: string, known: ReadonlyMap<string, Bytes>): Bytes | undefined {
	const bytes: number[] = [];
	for (const each of character) {
		const found = known.get(alike[each] ?? each);
		if (!found) return undefined;
		bytes.push(...found);
	}
	return bytes;
}

/** The text as bytes, and what of it could not be written as it stands, once each in the order found. */
export function shiftJisBytes(text: string): {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly replaced: readonly string[];
} {
	table ??= inverted();
	const bytes: number[] = [];
	const replaced = new Set<string>();
	const composed = text.replace(apart, (kana) => kana.normalize('NFC'));
	for (const { segment } of new Intl.Segmenter('ja').segment(composed)) {
		const whole = bytesOf(segment, table);
		if (whole) {
			bytes.push(...whole);
			continue;
		}
		replaced.add(segment);
		bytes.push(...(bytesOf(segment.replace(variation, ''), table) ?? geta));
	}
	return { bytes: Uint8Array.from(bytes), replaced: [...replaced] };
}
