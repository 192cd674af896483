import type { Session } from '../../session/session.ts';
import { type Candidate, planTexts } from './filter.ts';

const written = ['result', 'issue', 'improvement', 'nextYear', 'reason', 'owner'] as const;

/** What the school wrote about a □, for the search: texts, owners, occurrences' places and memos, titles of evidence. */
const writtenText = (session: Session, id: string, kind: 'action' | 'own'): string => {
	const fold = session.record();
	const own = written.flatMap((field) => fold.heads(`${kind}/${id}`, field).map(({ value }) => value));
	const attached = [
		...fold
			.referring('occurrence', id)
			.flatMap((occurrence) => ['place', 'memo'].map((field) => [`occurrence/${occurrence}`, field] as const)),
		...fold.referring('evidence', id).map((evidence) => [`evidence/${evidence}`, 'title'] as const),
	]
		.filter(([entity]) => fold.liveness(entity) !== 'deleted')
		.flatMap(([entity, field]) => fold.heads(entity, field).map(({ value }) => value));
	return [...own, ...attached].filter((value) => typeof value === 'string').join('\n');
};

/** Every □, the plan's and the school's own, as the filter needs it. Reads without subscribing. */
export const candidatesOf = (
	session: Session,
	isDueNow: (row: Candidate['row']) => boolean,
	withWritten: boolean,
): Candidate[] => {
	const texts = planTexts(session.edition);
	const candidate = (id: string, policy: string, text: string, kind: 'action' | 'own'): Candidate => {
		const row = session.row(id).peek();
		return {
			id,
			policy,
			row,
			text: withWritten ? `${text}\n${writtenText(session, id, kind)}` : text,
			dueNow: isDueNow(row),
		};
	};
	return [
		...session.actions.map(({ id }) => candidate(id, texts.get(id)?.policy ?? '', texts.get(id)?.text ?? '', 'action')),
		...session.own.peek().map(({ id, measure, text }) => candidate(id, measure.split('-')[0] ?? '', text, 'own')),
	];
};
