import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ReviewEvent } from '../../domain/record/review/states.ts';
import { decide, decisionOn, eventsOffered, phaseWord, type Standing } from '../../session/review.ts';
import { Covered } from './Covered.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import type { ReviewProps } from './reviewProps.ts';
import './reviewBar.css';
import { buttonWord } from './words.ts';

interface ReviewBarProps extends Omit<ReviewProps, 'place'> {
	/** How many things changed since it was submitted. */
	sinceSubmitted: number;
	onDecided: (standing: Standing) => void;
}

/** Events that say why, in a field of their own. */
const withReason: readonly ReviewEvent[] = ['return', 'reopen'];

const backward: readonly ReviewEvent[] = [...withReason, 'withdraw'];

/** What a decision would cover, in words, and the buttons to decide: back on the left, forward on the right. */
export function ReviewBar({ sinceSubmitted, onDecided, ...props }: ReviewBarProps) {
	const { session, standing } = props;
	const [asking, setAsking] = useState<ReviewEvent>();
	const [told, setTold] = useState<string>();
	const busy = useRef(false);
	const note = useId();
	const bar = useRef<HTMLElement>(null);
	useHeightTold(bar);
	const events = eventsOffered(standing);
	const take = async (event: ReviewEvent, reason: string): Promise<boolean> => {
		if (busy.current) return false;
		busy.current = true;
		const done = await decide(session, standing, event, reason).finally(() => {
			busy.current = false;
		});
		setTold(done ? undefined : 'まだ記録できていません。ページの上の説明をごらんください。');
		if (!done) return false;
		setAsking(undefined);
		onDecided(standing);
		return true;
	};
	const refusals = events.flatMap((event) => {
		const decision = decisionOn(standing, event, 'x');
		return decision.ok ? [] : [{ event, sentence: decision.refusal.sentence }];
	});
	const sentences = [...new Set(refusals.map(({ sentence }) => sentence))];
	return (
		<section ref={bar} class="review-bar" aria-label={`${phaseWord(standing.phase)}の判断`}>
			<div id={note} class="review-bar-words small">
				<Covered {...props} sinceSubmitted={sinceSubmitted} />
				{sentences.map((sentence) => (
					<p key={sentence}>{sentence}</p>
				))}
				<p role="alert" class={told ? 'problem' : undefined}>
					{told}
				</p>
			</div>
			{asking ? (
				<ReasonForm
					key={asking}
					{...props}
					event={asking}
					onTake={(reason) => take(asking, reason)}
					onCancel={() => {
						setAsking(undefined);
						requestAnimationFrame(() => bar.current?.querySelector('button')?.focus());
					}}
				/>
			) : (
				<Buttons
					standing={standing}
					refused={refusals.map(({ event }) => event)}
					note={note}
					onPress={(event) => (withReason.includes(event) ? setAsking(event) : void take(event, ''))}
				/>
			)}
		</section>
	);
}

interface ButtonsProps {
	standing: Standing;
	/** What may not be done now: it looks like it, and the words with the id `note` say why. */
	refused: readonly ReviewEvent[];
	note: string;
	onPress: (event: ReviewEvent) => void;
}

/** Back on the left, forward on the right. */
function Buttons({ standing, refused, note, onPress }: ButtonsProps) {
	const events = eventsOffered(standing);
	const forward = events.findLast((event) => !backward.includes(event));
	return (
		<div class="review-bar-buttons">
			{events.map((event) => (
				<button
					key={event}
					type="button"
					class={event === forward ? 'btn btn-go btn-wide' : 'btn btn-wide'}
					aria-disabled={refused.includes(event)}
					aria-describedby={note}
					onClick={() => !refused.includes(event) && onPress(event)}
				>
					{buttonWord(event, standing)}
				</button>
			))}
		</div>
	);
}

/** The page keeps so much of its foot free. */
const useHeightTold = (bar: { readonly current: HTMLElement | null }) =>
	useEffect(() => {
		const { current } = bar;
		if (!current) return undefined;
		const page = document.documentElement.style;
		const observer = new ResizeObserver(() => page.setProperty('--review-bar', `${current.offsetHeight}px`));
		observer.observe(current);
		return () => {
			observer.disconnect();
			page.removeProperty('--review-bar');
		};
	}, [bar]);
