/**
 * Folds a text so that what a person types finds what the plan prints: width and case (NFKC), カナ → かな, ー and
 * spaces dropped. ﾀﾌﾞﾚｯﾄ finds タブレット, 1人1台 finds １人１台.
 */
export const foldForSearch = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
		.replace(/[ー\s]/g, '');

/** Every word of the query (separated by spaces) stands in the folded text. */
export const matches = (folded: string, query: string): boolean =>
	query
		.normalize('NFKC')
		.split(/\s+/)
		.map(foldForSearch)
		.every((word) => folded.includes(word));
