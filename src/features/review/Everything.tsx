import type { BasicPolicy } from '../../domain/plan/edition.ts';
import type { ActionState } from '../../domain/record/reading.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { Square, squareWords } from '../../ui/Square.tsx';
import { CommentBox } from './CommentBox.tsx';
import type { ReviewProps } from './reviewProps.ts';

/** Every □ as it stands, by 方針: square, mark, 実績, what was recorded. */
export function Everything(props: ReviewProps) {
	const { session } = props;
	return (
		<>
			{session.edition.policies.map((policy) => {
				const states = statesOf(policy, props);
				if (states.length === 0) return null;
				return (
					<section key={policy.id} class="everything" aria-labelledby={`of-${policy.id}`}>
						<h3 id={`of-${policy.id}`} class="plan">
							{policy.number}　{policy.shortTitle}
						</h3>
						<ul>
							{states.map((state) => (
								<StateRow key={state.id} {...props} state={state} />
							))}
						</ul>
					</section>
				);
			})}
		</>
	);
}

function statesOf(policy: BasicPolicy, { session, standing }: ReviewProps): ActionState[] {
	const measures = policy.areas.flatMap((area) => area.measures);
	const own = session.own.value;
	const ids = measures.flatMap(({ id, schoolActions }) => [
		...schoolActions.map((action) => action.id),
		...own.filter(({ measure }) => measure === id).map((each) => each.id),
	]);
	return ids.flatMap((id) => standing.states.find((state) => state.id === id) ?? []);
}

function StateRow({ state, ...props }: ReviewProps & { state: ActionState }) {
	const { session, standing, place } = props;
	const { code, text, own } = place(state.id);
	const rating = state.ratings[standing.phase === 'midyear' ? 'ratingMidyear' : 'ratingFinal'].value;
	const returned = state.comments.some(({ open }) => open);
	const conflict = state.conflicts.length > 0;
	return (
		<li class="state-row">
			<span class="cell">
				<Square
					status={state.status}
					conflict={conflict}
					returned={returned}
					label={squareWords(state.status, conflict, returned)}
				/>
			</span>
			<div>
				<a href={`/actions/${state.id}`} class={own ? undefined : 'plan'}>
					<PlanText text={text} />
				</a>
				{state.texts.result.value && <p class="small state-result">{state.texts.result.value}</p>}
				<p class="meta">
					<span class="num">{code}</span>
					{rating ? (
						<span>
							<RatingMark rating={rating} /> {session.ratingWord(rating)}
						</span>
					) : (
						state.status !== 'notApplicable' && <span>評価 未入力</span>
					)}
					{state.occurrences.length > 0 && <span class="num">実施記録 {state.occurrences.length}件</span>}
					{state.evidence.length > 0 && <span class="num">根拠資料 {state.evidence.length}件</span>}
					{state.status === 'notApplicable' && <span>{state.reason.value}</span>}
				</p>
			</div>
			<CommentBox {...props} action={state.id} name={`all ${state.id}`} first />
		</li>
	);
}
