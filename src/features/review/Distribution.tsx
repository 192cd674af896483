import type { Rating } from '../../domain/plan/edition.ts';
import { phaseWord } from '../../session/review.ts';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { ratingsInOrder } from '../../ui/words.ts';
import type { ReviewProps } from './reviewProps.ts';

/** ◎○△ of the phase as the marks themselves, in rows, with counts. What is 該当なし is not counted. */
export function Distribution({ session, standing: { phase, states } }: Pick<ReviewProps, 'session' | 'standing'>) {
	const ratings = states
		.filter(({ status }) => status !== 'notApplicable')
		.map((state) => state.ratings[phase === 'midyear' ? 'ratingMidyear' : 'ratingFinal'].value);
	const rows: readonly (Rating | null)[] = [...ratingsInOrder, null];
	return (
		<section class="band" aria-labelledby="distribution">
			<h2 id="distribution">{phaseWord(phase)}の評価</h2>
			<dl class="distribution">
				{rows.map((rating) => {
					const count = ratings.filter((each) => each === rating).length;
					return (
						<div key={rating ?? 'none'}>
							<dt>
								{rating && <RatingMark rating={rating} />} {rating ? session.ratingWord(rating) : '未入力'}{' '}
								<b class="num">{count}</b>
							</dt>
							<dd aria-hidden="true">
								{Array.from({ length: count }, (_, index) =>
									rating ? <RatingMark key={index} rating={rating} /> : <i key={index} class="change-none" />,
								)}
							</dd>
						</div>
					);
				})}
			</dl>
		</section>
	);
}
