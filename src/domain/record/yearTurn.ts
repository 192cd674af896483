import { applies } from '../plan/applicability.ts';
import type { PlanEdition } from '../plan/edition.ts';
import { allMeasures } from '../plan/find.ts';
import { lastDay } from '../plan/fiscalYear.ts';
import { type Lineage, type LineageEntry, lineageOf } from '../plan/lineage.ts';
import { type Carried, type CarriedOver, readCarried } from './carried.ts';
import type { RecordFold } from './fold.ts';
import { readAction } from './readAction.ts';
import type { ActionState, AnyAction, OwnAction, SchoolProfile, Status } from './reading.ts';
import { readOwnActions } from './readSchool.ts';

/** From which year to which: always the next one, so that a school that left a year out goes one by one. */
export interface YearTurn {
	readonly from: number;
	readonly to: number;
}

/** The turn that may lie before a school: from its latest year before the current one. `years` have a record. */
export function turnAmong(years: readonly number[], current: number): YearTurn | undefined {
	const earlier = years.filter((year) => year < current);
	return earlier.length === 0 ? undefined : { from: Math.max(...earlier), to: Math.max(...earlier) + 1 };
}

/** In spring everybody turns the year; later only whoever has not begun the new one. `today` is `YYYY-MM-DD`. */
export const isTimeToTurn = (today: string, newYearIsEmpty: boolean): boolean =>
	newYearIsEmpty || ['04', '05', '06'].includes(today.slice(5, 7));

/** A □ of the new year, or of the school's own, with what the year before leaves for it. */
export interface TurnItem {
	readonly id: string;
	/** `1-(1)-①` of the new edition. */
	readonly code: string;
	readonly text: string;
	/** How it descends; undefined for a □ of the school's own. */
	readonly entry: LineageEntry | undefined;
	/** Last year's states of what it descends from. */
	readonly before: readonly ActionState[];
	/** What would be carried over; undefined where there is nothing to carry, or it is not for this school. */
	readonly offer: CarriedOver | undefined;
	/** Carried over before, on whatever device. */
	readonly carried: Carried | undefined;
	/** Last year it was neither 達成 nor 該当なし. */
	readonly unfinished: boolean;
}

export interface TurnOfYear extends Pick<Lineage, 'ended'> {
	/** □ of the new edition, in its order. */
	readonly items: readonly TurnItem[];
	/** □ of the school's own that stood last year. */
	readonly own: readonly TurnItem[];
	/** States of the ended □, in their order. */
	readonly endedStates: readonly ActionState[];
	/** States of every □ of last year, the school's own at the end. */
	readonly states: readonly ActionState[];
}

export interface TurnSource {
	readonly turn: YearTurn;
	/** The editions that the two years are recorded against; one and the same while the new one is awaited. */
	readonly earlier: PlanEdition;
	readonly later: PlanEdition;
	readonly before: RecordFold;
	readonly after: RecordFold;
	readonly profile: SchoolProfile;
}

/** Everything that the turn of the year has to show and to write. Pure. */
export function readTurn(source: TurnSource): TurnOfYear {
	const { turn, earlier, later, before, after, profile } = source;
	const context = { edition: earlier, fiscalYear: turn.from, profile, today: lastDay(turn.from) };
	const stateOf = (action: AnyAction) => readAction(before, action, context);
	const { entries, ended } = lineageOf(earlier, later);
	const owns = readOwnActions(before).filter(({ liveness }) => liveness !== 'deleted');
	const items = entries.map((entry): TurnItem => {
		const { action, measure } = entry;
		const states = entry.ancestors.map((ancestor) => stateOf(ancestor.action));
		const scope = applies(action.scope, profile) === true;
		const offer = scope ? offerOf(turn, `action/${action.id}`, states) : undefined;
		return { ...itemOf(action, offer, states, after), code: measure.label, text: action.text, entry };
	});
	const own = owns.map((each): TurnItem => {
		const states = [stateOf(each)];
		const measure = measureFor(later, each.measure);
		const offer = offerOf(turn, `own/${each.id}`, states);
		const anew = offer && { ...offer, own: { measure: measure.id, text: each.text.value } };
		return { ...itemOf(each, anew, states, after), code: measure.label, text: each.text.value, entry: undefined };
	});
	const allBefore = [...lineageOf(earlier, earlier).entries.map(({ action }) => stateOf(action)), ...owns.map(stateOf)];
	return { items, own, ended, endedStates: ended.map(({ action }) => stateOf(action)), states: allBefore };
}

function itemOf(
	action: AnyAction | OwnAction,
	offer: CarriedOver | undefined,
	before: readonly ActionState[],
	after: RecordFold,
): Omit<TurnItem, 'code' | 'text' | 'entry'> {
	const carried = readCarried(after, action);
	const isGone = after.liveness(action.own ? `own/${action.id}` : `action/${action.id}`) === 'deleted';
	const status = offer?.carried.status;
	return {
		id: action.id,
		before,
		offer: carried || isGone ? undefined : offer,
		carried,
		unfinished: status === 'notStarted' || status === 'inProgress',
	};
}

function offerOf({ from }: YearTurn, entity: string, states: readonly ActionState[]): CarriedOver | undefined {
	const open = states.filter(({ status }) => status !== 'notApplicable');
	if (open.length === 0) return undefined;
	const distinct = (words: readonly string[]) => [...new Set(words)].filter((word) => word.trim() !== '');
	const note = distinct(open.map(({ texts }) => texts.nextYear.value || texts.issue.value)).join('\n');
	const owner = distinct(open.map((state) => state.owner.value)).join('・');
	const carried = { fiscalYear: from, actions: states.map(({ id }) => id), status: statusTogether(open), note };
	return { entity, carried, owner };
}

/** Of several □ that became one: what has been begun of them is 実施中 until all of it is 達成. */
function statusTogether(states: readonly ActionState[]): Status {
	const [first, ...rest] = new Set(states.map(({ status }) => status));
	return first !== undefined && rest.length === 0 ? first : 'inProgress';
}

/** Where a □ of the school's own stands in the new plan: the same 項目, else the first of its 分野, else of its 方針. */
function measureFor(edition: PlanEdition, id: string): { readonly id: string; readonly label: string } {
	const measures = allMeasures(edition);
	const [policy, area] = id.split('-');
	const found =
		measures.find((measure) => measure.id === id) ??
		measures.find((measure) => measure.id.startsWith(`${policy}-${area}-`)) ??
		measures.find((measure) => measure.id.startsWith(`${policy}-`)) ??
		measures[0];
	if (!found) throw new Error(`${edition.id} has no measures`);
	return found;
}
