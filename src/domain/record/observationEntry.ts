import { firstDay, lastDay } from '../plan/fiscalYear.ts';
import { ok, type Refusal, type Result, refuse } from '../result.ts';
import type { Frequency, IndicatorSource } from './fields.ts';
import type { Observation } from './indicators.ts';

/** What an observation says, before or after it has a place in the record. */
export type ObservationWords = Pick<Observation, 'date' | 'frequency' | 'classes' | 'source' | 'memo'>;

/** A form as it was filled in: what was typed, and what was chosen. */
export interface ObservationEntry {
	readonly date: string;
	readonly frequency: Frequency | null;
	/** Typed numbers of classes: 週3回以上 in `count`, of `of`. Full-width digits are read. */
	readonly count: string;
	readonly of: string;
	readonly source: IndicatorSource | null;
	readonly memo: string;
}

export interface YearAndToday {
	readonly fiscalYear: number;
	/** `YYYY-MM-DD` in Japan. */
	readonly today: string;
}

export type ClassesRefusal = Refusal<'notANumber' | 'halfAFraction' | 'noClass' | 'moreThanAll'>;
export type EntryRefusal = ClassesRefusal | Refusal<'date' | 'nothingSaid' | 'unmeasuredWithClasses' | 'noSource'>;

/** More classes than any school has. */
const mostClasses = 200;

/** Reads a whole number, full-width digits and a trailing 学級 included; undefined where it is none. */
export function readCount(typed: string): number | undefined {
	const digits = /^(\d{1,4})(?:学級|クラス|日)?$/.exec(typed.normalize('NFKC').replace(/[\s,]/g, ''))?.[1];
	return digits === undefined ? undefined : Number(digits);
}

/** Classes as typed: n of N, both or neither; null where neither was entered. */
export function readClasses(count: string, of: string): Result<Observation['classes'], ClassesRefusal> {
	if (count.trim() === '' && of.trim() === '') return ok(null);
	if (count.trim() === '' || of.trim() === '') {
		return refuse('halfAFraction', '学級の数は、週3回以上の学級と、全部の学級の両方を入れてください。');
	}
	const [n, all] = [readCount(count), readCount(of)];
	if (n === undefined || all === undefined || all > mostClasses) {
		return refuse('notANumber', `学級の数は、0から${mostClasses}までの数字で入れてください。`);
	}
	if (all === 0) return refuse('noClass', '全部の学級の数は、1以上を入れてください。');
	if (n > all) {
		return refuse('moreThanAll', `週3回以上の学級（${n}）が、全部の学級（${all}）より多くなっています。`);
	}
	return ok({ count: n, of: all });
}

/** A day within the fiscal year that has come already; otherwise the sentence why not. */
export function dateFault(date: string, { fiscalYear, today }: YearAndToday): string | undefined {
	if (!isDay(date)) return '日付を入れてください。';
	if (date < firstDay(fiscalYear) || date > lastDay(fiscalYear)) {
		return `日付は、この年度（${fiscalYear}年4月1日から${fiscalYear + 1}年3月31日まで）のなかで入れてください。`;
	}
	return date > today ? 'まだ来ていない日です。調べた日を入れてください。' : undefined;
}

const isDay = (date: string): boolean => {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
	const day = new Date(`${date}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
};

/** The day a new observation is proposed for: today, or the year's nearest day to it. */
export function proposedDay({ fiscalYear, today }: YearAndToday): string {
	if (today > lastDay(fiscalYear)) return lastDay(fiscalYear);
	return today < firstDay(fiscalYear) ? firstDay(fiscalYear) : today;
}

/** What a filled-in form says, or the sentence for whoever filled it in. */
export function readEntry(entry: ObservationEntry, when: YearAndToday): Result<ObservationWords, EntryRefusal> {
	const { date, frequency, source, memo } = entry;
	const late = dateFault(date, when);
	if (late) return refuse('date', late);
	const classes = readClasses(entry.count, entry.of);
	if (!classes.ok) return classes;
	if (frequency === 'unmeasured' && classes.value) {
		return refuse(
			'unmeasuredWithClasses',
			'「未測定」をえらんだときは、学級の数を空にしてください。数えたときは、頻度をえらび直してください。',
		);
	}
	if (frequency === null && classes.value === null) {
		return refuse(
			'nothingSaid',
			'頻度をえらぶか、学級の数を入れてください。まだ測っていないときは「未測定」をえらびます。',
		);
	}
	if (source === null && frequency !== 'unmeasured') {
		return refuse('noSource', '何で調べたか（端末管理ログ・調査・聞き取り）をえらんでください。');
	}
	return ok({ date, frequency, classes: classes.value, source, memo: memo.trim() });
}
