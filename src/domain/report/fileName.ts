import { schoolTypeWord } from '../plan/applicability.ts';
import type { ReportRequest, ReportSource } from './model.ts';

const phaseWords = { midyear: '中間', final: '最終' } as const;

/** `R7_自己評価書_青葉小学校_最終`; what a file system cannot hold goes. The ending is the writer's. */
export function fileNameOf(
	{ fiscalYear, profile }: Pick<ReportSource, 'fiscalYear' | 'profile'>,
	request: ReportRequest,
): string {
	const year = fiscalYear >= 2019 ? `R${fiscalYear - 2018}` : String(fiscalYear);
	const school = profile.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').trim() || schoolTypeWord(profile.schoolType);
	const marks = [phaseWords[request.phase], request.audience === 'public' ? '公表用' : '', request.short ? '抜粋' : ''];
	return [year, '自己評価書', school, ...marks.filter(Boolean)].join('_');
}
