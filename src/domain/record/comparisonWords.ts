import type { Changes, YearStep } from './comparison.ts';

const changeWords: readonly (readonly [Exclude<keyof Changes, 'reworded'>, string])[] = [
	['added', '新しい□'],
	['merged', 'まとまった□'],
	['split', '分かれた□'],
	['moved', 'ほかの項目へ移った、または移ってきた□'],
	['ended', 'なくなった□'],
	['unknown', '前の版とのつながりがデータにない□'],
];

/** What a step means for one □. */
export const stepWordsOfOne = ({ comparable, sameEdition, changes }: YearStep): string => {
	if (sameEdition) return '前の年度と同じ□です。';
	if (comparable) return changes.reworded > 0 ? '文がかわった、同じ取組の続きです。' : '前の年度と同じ□です。';
	if (changes.merged > 0) return '比較できません。前の版のいくつかの□が、1つにまとまりました。';
	if (changes.split > 0) return '比較できません。前の版の1つの□が、いくつかに分かれました。';
	if (changes.unknown > 0) return '比較できません。前の版とのつながりがデータにありません。';
	if (changes.added > 0) return '比較できません。この版で加わった□です。';
	if (changes.ended > 0) return '比較できません。この版で、続く□がなくなりました。';
	return '比較できません。前の版に、あたる□がありません。';
};

/** What a step means for the □ of a 項目, a 方針 or the whole plan. */
export const stepWordsOfMany = ({ comparable, sameEdition, changes }: YearStep): string => {
	if (sameEdition) return '前の年度と同じ□の組です。';
	if (comparable) {
		return changes.reworded > 0
			? `文がかわった□が${changes.reworded}ありますが、同じ組の続きです。`
			: '前の年度と同じ□の組です。';
	}
	const parts = changeWords.flatMap(([change, words]) => (changes[change] > 0 ? [`${words} ${changes[change]}`] : []));
	return parts.length > 0
		? `比較できません。□の組がかわりました（${parts.join('、')}）。`
		: '比較できません。学校の□がありません。';
};
