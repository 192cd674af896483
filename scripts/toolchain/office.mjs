import { run } from './command.mjs';
import { byHand, installWithApt, isAdministrator, isDebian, missingPackages } from './debian.mjs';
import { Stop } from './place.mjs';

const packages = ['libreoffice-calc-nogui', 'poppler-utils'];

async function missingPrograms() {
	const programs = [
		['soffice', '--version'],
		['pdftotext', '-v'],
	];
	const ended = await Promise.all(programs.map(([program, question]) => run(program, [question], { quiet: true })));
	return programs.filter((_, index) => ended[index].code === 127).map(([program]) => program);
}

/**
 * Makes sure that there is LibreOffice to open our Excel files with, and what reads its PDFs.
 * @throws {Stop} with the way to get them, where they are missing and cannot be installed from here
 */
export async function ensureOffice() {
	if (isDebian() && isAdministrator()) {
		const missing = await missingPackages(packages);
		if (missing.length > 0) await installWithApt(missing, 'Excelを開いて確かめるLibreOffice');
		return;
	}
	const missing = await missingPrograms();
	if (missing.length === 0) return;
	const way = isDebian() ? byHand(packages) : 'LibreOffice と Poppler を入れて、PATH に加えてください。';
	throw new Stop(`Excelを開いて確かめるのに要るものがありません（${missing.join('、')}）。${way}`);
}
