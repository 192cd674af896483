import { allSchoolActions } from '../../plan/find.ts';
import { readEvidence, readOccurrences } from '../attachments.ts';
import { byRecency, sameJson } from '../canonical.ts';
import { fieldKindOf } from '../fields.ts';
import type { RecordFold } from '../fold.ts';
import type { Json, Operation } from '../operation.ts';
import { readAction } from '../readAction.ts';
import { readField } from '../readField.ts';
import type { ActionState, AnyAction, Evidence, Occurrence, ReadingContext } from '../reading.ts';
import { readOwnActions } from '../readSchool.ts';
import type { VersionVector } from '../versionVector.ts';
import { isKnownTo, recordAt } from './content.ts';

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
	const changes: Bare[] = [];
	const compare = (kind: Change['kind'], field: string, a: Json, b: Json) => {
		if (!sameJson(a, b)) changes.push({ action: is.id, kind, entity: is.entity, field, before: a, after: b });
	};
	if (action.own) {
		compare('own', '', ownWords(before, was), ownWords(now, is));
		if (is.liveness === 'deleted' || was.liveness === 'absent') return changes;
	}
	compare('status', 'status', was.status, is.status);
	compare('text', 'reason', was.reason.value, is.reason.value);
	for (const field of ['ratingMidyear', 'ratingFinal'] as const) {
		compare('rating', field, was.ratings[field].value, is.ratings[field].value);
	}
	for (const field of ['result', 'issue', 'improvement', 'nextYear'] as const) {
		compare('text', field, was.texts[field].value, is.texts[field].value);
	}
	compare('planning', 'deadline', was.deadline.value, is.deadline.value);
	compare('planning', 'owner', was.owner.value, is.owner.value);
	changes.push(
		...attached('occurrence', is.id, readOccurrences(before, sourcesOf(was)), is.occurrences, occurrenceWords),
	);
	changes.push(...attached('evidence', is.id, readEvidence(before, sourcesOf(was)), is.evidence, evidenceWords));
	return changes;
}

const sourcesOf = ({ id, carriedFrom }: ActionState): string[] => [id, ...carriedFrom];

const ownWords = (fold: RecordFold, state: ActionState): Json => {
	if (state.liveness === 'absent' || state.liveness === 'deleted') return null;
	const own = readOwnActions(fold).find(({ id }) => id === state.id);
	return own ? { text: own.text.value, measure: own.measure } : null;
};

const occurrenceWords = ({ date, place, memo }: Occurrence): Json => ({ date, place, memo });
const evidenceWords = ({ title, url }: Evidence): Json => ({ title, url });

function attached<Thing extends { readonly id: string }>(
	kind: 'occurrence' | 'evidence',
	action: string,
	before: readonly Thing[],
	now: readonly Thing[],
	words: (thing: Thing) => Json,
): Bare[] {
	const was = new Map(before.map((thing) => [thing.id, words(thing)]));
	const is = new Map(now.map((thing) => [thing.id, words(thing)]));
	return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
		const [a, b] = [was.get(id) ?? null, is.get(id) ?? null];
		return sameJson(a, b) ? [] : [{ action, kind, entity: `${kind}/${id}`, field: '', before: a, after: b }];
	});
}

/** Fields of what stands beside the □: indicators, targets, the teachers' checklist, the school's profile. */
function figureChanges(before: RecordFold, now: RecordFold, news: readonly Operation[]): Change[] {
	const fields = new Map(
		news
			.filter(({ entity }) => /^(indicator\/|target\/|staff\/|school$)/.test(entity))
			.map((operation) => [`${operation.entity} ${operation.field}`, operation]),
	);
	return [...fields.values()].flatMap((operation) => {
		const { entity, field } = operation;
		const kind = fieldKindOf(entity, field);
		if (!kind) return [];
		const read = (fold: RecordFold) =>
			fold.liveness(entity) === 'deleted' ? null : (readField(fold, entity, field, kind).value as Json);
		const [a, b] = [read(before), read(now)];
		return sameJson(a, b) ? [] : [{ kind: 'figure' as const, entity, field, before: a, after: b, operation }];
	});
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

/** Who is behind a change: whoever wrote that field last, else (a status follows from 実施記録) whoever wrote last. */
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
	const operation = own ?? ofAction[0] ?? fold.history(entity).at(-1);
	return operation ? { ...change, operation } : change;
}
