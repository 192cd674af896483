import type { Frequency } from '../../domain/record/fields.ts';
import type { CityAnswer } from '../../domain/record/indicatorRules.ts';
import type { Observation } from '../../domain/record/indicators.ts';
import { frequencyWord } from '../../domain/record/words.ts';

/** As they are asked: the most often first, 未測定 last. */
export const frequenciesAsked: readonly Frequency[] = [
	'almostDaily',
	'threePerWeek',
	'weekly',
	'monthly',
	'lessThanMonthly',
	'unmeasured',
];

/** The five steps, from the least. */
export const steps = ['lessThanMonthly', 'monthly', 'weekly', 'threePerWeek', 'almostDaily'] as const;

export const cityAnswerWord: Record<CityAnswer, string> = {
	counts: '市目標に数えられます',
	doesNotCount: '市目標には数えられません',
	unmeasured: 'まだ測っていません',
	unsaid: '頻度がまだです。市の率は、学校としての頻度だけで数えます。',
};

/** 「12学級のうち9学級」. */
export const classesWord = ({ count, of }: NonNullable<Observation['classes']>): string =>
	`${of}学級のうち${count}学級`;

/** Everything an observation says, short: 「週3回以上・12学級のうち9学級」. */
export const observationWord = ({ frequency, classes }: Pick<Observation, 'frequency' | 'classes'>): string =>
	[frequency && frequencyWord[frequency], classes && classesWord(classes)].filter(Boolean).join('・') || '（空）';

/** 2024 → 「R6」, as the plan's tables print it. */
export const shortYear = (fiscalYear: number): string => `R${fiscalYear - 2018}`;
