import type { LoggedObservation } from '../domain/record/loggedObservations.ts';
import type { DeviceLog, DeviceLogPlan } from './deviceLog.ts';
import type { LogFault, LogForm, LogRow } from './deviceLogRow.ts';

type Sums = Pick<DeviceLog, 'observations' | 'faults' | 'heldBack'>;

/** Adds up the rows of each scene and day. A sum of which one row could not be read is held back, not made too small. */
export function sumUp(rows: readonly LogRow[], form: LogForm, { indicators }: DeviceLogPlan): Sums {
	const beside = new Map(groupsOf(rows).flatMap((group) => group.rows.map((row) => [row, group.rows] as const)));
	const told = rows.map((row) => ({
		...row,
		sentences: [...row.sentences, ...faultsBeside(row, beside.get(row) ?? [])],
	}));
	const faults = told.flatMap(({ row, sentences }) => sentences.map((sentence): LogFault => ({ row, sentence })));
	const unread = told.filter(({ sentences }) => sentences.length > 0);
	const observations: LoggedObservation[] = [];
	const heldBack: Sums['heldBack'][number][] = [];
	for (const group of groupsOf(told)) {
		const inParts = form.counts === 'days' || group.rows.some(({ part }) => part !== '');
		const missing = unread.find((row) => mayBelong(row, group, inParts));
		const { indicator, date } = group;
		if (missing) heldBack.push({ indicator, date, row: missing.row });
		else observations.push({ indicator, date, ...sumOf(group.rows) });
	}
	const place = (indicator: string) => indicators.findIndex(({ id }) => id === indicator);
	const inOrder = (a: { indicator: string; date: string }, b: { indicator: string; date: string }) =>
		place(a.indicator) - place(b.indicator) || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
	return { observations: observations.sort(inOrder), faults, heldBack: heldBack.sort(inOrder) };
}

interface Group {
	readonly indicator: string;
	readonly date: string;
	readonly rows: readonly LogRow[];
}

function groupsOf(rows: readonly LogRow[]): Group[] {
	const groups = new Map<string, { indicator: string; date: string; rows: LogRow[] }>();
	for (const row of rows) {
		const { indicator, date } = row;
		if (indicator === undefined || date === undefined) continue;
		const key = `${indicator} ${date}`;
		const group = groups.get(key) ?? { indicator, date, rows: [] };
		groups.set(key, group);
		group.rows.push(row);
	}
	return [...groups.values()];
}

/** Whether a row that could not be read is, or may be, a part of this sum. */
function mayBelong({ indicator, date }: LogRow, group: Group, inParts: boolean): boolean {
	if (indicator !== undefined && date !== undefined) return indicator === group.indicator && date === group.date;
	// A row of a whole school stands for itself: whatever it was, it is not missing from another's sum.
	if (!inParts) return false;
	return (indicator === undefined || indicator === group.indicator) && (date === undefined || date === group.date);
}

/** Faults that only the rows of the same scene and day show: a class twice, a whole school beside its parts, two frequencies. */
function faultsBeside(row: LogRow, group: readonly LogRow[]): string[] {
	const before = group.filter((each) => each.row < row.row);
	const twin = before.find(({ part }) => part === row.part);
	if (twin) return [`${twin.row}行目と、日付も場面も学級も同じです。どちらかを消してください。`];
	const whole = before.find(({ part }) => (part === '') !== (row.part === ''));
	if (whole) {
		return [`${whole.row}行目と、学級の書き方がちがいます。学校全体の行か、学級ごとの行か、どちらかにしてください。`];
	}
	const other = before.find((each) => contradicts(each, row));
	return other ? [`${other.row}行目と、頻度が合いません。学校としての頻度を1つにしてください。`] : [];
}

/** Two frequencies of one school, or 未測定 beside numbers. */
const contradicts = (a: LogRow, b: LogRow): boolean =>
	(a.frequency !== null && b.frequency !== null && a.frequency !== b.frequency) ||
	(a.frequency === 'unmeasured' && b.classes !== null) ||
	(b.frequency === 'unmeasured' && a.classes !== null);

function sumOf(rows: readonly LogRow[]): Pick<LoggedObservation, 'classes' | 'frequency'> {
	const counted = rows.flatMap(({ classes }) => classes ?? []);
	const frequency = rows.find((row) => row.frequency !== null)?.frequency ?? null;
	if (counted.length === 0) return { classes: null, frequency };
	const sum = (of: 'count' | 'of') => counted.reduce((total, each) => total + each[of], 0);
	return { classes: { count: sum('count'), of: sum('of') }, frequency };
}
