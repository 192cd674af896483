/**
 * `node scripts/fictional.ts`: writes seeds/fictional/aoba-model-2026.json, the record of a school that does not exist,
 * as the backup file that the app itself would write. The same story always gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeBackup } from '../src/files/backup.ts';
import { school as profile, toldOn, years } from './aobaModel.ts';
import { tellYear } from './demo/telling.ts';
import type { ToldSchool } from './demo/told.ts';

const edition = 'sendai-2025';
const idOf = (name: string) => createHash('sha256').update(`aoba-model ${name}`).digest('hex').slice(0, 32);

const school: ToldSchool = {
	profile,
	lead: { id: idOf('Chromebook of the ICT lead'), by: { role: 'ictLead', label: 'ICT担当' } },
	shared: { id: idOf('shared iPad'), by: { role: 'teacher', label: '校内のiPad' } },
	principal: { id: idOf('iPad of the principal'), by: { role: 'principal', label: '校長室のiPad' } },
	idOf,
	pace: 2,
};

/** The text of the backup file. */
export const fictionalBackup = (): Promise<string> => {
	const counters = new Map<string, number>();
	return writeBackup(
		{
			schoolName: profile.name,
			appVersion: '0.1.0',
			now: Date.parse(`${toldOn}T17:00:00+09:00`),
			logs: years.map((year) => ({
				fiscalYear: year.fiscalYear,
				operations: tellYear(school, year, edition, toldOn, counters),
			})),
		},
		(bytes) => crypto.subtle.digest('SHA-256', bytes),
	);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const folder = new URL('../seeds/fictional/', import.meta.url);
	mkdirSync(folder, { recursive: true });
	writeFileSync(new URL('aoba-model-2026.json', folder), await fictionalBackup());
}
