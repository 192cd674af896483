import type { Frequency } from '../domain/record/fields.ts';
import { fewestSchoolDays, isThreeTimesAWeek } from '../domain/record/indicatorRules.ts';
import type { Observation } from '../domain/record/indicators.ts';
import { dateFault, readClasses, readCount } from '../domain/record/observationEntry.ts';
import type { DeviceLogPlan } from './deviceLog.ts';
import { exampleDay, readDay, readPeriod } from './deviceLogDates.ts';
import { folded, type LogColumn, readFrequency } from './deviceLogWords.ts';

/** How a table counts: classes by themselves, days of each class, or only how often. */
export interface LogForm {
	readonly counts: 'classes' | 'days' | 'nothing';
	readonly at: ReadonlyMap<LogColumn, number>;
}

export interface LogFault {
	readonly row: number;
	readonly sentence: string;
}

/** A row as read. What could not be read is undefined, and said in `sentences`. */
export interface LogRow {
	readonly row: number;
	readonly indicator: string | undefined;
	readonly date: string | undefined;
	/** 学年 and 学級 as written, folded; empty where the row is the whole school's. */
	readonly part: string;
	readonly classes: Observation['classes'];
	readonly frequency: Frequency | null;
	readonly sentences: readonly string[];
}

/** Reads one row below the heading. */
export function readLogRow(cells: readonly string[], row: number, form: LogForm, plan: DeviceLogPlan): LogRow {
	const cell = (column: LogColumn): string => {
		const place = form.at.get(column);
		return place === undefined ? '' : (cells[place] ?? '').replace(/\s*[\r\n]+\s*/g, '').trim();
	};
	const sentences: string[] = [];
	const scene = sceneOf(cell('scene'), plan.indicators);
	if (!scene) sentences.push(sceneFault(cell('scene'), plan.indicators));
	const date = readDate(cell, plan);
	const late = date === undefined ? unreadableDate(cell, plan) : dateFault(date, plan);
	if (late) sentences.push(late);
	const part = folded(`${cell('grade')} ${cell('class')}`);
	if (form.counts === 'days' && !folded(cell('class'))) sentences.push('学級が空です。');
	const classes = form.counts === 'nothing' ? { value: null } : readNumbers(cell, form);
	if ('sentence' in classes) sentences.push(classes.sentence);
	const frequency = readFrequency(cell('frequency'));
	const value = 'value' in classes ? classes.value : null;
	const unsaid = frequencyFault(frequency, value, form);
	if (unsaid) sentences.push(unsaid);
	return {
		...{ row, part, sentences, indicator: scene?.id, classes: value, frequency: frequency ?? null },
		date: late ? undefined : date,
	};
}

type Cell = (column: LogColumn) => string;

function frequencyFault(
	frequency: Frequency | null | undefined,
	classes: Observation['classes'],
	{ counts }: LogForm,
): string | undefined {
	if (frequency === undefined) {
		return '頻度が読めません。「ほぼ毎日・週3回以上・週1回以上・月1回以上・月1回未満・未測定」のどれかを入れてください。';
	}
	if (frequency === null && counts === 'nothing') return '頻度が空です。測っていないときは「未測定」を入れてください。';
	return frequency === 'unmeasured' && classes ? '「未測定」の行に学級の数が入っています。' : undefined;
}

function sceneOf(written: string, indicators: DeviceLogPlan['indicators']) {
	const word = folded(written);
	const digit = /^(?:場面)?[(（]?([1-9])[)）]?(?:番)?$/.exec(word)?.[1];
	if (digit) return indicators.find(({ label }) => folded(label) === digit);
	const fitting = word.length < 5 ? [] : indicators.filter(({ text }) => folded(text).includes(word));
	return fitting.length === 1 ? fitting[0] : undefined;
}

function sceneFault(written: string, indicators: DeviceLogPlan['indicators']): string {
	const labels = indicators.map(({ label }) => label).join('・');
	return written === ''
		? `場面が空です。${labels}のどれかを入れてください。`
		: `場面が読めません。${labels}のどれかを入れてください。`;
}

const readDate = (cell: Cell, { fiscalYear, today }: DeviceLogPlan): string | undefined =>
	cell('date') ? readDay(cell('date'), fiscalYear) : readPeriod(cell('period'), fiscalYear, today);

const unreadableDate = (cell: Cell, { fiscalYear }: DeviceLogPlan): string =>
	cell('date') || cell('period')
		? `日付か期間が読めません。「${exampleDay(fiscalYear)}」のように入れてください。`
		: '日付が空です。';

/** n of N classes of this row: as counted, or one class told by its days. */
function readNumbers(cell: Cell, form: LogForm): { value: Observation['classes'] } | { sentence: string } {
	// 未測定 needs no number.
	if (readFrequency(cell('frequency')) === 'unmeasured' && !cell('used') && !cell('days')) return { value: null };
	if (form.counts === 'classes') {
		const classes = readClasses(cell('used'), cell('classes'));
		if (!classes.ok) return { sentence: classes.refusal.sentence };
		return classes.value
			? { value: classes.value }
			: { sentence: '学級の数が空です。0のときも「0」を入れてください。' };
	}
	const [days, schoolDays] = [readCount(cell('days')), readCount(cell('schoolDays'))];
	if (days === undefined || schoolDays === undefined)
		return { sentence: '使用日数と授業日数は、数字で入れてください。' };
	if (days > schoolDays) return { sentence: `使用日数（${days}）が、授業日数（${schoolDays}）より多くなっています。` };
	if (schoolDays < fewestSchoolDays) {
		return { sentence: `授業日数が${fewestSchoolDays}日より少ないので、週3回以上かどうか分かりません。` };
	}
	return { value: { count: isThreeTimesAWeek(days, schoolDays) ? 1 : 0, of: 1 } };
}
