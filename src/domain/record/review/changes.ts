import { allSchoolActions } from '../../plan/find.ts';
import { byRecency, sameJson } from '../canonical.ts';
import { type FieldKind, fieldKindOf, json } from '../fields.ts';
import type { RecordFold } from '../fold.ts';
import { deletedField } from '../liveness.ts';
import type { Json, Operation } from '../operation.ts';
import { readAction } from '../readAction.ts';
import { readField } from '../readField.ts';
import type { ActionState, AnyAction, Evidence, Occurrence, Reading, ReadingContext } from '../reading.ts';
import { readOwnActions } from '../readSchool.ts';
import { isKnownTo, type VersionVector } from '../versionVector.ts';
import { recordAt } from './content.ts';

/** One thing that is not as it was. null = nothing there. */
export interface Change {
	/** The □ it belongs to; undefined for the school's figures (端末活用, 教員チェックリスト) and its profile. */
	readonly action?: string;
	readonly kind: 'status' | 'rating' | 'text' | 'planning' | 'occurrence' | 'evidence' | 'own' | 'figure';
	readonly entity: string;
	/** Empty for `occurrence`, `evidence` and `own`, whose values are objects of all that can be read of them. */
	readonly field: string;
	readonly before: Json;
	readonly after: Json;
	/**
	 * What is shown is the same, what was entered is not: a 食い違い came beside it or was settled, or a person said what
	 * the 実施記録 say as well.
	 */
	readonly beside?: true;
	/** The last operation behind it; undefined where only time has passed. */
	readonly operation?: Operation;
}

/**
 * What differs between the record as it was known to somebody (a version vector) and as it is now, in the order of the
 * plan, the school's own □ after it, then its figures. What was changed and changed back is no difference.
 */
export function changesSince(fold: RecordFold, vector: VersionVector, context: ReadingContext): Change[] {
	const news = [...fold.operations()].filter((operation) => !isKnownTo(vector, operation));
	if (news.length === 0) return [];
	const before = recordAt(fold, vector);
	const touched = touchedBy(news, fold);
	const actions: AnyAction[] = [
		...allSchoolActions(context.edition).map(({ action }) => action),
		...readOwnActions(fold).map(({ id, own }) => ({ id, own })),
	];
	const ofActions = actions
		.filter((action) => isTouched(action, touched))
		.flatMap((action) => {
			const latest = latestAmong(news, action, fold);
			return actionChanges(before, fold, action, context).map((change) => withOperation(change, news, fold, latest));
		});
	return [...ofActions, ...figureChanges(before, fold, news)];
}

/** Ids of the □ that these operations may have changed. */
function touchedBy(news: readonly Operation[], fold: RecordFold): ReadonlySet<string> {
	const touched = new Set<string>();
	for (const { entity } of news) {
		const [kind = '', id = ''] = entity.split('/');
		if (kind === 'action' || kind === 'own') touched.add(id);
		if (kind !== 'occurrence' && kind !== 'evidence') continue;
		for (const { field, value } of fold.history(entity)) if (field === 'action') touched.add(String(value));
	}
	return touched;
}

const isTouched = ({ id, descendsFrom }: AnyAction, touched: ReadonlySet<string>): boolean =>
	touched.has(id) || (Array.isArray(descendsFrom) && descendsFrom.some(({ action }) => touched.has(action)));

type Bare = Omit<Change, 'operation'>;

function actionChanges(before: RecordFold, now: RecordFold, action: AnyAction, context: ReadingContext): Bare[] {
	const [was, is] = [readAction(before, action, context), readAction(now, action, context)];
	const own = action.own ? ownChange(ownWords(before, was), ownWords(now, is), is) : [];
	// What came or went as a whole is told as a whole.
	if (own.some((change) => change.before === null || change.after === null)) return own;
	return [
		...own,
		...statusChange(was, is),
		...entryChanges(was, is),
		...attached('occurrence', is.id, was.occurrences.map(occurrenceIn(before)), is.occurrences.map(occurrenceIn(now))),
		...attached('evidence', is.id, was.evidence.map(evidenceWords), is.evidence.map(evidenceWords)),
	];
}

const ownChange = (before: Json, after: Json, { id, entity }: ActionState): Bare[] =>
	sameJson(before, after) ? [] : [{ action: id, kind: 'own', entity, field: '', before, after }];

const textFields = ['result', 'issue', 'improvement', 'nextYear'] as const;
const ratingFields = ['ratingMidyear', 'ratingFinal'] as const;

/** The status as it is shown follows from more than what a person entered. */
function statusChange(was: ActionState, is: ActionState): Bare[] {
	const place = { action: is.id, kind: 'status', entity: is.entity, field: 'status' } as const;
	if (was.status !== is.status) return [{ ...place, before: was.status, after: is.status }];
	const [a, b] = [was.statusReading, is.statusReading];
	if (sameJson([a.value, ...valuesBeside(a)], [b.value, ...valuesBeside(b)])) return [];
	const [before = was.status, after = is.status] = [valuesBeside(a)[0], valuesBeside(b)[0]];
	return [{ ...place, before, after, beside: true }];
}

/** Field by field what a person entered. */
function entryChanges(was: ActionState, is: ActionState): Bare[] {
	const of = (kind: Change['kind'], field: string, a: Reading<Json>, b: Reading<Json>): Bare[] =>
		readingChange({ action: is.id, kind, entity: is.entity, field }, a, b);
	return [
		...of('text', 'reason', was.reason, is.reason),
		...ratingFields.flatMap((field) => of('rating', field, was.ratings[field], is.ratings[field])),
		...textFields.flatMap((field) => of('text', field, was.texts[field], is.texts[field])),
		...of('planning', 'deadline', was.deadline, is.deadline),
		...of('planning', 'owner', was.owner, is.owner),
		...of('planning', 'continuation', was.continuation, is.continuation),
	];
}

function readingChange(place: Omit<Bare, 'before' | 'after'>, a: Reading<Json>, b: Reading<Json>): Bare[] {
	if (!sameJson(a.value, b.value)) return [{ ...place, before: a.value, after: b.value }];
	if (sameJson(valuesBeside(a), valuesBeside(b))) return [];
	const [before = a.value, after = b.value] = [valuesBeside(a)[0], valuesBeside(b)[0]];
	return [{ ...place, before, after, beside: true }];
}

const valuesBeside = ({ others }: Reading<Json>): readonly Json[] => others.map(({ value }) => value);

const ownWords = (fold: RecordFold, state: ActionState): Json => {
	if (state.liveness === 'absent' || state.liveness === 'deleted') return null;
	const own = readOwnActions(fold).find(({ id }) => id === state.id);
	return own ? { text: own.text.value, measure: own.measure } : null;
};

/** With what is kept in it beside the words: a measurement, a shared case; and which of its fields stand in 食い違い. */
const occurrenceIn =
	(fold: RecordFold) =>
	({ id, date, place, memo, conflicts }: Occurrence): Attached => {
		const inside = ['measured', 'shared'].flatMap((field) => {
			const { value } = readField(fold, `occurrence/${id}`, field, json);
			return value === null ? [] : [[field, value] as const];
		});
		const flagged = conflicts.length > 0 && { conflicts };
		return { id, words: { date, place, memo, ...Object.fromEntries(inside), ...flagged } };
	};

const evidenceWords = ({ id, title, url, public: isPublic }: Evidence): Attached => ({
	id,
	words: { title, url, ...(isPublic && { public: true }) },
});

interface Attached {
	readonly id: string;
	readonly words: Json;
}

function attached(
	kind: 'occurrence' | 'evidence',
	action: string,
	before: readonly Attached[],
	now: readonly Attached[],
): Bare[] {
	const was = new Map(before.map(({ id, words }) => [id, words]));
	const is = new Map(now.map(({ id, words }) => [id, words]));
	return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
		const [a, b] = [was.get(id) ?? null, is.get(id) ?? null];
		return sameJson(a, b) ? [] : [{ action, kind, entity: `${kind}/${id}`, field: '', before: a, after: b }];
	});
}

/**
 * Fields of what stands beside the □: indicators, targets, the teachers' checklist, the school's profile. What was
 * deleted is told as its field `deleted`.
 */
function figureChanges(before: RecordFold, now: RecordFold, news: readonly Operation[]): Change[] {
	const figures = news.filter(({ entity }) => /^(indicator\/|target\/|staff\/|evaluation\/|school$)/.test(entity));
	const latest = new Map(
		figures
			.toSorted((a, b) => byRecency(b, a))
			.map((operation) => [`${operation.entity} ${operation.field}`, operation]),
	);
	return [...latest.values()].flatMap((operation) => {
		const { entity, field } = operation;
		const place = { kind: 'figure' as const, entity, field };
		const [a, b] = [readFigure(before, operation), readFigure(now, operation)];
		return readingChange(place, a, b).map((change) => ({ ...change, operation }));
	});
}

/** What is gone says nothing any more, except that it is gone. */
function readFigure(fold: RecordFold, { entity, field }: Operation): Reading<Json> {
	const gone = ['absent', 'deleted'].includes(fold.liveness(entity));
	const kind = fieldKindOf(entity, field) as FieldKind<Json> | undefined;
	if (field === deletedField || gone || !kind) {
		return { value: field === deletedField ? gone : (kind?.empty ?? null), others: [], seen: [] };
	}
	return readField(fold, entity, field, kind);
}

/** The news of one □, latest first. */
function latestAmong(news: readonly Operation[], { id }: AnyAction, fold: RecordFold): readonly Operation[] {
	const own = new Set([
		`action/${id}`,
		`own/${id}`,
		...fold.referring('occurrence', id).map((each) => `occurrence/${each}`),
		...fold.referring('evidence', id).map((each) => `evidence/${each}`),
	]);
	return news.filter(({ entity }) => own.has(entity)).sort(byRecency);
}

/**
 * Who is behind a change: whoever wrote that field last, else (a status follows from 実施記録) whoever last wrote one of
 * those, else whoever wrote last. A rating given since is no reason for a status.
 */
function withOperation(
	change: Bare,
	news: readonly Operation[],
	fold: RecordFold,
	ofAction: readonly Operation[],
): Change {
	const { entity, field } = change;
	const own = news
		.filter((each) => each.entity === entity && (field === '' || each.field === field))
		.sort(byRecency)[0];
	const occurrence = ofAction.find((each) => each.entity.startsWith('occurrence/'));
	const operation = own ?? occurrence ?? ofAction[0] ?? fold.history(entity).at(-1);
	return operation ? { ...change, operation } : change;
}
