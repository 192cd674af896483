import { readDeviceLog } from '../../src/files/deviceLog.ts';
import { plan2025 } from '../session/browser.ts';

/** The plan and the day that the tables are read for. */
export const plan = { indicators: plan2025.indicators, fiscalYear: 2026, today: '2026-11-21' };

export const heading = '日付,場面,週3回以上の学級数,学級数';
const read = (...lines: readonly string[]) => readDeviceLog(lines.join('\r\n'), plan);
export const logOf = (...lines: readonly string[]) => {
	const log = read(...lines);
	if (!log.ok) throw new Error(log.refusal.sentence);
	return log.value;
};
/** What would be recorded: 「i1 2026-11-18 9/12」. */
export const saidBy = (...lines: readonly string[]) =>
	logOf(...lines).observations.map(({ indicator, date, classes, frequency }) =>
		[indicator.split('-').at(-1), date, classes && `${classes.count}/${classes.of}`, frequency]
			.filter(Boolean)
			.join(' '),
	);
export const refusalOf = (...lines: readonly string[]) => {
	const log = read(...lines);
	return log.ok ? undefined : log.refusal;
};
