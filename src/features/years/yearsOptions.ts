import { allMeasures, allSchoolActions } from '../../domain/plan/find.ts';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { endedIn } from '../../domain/record/comparison.ts';
import type { YearView } from '../../domain/record/yearsCompared.ts';
import { foldForSearch, matches } from '../../ui/search.ts';
import { shortened } from '../../ui/words.ts';
import type { Subject } from './yearsSubject.ts';

export type Kind = 'plan' | 'policy' | 'measure' | 'action' | 'indicator';

export const kinds: readonly { readonly value: Kind; readonly content: string }[] = [
	{ value: 'plan', content: '計画全体' },
	{ value: 'policy', content: '方針' },
	{ value: 'measure', content: '項目' },
	{ value: 'action', content: '□' },
	{ value: 'indicator', content: '端末活用' },
];

/** Something that can be chosen. */
export interface Option {
	readonly subject: Subject & { readonly id: string };
	/** In the list. */
	readonly label: string;
	/** 「1-(1)-①」; empty where there is none. */
	readonly code: string;
	/** The whole sentence or title, as printed. */
	readonly text: string;
	/** The heading that it stands under in the list. */
	readonly group: string;
}

const listed = 38;

/** Everything of a kind: as the latest edition among the years prints it, then what only earlier years have. */
export const optionsOf = (views: readonly YearView[], kind: Kind): readonly Option[] => {
	const edition = views.findLast((view) => view.edition)?.edition;
	if (!edition) return [];
	switch (kind) {
		case 'plan':
			return [];
		case 'policy':
			return edition.policies.map(({ id, number, title }) =>
				option({ kind: 'policy', id }, `方針${number}`, title, ''),
			);
		case 'measure':
			return edition.policies.flatMap(({ number, shortTitle, areas }) =>
				areas
					.flatMap(({ measures }) => measures)
					.map(({ id, label, title }) => option({ kind: 'measure', id }, label, title, `${number} ${shortTitle}`)),
			);
		case 'action':
			return [...actionsOf(views), ...ownOf(views)];
		case 'indicator':
			return edition.indicators.map(({ id, label, text }) => option({ kind: 'indicator', id }, label, text, ''));
	}
};

const option = (subject: Option['subject'], code: string, text: string, group: string): Option => ({
	...{ subject, code, text, group },
	label: `${code} ${shortened(text, listed)}`.trim(),
});

function actionsOf(views: readonly YearView[]): Option[] {
	const editions = views.flatMap(({ edition }) => edition ?? []);
	const latest = editions.at(-1);
	if (!latest) return [];
	const now = latest.policies.flatMap(({ number, shortTitle, areas }) =>
		areas
			.flatMap(({ measures }) => measures)
			.flatMap(({ label, schoolActions }) =>
				schoolActions.map(({ id, text }) => option({ kind: 'action', id }, label, text, `${number} ${shortTitle}`)),
			),
	);
	const before = editions.flatMap((edition, index) => {
		const next = editions[index + 1];
		if (!next) return [];
		const group = `${labelOf(edition.fiscalYear)}版で終わった□`;
		const labels = new Map(allSchoolActions(edition).map(({ action, measure }) => [action.id, measure.label]));
		return endedIn(edition, next).map(({ id, text }) =>
			option({ kind: 'action', id }, labels.get(id) ?? '', text, group),
		);
	});
	return [...now, ...before];
}

/** □ of the school's own, of whatever year, under the words of the latest. */
function ownOf(views: readonly YearView[]): Option[] {
	const labels = new Map(
		views.flatMap(({ edition }) => (edition ? allMeasures(edition).map(({ id, label }) => [id, label] as const) : [])),
	);
	const own = new Map(views.flatMap((view) => view.own.map((each) => [each.id, each] as const)));
	return [...own.values()].map(({ id, measure, text }) =>
		option({ kind: 'own', id }, labels.get(measure) ?? '', text.value, '学校独自の□'),
	);
}

/** The options that a search finds, in whatever width and spelling it was typed. */
export const found = (options: readonly Option[], query: string): readonly Option[] =>
	options.filter(({ code, text, group }) => matches(foldForSearch(`${code}\n${text}\n${group}`), query));

/** The chosen one as the address names it, else the first; undefined where nothing of the kind can be chosen. */
export const chosenOf = (options: readonly Option[], id: string | undefined): Option | undefined =>
	options.find(({ subject }) => subject.id === id) ?? options[0];
