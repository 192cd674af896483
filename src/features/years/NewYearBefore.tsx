import { actionById } from '../../domain/plan/find.ts';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import type { ActionState } from '../../domain/record/reading.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { Square } from '../../ui/Square.tsx';
import { statusWord } from '../../ui/words.ts';
import type { FoundTurn } from './newYearFound.ts';

interface NewYearBeforeProps {
	found: FoundTurn;
	states: readonly ActionState[];
	/** The old sentences are shown, too: where they are not told apart in the new one. */
	sentences: boolean;
}

/** How last year left a □, or the several that it comes from. */
export function NewYearBefore({ found, states, sentences }: NewYearBeforeProps) {
	return (
		<div class="turn-before">
			<p class="small quiet">{labelOf(found.turn.from)}</p>
			{states.map((state) => (
				<div key={state.id}>
					{sentences && <OldSentence found={found} id={state.id} />}
					<Standing found={found} state={state} />
				</div>
			))}
		</div>
	);
}

function OldSentence({ found, id }: { found: FoundTurn; id: string }) {
	const placed = actionById(found.earlier, id);
	if (!placed) return null;
	return (
		<p class="turn-old">
			<span class="code">{placed.measure.label}</span>{' '}
			<span class="plan">
				<PlanText text={placed.action.text} />
			</span>
		</p>
	);
}

function Standing({ found, state }: { found: FoundTurn; state: ActionState }) {
	const { ratingFinal, ratingMidyear } = state.ratings;
	const rating = ratingFinal.value ?? ratingMidyear.value;
	const word = found.earlier.ratingScale.steps.find((step) => step.rating === rating)?.word;
	const [nextYear, issue] = [state.texts.nextYear.value, state.texts.issue.value];
	return (
		<>
			<p class="turn-standing">
				<Square status={state.status} small />
				<b>{statusWord[state.status]}</b>
				{rating && (
					<span>
						{ratingFinal.value ? '最終' : '中間'} <RatingMark rating={rating} /> {word}
					</span>
				)}
				{state.owner.value && <span>主担当 {state.owner.value}</span>}
			</p>
			{state.status === 'notApplicable' && state.reason.value && <p class="small quiet">{state.reason.value}</p>}
			{nextYear && <p class="turn-words">次年度：{nextYear}</p>}
			{!nextYear && issue && <p class="turn-words">課題：{issue}</p>}
		</>
	);
}
