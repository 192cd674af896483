import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { PlanEdition } from '../../../src/domain/plan/edition.ts';
import { fiscalYearOf, tokyoDate } from '../../../src/domain/plan/fiscalYear.ts';
import { setField } from '../../../src/domain/record/edits.ts';
import { foldRecord } from '../../../src/domain/record/fold.ts';
import { stampEdits } from '../../../src/domain/record/operation.ts';
import { readProfile } from '../../../src/domain/record/readSchool.ts';
import type { ReportSource } from '../../../src/domain/report/model.ts';
import { selfEvaluation } from '../../../src/domain/report/selfEvaluation.ts';
import { writeWorkbook } from '../../../src/files/excel/workbook.ts';
import { browserName } from '../browsers/launch.ts';
import { cacheFolder } from '../cacheFolder.ts';
import { journey } from '../journey.ts';
import { actions } from './plan.ts';

const edition: PlanEdition = JSON.parse(
	readFileSync(join(import.meta.dirname, '../../../seeds/sendai-2025.json'), 'utf8'),
);

/** This school's workbook, in which somebody has written another 実績 on the computer that it was sent to. */
async function writtenIn(backup: string, action: string, words: string, school?: string): Promise<string> {
	const fiscalYear = fiscalYearOf(tokyoDate(Date.now()));
	const { logs } = JSON.parse(backup);
	const fold = foldRecord(logs.find((log: { fiscalYear: number }) => log.fiscalYear === fiscalYear).operations);
	const profile = readProfile(fold);
	if (!profile) throw new Error('the backup has no school');
	const by = { role: 'ictLead', label: 'ICT担当' } as const;
	const at = new Date().toISOString();
	for (const operation of stampEdits([setField(fold, `action/${action}`, 'result', words)], {
		...{ device: 'e'.repeat(32), counter: 1, lamport: fold.lamport + 1, at, by },
	})) {
		fold.add(operation);
	}
	const name = school ?? profile.name;
	const source: ReportSource = {
		edition,
		fiscalYear,
		fold,
		profile: { ...profile, name },
		today: tokyoDate(Date.now()),
	};
	const report = selfEvaluation(source, { phase: 'midyear', audience: 'board', short: false });
	const file = join(cacheFolder('journeys'), `${browserName()}-${school ? 'other' : 'returned'}.xlsx`);
	writeFileSync(file, (await writeWorkbook(report, source)).content);
	return file;
}

describe('返ってきたExcel', () => {
	journey(
		'is shown beside the record, chosen, recorded and taken back; another school’s is refused',
		async (school) => {
			const lead = await school.lead();
			await lead.begins();
			const { id } = actions.yearPlan;
			const backup = (await lead.writesBackup()).text;
			const [returned, other] = [
				await writtenIn(backup, id, '教育委員会で書きたした実績'),
				await writtenIn(backup, id, 'よその実績', '架空ゆうひ小学校'),
			];

			await lead.opens('/self-evaluation');
			await lead.page.give({ role: 'file', name: 'Excelファイルを選ぶ' }, other);
			await lead.sees('「架空ゆうひ小学校」のものです');

			await lead.page.give({ role: 'file', name: 'Excelファイルを選ぶ' }, returned);
			await lead.sees('今の記録と違うところ 1か所');
			await lead.presses('すべて選ぶ');
			await lead.presses('選んだものを記録する');
			await lead.sees('今の記録と同じなので');
			await lead.presses('元に戻す');
			await lead.sees('今の記録と違うところ 1か所');
		},
	);
});
