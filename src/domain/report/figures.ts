import type { Indicator } from '../plan/edition.ts';
import { formalDay } from '../plan/fiscalYear.ts';
import { sameSceneIn, targetFor } from '../plan/indicatorDescent.ts';
import { type Observation, readObservations } from '../record/indicators.ts';
import { readTarget } from '../record/ownTarget.ts';
import { frequencyWord, sourceWord } from '../record/words.ts';
import { type LatestLooks, latestLooks } from '../record/yearsCompared.ts';
import { disputedMark } from './conflicts.ts';
import type { Audience, ReportSource, ReportTable, ReportYear } from './model.ts';
import { type PublicAddresses, withoutLinks } from './publicTexts.ts';
import { typed } from './typed.ts';

/** 場面ごとの端末活用: the latest look at each scene beside the targets. 未測定 is a word, never a number. */
export function indicatorTable(
	source: ReportSource,
	audience: Audience,
	open: PublicAddresses,
): ReportTable | undefined {
	const { edition, before } = source;
	if (edition.indicators.length === 0) return undefined;
	const rows = edition.indicators.map((indicator) => {
		const scene = before && sameSceneIn(before.edition, indicator);
		return [
			`${indicator.label} ${indicator.text}`,
			looksWords(latestOf(source, indicator.id), audience),
			before && scene ? looksWords(latestOf(before, scene.id), audience) : '記録なし',
			targetWords(source, indicator, audience, open),
			`${indicator.nationalKpi.rate}%`,
		];
	});
	return {
		key: 'indicators',
		title: '場面ごとの端末活用',
		note: '市目標と国KPIは「週3回以上使用させている学校の率」です。本校の記録とは単位がちがいます。',
		columns: ['場面', '本校', '昨年度', '目標', '国KPI'],
		rows,
	};
}

/** Every look of the year at the plan's scenes. */
export const allObservations = ({ edition, fold }: ReportYear): Observation[] =>
	edition.indicators.flatMap(({ id }) => readObservations(fold, id));

const latestOf = ({ fold }: ReportYear, indicator: string): LatestLooks =>
	latestLooks(readObservations(fold, indicator));

/** The city's target for schools of this type; where it sets none, the school's own. */
function targetWords(
	{ fold, profile }: ReportSource,
	indicator: Indicator,
	audience: Audience,
	open: PublicAddresses,
): string {
	const city = targetFor(indicator, profile.schoolType);
	if (city) return `市目標 ${city.target.rate}%`;
	const own = readTarget(fold, indicator.id);
	const words = own && [
		own.frequency && own.frequency !== 'unmeasured' ? frequencyWord[own.frequency] : '',
		own.rate === null ? '' : `学級の${own.rate}%`,
		typed(audience === 'public' ? withoutLinks(own.words, open) : own.words),
		audience === 'board' && own.conflicts.length > 0 ? disputedMark : '',
	];
	const said = words?.filter(Boolean).join('・');
	return said ? `本校の目標 ${said}` : '学校ごとに設定（未設定）';
}

/** One look, or two from different days with a comma between them. */
function looksWords({ said, counted }: LatestLooks, audience: Audience): string {
	if (said && said.id === counted?.id) return lookWords(said, audience);
	const looks = [
		said && said.frequency !== 'unmeasured' ? lookWords({ ...said, classes: null }, audience) : '',
		counted ? lookWords({ ...counted, frequency: null }, audience) : '',
	];
	return looks.filter(Boolean).join('、') || frequencyWord.unmeasured;
}

function lookWords({ frequency, classes, date, source, conflicts }: Observation, audience: Audience): string {
	const words = [
		frequency ? frequencyWord[frequency] : '',
		classes ? `${classes.of}学級のうち${classes.count}学級` : '',
		[formalDay(typed(date)), source ? sourceWord[source] : ''].filter(Boolean).join(' '),
		audience === 'board' && conflicts.length > 0 ? disputedMark : '',
	];
	return words.filter(Boolean).join('・');
}
