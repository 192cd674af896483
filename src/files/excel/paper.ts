import type { HeaderFooter, PageSetup } from 'hucre';
import type { SelfEvaluation } from '../../domain/report/model.ts';
import { cellText } from '../../domain/report/returnedSheet.ts';

/** A4 landscape, as wide as the paper, as many pages as it takes. Margins are in inches. */
export const a4Landscape: PageSetup = {
	paperSize: 'a4',
	orientation: 'landscape',
	fitToPage: true,
	fitToWidth: 1,
	fitToHeight: 0,
	horizontalCentered: true,
	margins: { top: 0.47, bottom: 0.59, left: 0.47, right: 0.47, header: 0.3, footer: 0.3 },
};

/** A footer of more than 255 signs makes Excel call the whole file damaged. */
const longestSchool = 50;

const schoolIn = (name: string): string =>
	Array.from(cellText(name).replace(/\s+/g, ' ')).slice(0, longestSchool).join('').replaceAll('&', '&&');

/** The school on the left, 「1 / 4」 on the right. `&` begins a code in a footer, so the school's own is doubled. */
export const footerOf = ({ head }: SelfEvaluation): HeaderFooter => ({
	oddFooter: `&L&9 ${schoolIn(head.school)}　${head.title}&R&9 &P / &N`,
});
