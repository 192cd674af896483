import { shortHash } from '../../domain/record/review/content.ts';
import { phaseWord } from '../../session/review.ts';
import type { ReviewProps } from './reviewProps.ts';
import { stepWords } from './words.ts';

/** Every step of the phase: who, when, why, and over which content. Newest first. */
export function StepHistory({ session, standing: { review, phase } }: Pick<ReviewProps, 'session' | 'standing'>) {
	return (
		<section class="band" aria-labelledby="steps">
			<h2 id="steps">{phaseWord(phase)}の経過</h2>
			{review.steps.length === 0 && <p class="small quiet">まだ提出されていません。</p>}
			<ol class="review-steps small">
				{[...review.steps].reverse().map((step) => (
					<li key={step.id}>
						{stepWords(session, step)}。{step.reason && <q>{step.reason}</q>}
						{step.content && <span class="quiet num"> 内容の番号 {shortHash(step.content)}</span>}
					</li>
				))}
			</ol>
		</section>
	);
}
