import { foldRecord } from '../../../src/domain/record/fold.ts';
import type { Edit, Json } from '../../../src/domain/record/operation.ts';
import type { ReportRequest, ReportRow, ReportSource, SelfEvaluation } from '../../../src/domain/report/model.ts';
import { selfEvaluation } from '../../../src/domain/report/selfEvaluation.ts';
import type { Device } from '../record/devices.ts';
import { plan2025 } from '../record/editions.ts';

/** An elementary school without special units, in February of 2025年度. */
const source = (rest: Partial<ReportSource> = {}): ReportSource => ({
	...{ edition: plan2025, fiscalYear: 2025, fold: foldRecord([]), today: '2026-02-27' },
	profile: { name: '若葉小学校（架空）', schoolType: 'elementary', units: [] },
	...rest,
});

/** 報告用, 最終, whole. */
export const reportOf = (from: Partial<ReportSource>, asked: Partial<ReportRequest> = {}): SelfEvaluation =>
	selfEvaluation(source(from), { phase: 'final', audience: 'board', short: false, ...asked });

export const rowsOf = ({ groups, own }: SelfEvaluation): ReportRow[] => [...groups.flatMap(({ rows }) => rows), ...own];

export function rowOf(report: SelfEvaluation, action: string): ReportRow {
	const row = rowsOf(report).find((each) => each.action === action);
	if (!row) throw new Error(`${action} is not in the report`);
	return row;
}

/** One field as a device sets it, over what it has seen. */
export const set = (device: Device, entity: string, fields: Readonly<Record<string, Json>>): void => {
	const edits = Object.entries(fields).map(
		([field, value]): Edit => ({
			...{ entity, field, value },
			seen: device.fold.heads(entity, field).map((head) => device.fold.nameOf(head)),
		}),
	);
	device.does(edits);
};
