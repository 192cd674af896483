import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { shortHash } from '../../domain/record/review/content.ts';
import type { ReviewEvent } from '../../domain/record/review/states.ts';
import {
	decide,
	decisionOn,
	eventsOffered,
	openReturns,
	phaseWord,
	reasonToReturn,
	type Standing,
	stateOf,
} from '../../session/review.ts';
import { momentWord } from '../../ui/words.ts';
import { DraftField } from './DraftField.tsx';
import { draftPlace, keepDraft, readDraft } from './draft.ts';
import type { ReviewProps } from './reviewProps.ts';
import { buttonWord } from './words.ts';

interface ReviewBarProps extends Omit<ReviewProps, 'place'> {
	/** How many things changed since it was submitted. */
	sinceSubmitted: number;
	onDecided: (standing: Standing) => void;
}

/** Events that say why, in a field of their own. */
const withReason: readonly ReviewEvent[] = ['return', 'reopen'];

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
					onCancel={() => setAsking(undefined)}
				/>
			) : (
				<div class="review-bar-buttons">
					{events.map((event) => {
						const refused = refusals.some((each) => each.event === event);
						const go = event === events.at(-1) && !withReason.includes(event) && event !== 'withdraw';
						return (
							<button
								key={event}
								type="button"
								class={go ? 'btn btn-go btn-wide' : 'btn btn-wide'}
								aria-disabled={refused}
								aria-describedby={note}
								onClick={() => {
									if (refused) return;
									if (withReason.includes(event)) setAsking(event);
									else void take(event, '');
								}}
							>
								{buttonWord(event, standing)}
							</button>
						);
					})}
				</div>
			)}
		</section>
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

/** What exactly the decision is about. */
function Covered({ standing, sinceSubmitted }: Pick<ReviewBarProps, 'standing' | 'sinceSubmitted'>) {
	const { content, states, review } = standing;
	const state = stateOf(standing);
	const items = states.filter(({ status }) => status !== 'notApplicable').length;
	const name = (
		<span class="num">
			（内容の番号 <span class="nb">{shortHash(content)}</span>・記録{content.operations}件まで）
		</span>
	);
	const submission = review.steps.findLast(({ event }) => event === 'submit');
	const open = openReturns(standing).length;
	if (state === 'draft' || state === 'returned') {
		return (
			<p>
				提出するのは、<b>今の□{items}件の内容</b>です{name}。
			</p>
		);
	}
	if ((state === 'submitted' || state === 'checked') && submission) {
		return (
			<>
				<p>
					確認の対象は、
					<b>
						{momentWord(submission.at)} に提出された□{items}件の内容
						{sinceSubmitted > 0 && `と、そのあとの変更${sinceSubmitted}件`}
					</b>
					です{name}。あとから内容が変わると「承認後に変更あり」になり、変わったところがここに出ます。
				</p>
				{open > 0 && (
					<p>差し戻した□が{open}件あります。「差し戻す」で学校に戻ります。承認すると、差戻しは終わります。</p>
				)}
			</>
		);
	}
	return (
		<p>
			今の内容は、□{items}件です{name}。
		</p>
	);
}

interface ReasonFormProps extends Omit<ReviewProps, 'place'> {
	event: ReviewEvent;
	onTake: (reason: string) => Promise<boolean>;
	onCancel: () => void;
}

/** Why it goes back or is opened again. A return may leave it to the comments beside the □. */
function ReasonForm({ event, session, standing, shelf, onTake, onCancel }: ReasonFormProps) {
	const place = draftPlace(shelf, { fiscalYear: session.fiscalYear, phase: standing.phase, of: event });
	const [text, setText] = useState(readDraft(place));
	const form = useRef<HTMLFormElement>(null);
	const reasonOf = (typed: string) => (event === 'return' ? reasonToReturn(standing, typed) : typed);
	const decision = decisionOn(standing, event, reasonOf(text));
	const count = openReturns(standing).length;
	const put = async () => {
		const typed = form.current?.querySelector('textarea')?.value ?? text;
		setText(typed);
		if (!decisionOn(standing, event, reasonOf(typed)).ok) return;
		if (await onTake(reasonOf(typed))) keepDraft(place, '');
	};
	const label =
		event === 'return'
			? `差し戻す理由${count > 0 ? `（□へのコメント${count}件があるので、なくてもよい）` : ''}`
			: '開き直す理由';
	return (
		<form
			ref={form}
			class="review-bar-form"
			onSubmit={(submitted) => {
				submitted.preventDefault();
				void put();
			}}
		>
			<DraftField id="review-reason" label={label} place={place} onText={setText} describedBy="review-reason-told" />
			<p id="review-reason-told" class="small" role="status">
				{!decision.ok && decision.refusal.sentence}
			</p>
			<div class="row">
				<button type="submit" class="btn btn-go" aria-disabled={!decision.ok} aria-describedby="review-reason-told">
					{event === 'return' ? '差し戻す' : '開き直す'}
				</button>
				<button type="button" class="btn" onClick={onCancel}>
					やめる
				</button>
			</div>
		</form>
	);
}
