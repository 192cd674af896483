/**
 * What a school fills in from its device management, as Excel opens it: UTF-8 with a byte order mark and CRLF. One row
 * a scene and day; the numbers are examples of a school that does not exist.
 */
export const deviceLogTemplate = (day: string): string =>
	[
		'\uFEFF日付,場面,週3回以上の学級数,学級数',
		...['①', '②', '③', '④', '⑤'].map((label) => `${day},${label},,12`),
		'',
	].join('\r\n');

export const deviceLogTemplateName = 'ます目_端末活用の集計_ひな形.csv';
