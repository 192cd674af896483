const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const mostEntries = 2000;

/**
 * Bytes that a zip says it unpacks to (the reader stops an entry at the size it declares); undefined where it is no zip
 * or says nothing that could be held against it: an entry without a size, sizes beyond 4 GB, too many entries.
 */
export function unpackedSize(bytes: Uint8Array): number | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endOf(view);
	if (end === undefined) return undefined;
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	if (count > mostEntries) return undefined;
	let total = 0;
	for (let entry = 0; entry < count; entry += 1) {
		if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return undefined;
		const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
		if (unpacked === 0xffffffff || (unpacked === 0 && packed > 2)) return undefined;
		total += unpacked;
		at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return total;
}

/** The directory's end stands last, but for a comment of at most 64 kB. */
function endOf(view: DataView): number | undefined {
	const first = Math.max(0, view.byteLength - 22 - 0xffff);
	for (let at = view.byteLength - 22; at >= first; at -= 1) {
		if (view.getUint32(at, true) === directoryEnd) return at;
	}
	return undefined;
}
