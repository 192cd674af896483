import { allObservations } from './figures.ts';
import type { Omission, ReportSource } from './model.ts';
import type { Reported } from './states.ts';

/** What the public version leaves out, to be checked before it is published. Each thing counts once, wherever it shows. */
export function omissionsOf(source: ReportSource, reported: readonly Reported[]): Omission[] {
	const count = (of: (each: Reported) => boolean) => reported.filter(of).length;
	const distinct = (of: (each: Reported) => readonly { readonly id: string }[]) =>
		new Set(reported.flatMap(of).map(({ id }) => id)).size;
	const omissions = [
		{ what: '実施記録の日・場所・メモ', count: distinct(({ state }) => state.occurrences) },
		{
			what: '公表しない根拠資料',
			count: distinct(({ state, publicEvidence }) => state.evidence.filter((each) => !publicEvidence.includes(each))),
		},
		{ what: '主担当', count: count(({ state }) => state.owner.value.trim() !== '') },
		{ what: '校長確認のコメント', count: distinct(({ state }) => state.comments) },
		{
			what: '該当なしの理由（学校が書いたもの）',
			count: count(
				({ state }) =>
					state.status === 'notApplicable' && state.basis !== 'profile' && state.reason.value.trim() !== '',
			),
		},
		{
			what: '場面ごとの端末活用のメモ',
			count: allObservations(source).filter(({ memo }) => memo.trim() !== '').length,
		},
		{ what: '食い違いのしるし', count: count(({ conflicts }) => conflicts.length > 0) },
	];
	return omissions.filter((omission) => omission.count > 0);
}
