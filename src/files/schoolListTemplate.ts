/**
 * What a board fills in, as Excel opens it: UTF-8 with a byte order mark and CRLF. The two examples are fictional and
 * meant to be overwritten.
 */
export const schoolListTemplate = [
	'\uFEFF学校コード,学校名,校種,特別支援学級,院内学級',
	'E001,（例）○○市立○○小学校,小学校,ある,なし',
	'J001,（例）○○市立○○中学校,中学校,なし,なし',
	'',
].join('\r\n');

export const schoolListTemplateName = 'ます目_学校一覧_ひな形.csv';
