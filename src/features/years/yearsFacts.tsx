import type { ComponentChildren } from 'preact';
import type { PlanEdition, Rating } from '../../domain/plan/edition.ts';
import type { ActionState, RatingField } from '../../domain/record/reading.ts';
import { reviewStateWord } from '../../domain/record/review/rules.ts';
import { frequencyWord, sourceWord } from '../../domain/record/words.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { Square } from '../../ui/Square.tsx';
import { ratingsInOrder, shortDay, statusWord } from '../../ui/words.ts';
import type { ComparedYear, ShownAction, Subject } from './yearsSubject.ts';

/** One line of the comparison: its name, and what a year says; null where the year says nothing. */
export interface Fact {
	readonly name: string;
	readonly of: (year: ComparedYear) => ComponentChildren;
}

const standingWords = { none: '記録なし', unreadable: '記録を読めませんでした', future: 'これから' } as const;

/** What a year is told as where it has no record: never as 0. */
export const standingWord = ({ view }: ComparedYear): string =>
	view.standing === 'recorded' ? '' : standingWords[view.standing];

/** The lines that are shown of what was chosen, in their order. */
export const factsOf = (subject: Subject): readonly Fact[] => {
	switch (subject.kind) {
		case 'plan':
		case 'policy':
		case 'measure':
			return [...setFacts, link, review];
		case 'action':
		case 'own':
			return [...actionFacts, link, review];
		case 'indicator':
			return [...sceneFacts, link];
	}
};

const link: Fact = {
	name: '前の年度から',
	of: ({ link: found }) => found && (found.comparable ? found.words : <span class="years-apart">{found.words}</span>),
};

const review: Fact = {
	name: '校長確認',
	of: ({ view: { reviews } }) =>
		reviews && (
			<>
				<p>中間 {reviewStateWord(reviews.midyear)}</p>
				<p>最終 {reviewStateWord(reviews.final)}</p>
			</>
		),
};

const setFacts: readonly Fact[] = [
	{
		name: '達成',
		of: ({ set, actions }) =>
			set && (
				<>
					<p>
						{set.progress.applicable}のうち <b>{set.progress.achieved} 達成</b>
					</p>
					<Squares actions={actions} />
				</>
			),
	},
	{
		name: 'ほかの□',
		of: ({ set }) =>
			set && (
				<>
					<p>実施中 {set.progress.inProgress}</p>
					<p>未着手 {set.progress.notStarted}</p>
					{set.progress.notApplicable > 0 && <p>該当なし {set.progress.notApplicable}</p>}
				</>
			),
	},
	{ name: '中間の評価', of: (year) => year.set && <Marks given={year.set.ratings.midyear} year={year} /> },
	{ name: '最終の評価', of: (year) => year.set && <Marks given={year.set.ratings.final} year={year} /> },
	{ name: '実施記録', of: ({ set }) => set && `${set.occurrences}件` },
];

/** Decoration beside the counts: the □ of the year, as they hang on 今やること. */
function Squares({ actions }: { actions: readonly ShownAction[] }) {
	return (
		<div class="years-squares" aria-hidden="true">
			{actions.map(({ id, state }) => state && <Square key={id} status={state.status} small />)}
		</div>
	);
}

const wordIn = (edition: PlanEdition | undefined, rating: Rating): string =>
	edition?.ratingScale.steps.find((step) => step.rating === rating)?.word ?? '';

interface MarksProps {
	given: Readonly<Record<Rating, number>>;
	year: ComparedYear;
}

function Marks({ given, year }: MarksProps) {
	const some = ratingsInOrder.filter((rating) => given[rating] > 0);
	if (some.length === 0) return <>評価なし</>;
	return (
		<>
			{some.map((rating) => (
				<p key={rating}>
					<RatingMark rating={rating} /> {wordIn(year.view.edition, rating)} {given[rating]}
				</p>
			))}
		</>
	);
}

/** One line for each □ of the year; where there are several, each begins with its number. */
const each = (draw: (action: ShownAction, year: ComparedYear) => ComponentChildren): Fact['of'] => {
	return (year) =>
		year.actions.length === 0
			? null
			: year.actions.map((action, index) => {
					const drawn = draw(action, year);
					return (
						drawn && (
							<p key={action.id}>
								{year.actions.length > 1 && <span class="years-nth">{index + 1}. </span>}
								{drawn}
							</p>
						)
					);
				});
};

const ratingOf = (field: RatingField) =>
	each(({ state }, { view }) => {
		const value = state?.ratings[field].value;
		if (!state) return null;
		return value ? (
			<>
				<RatingMark rating={value} /> {wordIn(view.edition, value)}
			</>
		) : (
			'評価なし'
		);
	});

const actionFacts: readonly Fact[] = [
	{
		name: '□の文',
		of: each(({ text, own }) => (
			<span class={own ? undefined : 'plan'}>
				<PlanText text={text} />
			</span>
		)),
	},
	{
		name: '状態',
		of: each(
			({ state }) =>
				state && (
					<span class="years-state">
						<Square status={state.status} conflict={state.conflicts.length > 0} small /> {stateWords(state)}
					</span>
				),
		),
	},
	{ name: '中間の評価', of: ratingOf('ratingMidyear') },
	{ name: '最終の評価', of: ratingOf('ratingFinal') },
	{ name: '実施記録', of: each(({ state }) => state && `${state.occurrences.length}件`) },
];

const stateWords = ({ status, conflicts }: ActionState): string =>
	conflicts.length > 0 ? `${statusWord[status]}（食い違いあり）` : statusWord[status];

const sceneFacts: readonly Fact[] = [
	{
		name: '場面',
		of: ({ scene }) =>
			scene && (
				<span class="plan">
					<PlanText text={scene.text} />
				</span>
			),
	},
	{
		name: '本校の頻度',
		of: (year) => (year.view.standing === 'recorded' ? frequencyOf(year) : null),
	},
	{
		name: '学級',
		of: ({ counted }) => counted?.classes && `${counted.classes.of}学級のうち ${counted.classes.count}学級`,
	},
	{
		name: '測定した日・出典',
		of: ({ said, counted }) => {
			if (!said || !counted || said.id === counted.id) return lookWords(said ?? counted);
			return (
				<>
					<p>頻度 {lookWords(said)}</p>
					<p>学級 {lookWords(counted)}</p>
				</>
			);
		},
	},
];

/** When and how somebody looked. */
const lookWords = (look: ComparedYear['said']): string | undefined =>
	look && [look.date && shortDay(look.date), look.source && sourceWord[look.source]].filter(Boolean).join(' ');

/** Nobody looked, looked and could not say, or said. */
const frequencyOf = ({ scene, said, counted }: ComparedYear): ComponentChildren => {
	if (!scene) return 'この版に、同じ場面はありません';
	if (!said) return counted ? '頻度は未入力' : '記録なし';
	const { frequency } = said;
	if (frequency === null) return '頻度は未入力';
	return frequency === 'unmeasured' ? frequencyWord.unmeasured : <b>{frequencyWord[frequency]}</b>;
};
