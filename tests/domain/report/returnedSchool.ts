import { setField } from '../../../src/domain/record/edits.ts';
import type { Json } from '../../../src/domain/record/operation.ts';
import type { ReportSource } from '../../../src/domain/report/model.ts';
import { Device } from '../record/devices.ts';
import { plan2025 } from '../record/editions.ts';

export const school = '架空あさひ小学校 & 髙﨑分校';
export const [first, second] = ['sendai-2025-1-1-1-1', 'sendai-2025-1-1-1-2'];

/** Everything that a cell may be asked to hold: signs that older code pages lack, line ends, and what looks like a formula. */
export const strange = {
	signs: '〜－①㈱髙﨑𠮷👩‍🏫 "引用" <記号> & \'\t_x000D_',
	lines: '一行目\n二行目\n\n四行目',
	formula: '=1+1',
	plus: '+81 は国番号',
	minus: '-5% 減った',
	at: '@全員',
	long: '長い実績の文。'.repeat(286),
};

/** A school's device that has written some of its year, and what a report is made from. */
export function schoolYear(...entries: readonly (readonly [entity: string, field: string, value: Json])[]) {
	const device = new Device('lead');
	const writes = (entity: string, field: string, value: Json) =>
		device.does(setField(device.fold, entity, field, value));
	for (const entry of entries) writes(...entry);
	const source = (changed: Partial<ReportSource> = {}): ReportSource => ({
		edition: plan2025,
		fiscalYear: 2025,
		fold: device.fold,
		profile: { name: school, schoolType: 'elementary', units: ['specialNeedsClass'] },
		today: '2026-02-10',
		...changed,
	});
	return { device, writes, source };
}

/** A year in which every strange text stands somewhere. */
export const strangeYear = () =>
	schoolYear(
		[`action/${first}`, 'result', strange.signs],
		[`action/${first}`, 'issue', strange.formula],
		[`action/${first}`, 'improvement', strange.plus],
		[`action/${first}`, 'nextYear', strange.minus],
		[`action/${first}`, 'ratingMidyear', 'good'],
		[`action/${first}`, 'ratingFinal', 'excellent'],
		[`action/${first}`, 'continuation', 'expanded'],
		[`action/${first}`, 'status', 'achieved'],
		[`action/${second}`, 'result', strange.long],
		[`action/${second}`, 'issue', strange.lines],
		[`action/${second}`, 'improvement', strange.at],
		['own/o1', 'measure', plan2025.policies[0]?.areas[0]?.measures[0]?.id ?? ''],
		['own/o1', 'text', '学校だけの取組'],
		['own/o1', 'ratingFinal', 'insufficient'],
		['evaluation/final', 'focus', '一人一台端末を毎日の授業で使う'],
	);
