import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { standingOf } from '../../domain/record/indicatorRules.ts';
import { observationWord } from './indicatorWords.ts';
import type { EarlierYear } from './useEarlierYears.ts';

interface LastYearProps {
	/** undefined while they are being read. */
	earlier: readonly EarlierYear[] | undefined;
	indicator: string;
	fiscalYear: number;
}

/** What the school said of this scene a year ago, in words. */
export function LastYear({ earlier, indicator, fiscalYear }: LastYearProps) {
	if (!earlier) return null;
	return <p class="small quiet">{lastYearWord(earlier, indicator, fiscalYear - 1)}</p>;
}

function lastYearWord(earlier: readonly EarlierYear[], indicator: string, fiscalYear: number): string {
	const name = labelOf(fiscalYear);
	const year = earlier.find((each) => each.fiscalYear === fiscalYear);
	if (!year) return `${name}：記録がこの端末にありません`;
	const observations = year.of(indicator);
	if (observations === 'notComparable') return `${name}：同じ場面の目標がないので、比較できません`;
	const { frequency, classes } = standingOf(observations);
	if (!frequency && !classes) return `${name}：記録なし`;
	return `${name}：${observationWord({ frequency: frequency?.frequency ?? null, classes: classes?.classes ?? null })}`;
}
