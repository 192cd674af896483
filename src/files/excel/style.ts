import type { BorderSide, CellStyle } from 'hucre';

/** Every size on the sheets: 9 pt is what A4 landscape holds with all columns of the plan. */
export const bodyFont = { name: '游ゴシック', size: 9 } as const;

const black = { rgb: 'FF1A1A1A' };
const hair: BorderSide = { style: 'thin', color: { rgb: 'FF8C8C8C' } };
const strong: BorderSide = { style: 'medium', color: black };
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const wrapped = { vertical: 'top', wrapText: true } as const;
const framed = { top: hair, bottom: hair, left: hair, right: hair };

export const bodyStyle: CellStyle = { font: bodyFont, alignment: wrapped, border: framed, numFmt: '@' };
export const centredStyle: CellStyle = { ...bodyStyle, alignment: { ...wrapped, horizontal: 'center' } };
/** Marks are read from afar and by everybody: larger than the words, and black. */
export const markStyle: CellStyle = { ...centredStyle, font: { ...bodyFont, size: 11, bold: true, color: black } };
export const numberStyle: CellStyle = { ...bodyStyle, alignment: { ...wrapped, horizontal: 'right' }, numFmt: '0' };
export const columnHeadStyle: CellStyle = {
	font: { ...bodyFont, bold: true },
	alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
	border: { ...framed, top: strong, bottom: strong },
};
/** Columns that may be written in and are read back; the words of the sheet say so too. */
export const openHeadStyle: CellStyle = { ...columnHeadStyle, fill: fill('FFE8F1FE') };
export const groupStyle: CellStyle = {
	font: { ...bodyFont, bold: true },
	alignment: { vertical: 'center', wrapText: true },
	border: { ...framed, top: strong },
	fill: fill('FFF2F2F2'),
};
export const lineStyle: CellStyle = { font: bodyFont, alignment: { vertical: 'center', wrapText: true }, numFmt: '@' };
export const titleStyle: CellStyle = { ...lineStyle, font: { ...bodyFont, size: 14, bold: true } };
export const passageStyle: CellStyle = { ...bodyStyle, border: { ...framed } };
