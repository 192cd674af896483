import { readTarget } from '../record/ownTarget.ts';
import type { Phase } from '../record/review/states.ts';
import { allObservations } from './figures.ts';
import type { Omission, ReportSource } from './model.ts';
import { readPassages } from './passages.ts';
import { publicAddresses, withoutLinks } from './publicTexts.ts';
import type { Reported } from './states.ts';

/** What the public version leaves out, to be checked before it is published. Each thing counts once, wherever it shows. */
export function omissionsOf(source: ReportSource, reported: readonly Reported[], phase: Phase): Omission[] {
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
		{ what: '文の中のリンク', count: textsWithLinks(source, reported, phase) },
		{
			what: '食い違いのしるし',
			count: count(({ conflicts }) => conflicts.length > 0) + disputedPassages(source, phase),
		},
	];
	return omissions.filter((omission) => omission.count > 0);
}

const disputedPassages = (source: ReportSource, phase: Phase): number =>
	readPassages(source, phase).filter(({ reading }) => reading.others.length > 0).length;

/** Texts out of which an address was taken, each once. */
function textsWithLinks(source: ReportSource, reported: readonly Reported[], phase: Phase): number {
	const open = publicAddresses(reported);
	const typedAt = ({ action, text, state: { texts } }: Reported) => [
		...Object.values(texts).map(({ value }) => value),
		action ? '' : text,
	];
	const texts = [
		...reported.flatMap(typedAt),
		...readPassages(source, phase).map(({ reading }) => reading.value),
		...source.edition.indicators.map(({ id }) => readTarget(source.fold, id)?.words ?? ''),
	];
	return texts.filter((text) => withoutLinks(text, open) !== text).length;
}
