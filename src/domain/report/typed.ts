/**
 * Words as every file format can hold them: one kind of line break, no blanks around, none of the control characters and
 * halves of characters that a workbook or an XML file cannot carry. What is visible stays.
 */
export const typed = (words: string): string =>
	words
		.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
		.replace(/\t/g, ' ')
		.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (character) => (character === '\n' ? character : ''))
		.trim();
