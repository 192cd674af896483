import { reviewStateWord } from '../../domain/record/review/rules.ts';
import { stateOf } from '../../session/review.ts';
import type { ReviewProps } from './reviewProps.ts';
import { stepWords } from './words.ts';

/** Steps that were made apart from each other: both stand, in words, until one more step settles them. */
export function OtherSteps({ session, standing }: Pick<ReviewProps, 'session' | 'standing'>) {
	const { review } = standing;
	if (review.others.length === 0) return null;
	const sides = [...(review.step ? [review.step] : []), ...review.others];
	return (
		<section class="conflict" aria-labelledby="others">
			<h2 id="others">判断が食い違っています。</h2>
			<p class="small">
				つながらないあいだに、別々の端末で次の操作がされました。どちらも残っています。
				{review.locked
					? '教育委員会が受理しているため、変えるには開き直しを頼んでください。'
					: `進んでいないほうの「${reviewStateWord(stateOf(standing))}」として続けます。次の操作をすると、1つにまとまります。`}
			</p>
			<ul class="conflict-sides">
				{sides.map((step) => (
					<li key={step.id}>
						<b>{reviewStateWord(step.state)}</b>
						<br />
						<span class="small">
							{stepWords(session, step)}。{step.reason}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
