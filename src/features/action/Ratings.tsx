import type { Rating } from '../../domain/plan/edition.ts';
import type { RatingField } from '../../domain/record/reading.ts';
import type { Phase } from '../../domain/record/review/states.ts';
import { acceptedWords, isAccepted } from '../../session/accepted.ts';
import { conflictOf } from '../../session/conflict.ts';
import { Choice } from '../../ui/Choice.tsx';
import { ConflictBox } from '../../ui/ConflictBox.tsx';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { ReadOnly } from '../../ui/ReadOnly.tsx';
import { ratingsInOrder } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';

const rounds: readonly { field: RatingField; phase: Phase; name: string }[] = [
	{ field: 'ratingMidyear', phase: 'midyear', name: '中間' },
	{ field: 'ratingFinal', phase: 'final', name: '最終' },
];

/** 評価 ◎○△, 中間 and 最終, with the words of the edition's scale. What the board has accepted can only be read. */
export function Ratings(props: SectionProps) {
	const { session } = props;
	const { ratingScale } = session.edition;
	const accepted = rounds.filter(({ phase }) => isAccepted(session, phase));
	return (
		<section id="ratings">
			<h2>評価</h2>
			<div>
				{rounds.map((round) => (
					<RoundOf key={round.field} {...props} round={round} accepted={accepted.includes(round)} />
				))}
				{accepted.length > 0 && <p class="note small">{acceptedWords(accepted.map(({ name }) => name))}</p>}
				<div class="small quiet beneath" id="criteria">
					{ratingScale.steps.map(({ mark, criterion }) => (
						<p key={mark}>
							{mark} {criterion}
						</p>
					))}
					{ratingScale.origin === 'masume' && <p>（計画に凡例がないため、めやすの文はます目が付けたものです）</p>}
				</div>
			</div>
		</section>
	);
}

interface RoundProps extends SectionProps {
	round: (typeof rounds)[number];
	accepted: boolean;
}

function RoundOf({ session, state, place, round: { field, name }, accepted }: RoundProps) {
	const reading = state.ratings[field];
	const word = (rating: Rating | null) => (rating ? session.ratingWord(rating) : '未入力');
	const set = (rating: Rating | null) =>
		session.set(state.entity, field, rating, {
			words: rating
				? `${place.measure.label} の${name}評価を「${word(rating)}」にしました`
				: `${place.measure.label} の${name}評価を取り消しました`,
		});
	return (
		<ReadOnly closed={accepted}>
			<div class="rating">
				<h3 id={field}>{name}</h3>
				<Choice
					name={field}
					look="segments"
					labelledBy={field}
					describedBy="criteria"
					chosen={reading.value ?? undefined}
					onChoose={set}
					options={ratingsInOrder.map((value) => ({
						value,
						content: (
							<>
								<RatingMark rating={value} />
								{word(value)}
							</>
						),
					}))}
				/>
				{reading.value ? (
					<button
						type="button"
						class="btn btn-line"
						aria-label={`${name}の評価を取り消す`}
						onClick={() => void set(null)}
					>
						取り消す
					</button>
				) : (
					<span class="small quiet">未入力</span>
				)}
			</div>
			<ConflictBox
				conflict={conflictOf(session, state.entity, field, `${name}の評価`, reading)}
				shown={word}
				mark={(rating) => rating && <RatingMark rating={rating} />}
				until="低いほう"
			/>
		</ReadOnly>
	);
}
