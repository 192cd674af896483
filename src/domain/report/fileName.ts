import { schoolTypeWord } from '../plan/applicability.ts';
import { shortLabelOf } from '../plan/fiscalYear.ts';
import type { ReportRequest, ReportSource } from './model.ts';
import { audienceWord, excerptWord, phaseWord } from './requestWords.ts';

/** Names of folders and files may be 255 bytes long on Chromebooks; a character takes three and more. */
const longest = 40;

/** `R7_自己評価書_青葉小学校_最終`; what a file system cannot hold goes. The ending is the writer's. */
export function fileNameOf(
	{ fiscalYear, profile }: Pick<ReportSource, 'fiscalYear' | 'profile'>,
	request: ReportRequest,
): string {
	const kept = profile.name
		.replace(/\s+/gu, ' ')
		.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, '')
		.replace(/^[ .]+|[ .]+$/g, '');
	const school = Array.from(kept).slice(0, longest).join('') || schoolTypeWord(profile.schoolType);
	const marks = [
		phaseWord[request.phase],
		request.audience === 'public' ? audienceWord.public : '',
		request.short ? excerptWord : '',
	];
	return [shortLabelOf(fiscalYear), '自己評価書', school, ...marks.filter(Boolean)].join('_');
}
