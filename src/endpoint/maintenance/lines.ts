const newline = 0x0a;

/** No line of ours comes near this; a file that has one is not ours, and must not fill the memory. */
const longestLine = 32_000_000;

/** Cuts bytes into lines without their ends. Throws a SyntaxError where a line does not end. */
export async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let begun: Buffer[] = [];
	let size = 0;
	for await (const chunk of chunks) {
		let start = 0;
		for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
			yield Buffer.concat([...begun, chunk.subarray(start, end)]);
			begun = [];
			size = 0;
			start = end + 1;
		}
		begun.push(chunk.subarray(start));
		size += chunk.length - start;
		if (size > longestLine) throw new SyntaxError('A line is longer than any of a backup.');
	}
	if (size > 0) throw new SyntaxError('The last line has no end.');
}
