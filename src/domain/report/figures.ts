import type { PlanEdition } from '../plan/edition.ts';
import type { Frequency, IndicatorSource } from '../record/fields.ts';
import { type Observation, readObservations } from '../record/indicators.ts';
import type { ReportSource, ReportTable, ReportYear } from './model.ts';

const frequencyWords: Record<Frequency, string> = {
	almostDaily: 'ほぼ毎日',
	threePerWeek: '週3回以上',
	weekly: '週1回以上',
	monthly: '月1回以上',
	lessThanMonthly: '月1回未満',
	unmeasured: '未測定',
};

const sourceWords: Record<IndicatorSource, string> = {
	deviceLog: '端末管理ログ',
	survey: '調査',
	interview: '聞き取り',
};

/** 場面ごとの端末活用: the latest observation of each scene beside the targets. 未測定 is a word, never a number. */
export function indicatorTable(source: ReportSource): ReportTable | undefined {
	const { edition, profile, before } = source;
	if (edition.indicators.length === 0) return undefined;
	const rows = edition.indicators.map((indicator) => {
		const target = indicator.targets.find(({ schoolType }) => schoolType === profile.schoolType);
		return [
			`${indicator.label} ${indicator.text}`,
			observationWords(latestOf(source, indicator.id)),
			before ? observationWords(sameScene(before, edition, indicator.id)) : '記録なし',
			target ? `${target.target.rate}%` : '学校ごとに設定',
			`${indicator.nationalKpi.rate}%`,
		];
	});
	return {
		key: 'indicators',
		title: '場面ごとの端末活用',
		note: '市目標と国KPIは「週3回以上使用させている学校の率」です。本校の記録とは単位がちがいます。',
		columns: ['場面', '本校', '昨年度', '市目標', '国KPI'],
		rows,
	};
}

const latestOf = ({ fold }: ReportYear, indicator: string): Observation | undefined =>
	readObservations(fold, indicator).at(-1);

/** The same scene in another edition: the same id, else the same sentence. */
function sameScene(before: ReportYear, edition: PlanEdition, id: string): Observation | undefined {
	const text = edition.indicators.find((indicator) => indicator.id === id)?.text;
	const earlier = before.edition.indicators.find((indicator) => indicator.id === id || indicator.text === text);
	return earlier && latestOf(before, earlier.id);
}

function observationWords(observation: Observation | undefined): string {
	if (!observation) return '未測定';
	const { frequency, classes, date, source } = observation;
	const words = [
		frequency ? frequencyWords[frequency] : '',
		classes ? `${classes.of}学級のうち${classes.count}学級` : '',
		frequency === 'unmeasured'
			? ''
			: [date.replaceAll('-', '/'), source ? sourceWords[source] : ''].filter(Boolean).join(' '),
	];
	return words.filter(Boolean).join('・');
}
