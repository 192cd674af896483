import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewEvent } from '../../domain/record/review/states.ts';
import { decisionOn, openReturns, reasonToReturn } from '../../session/review.ts';
import { DraftField } from './DraftField.tsx';
import { draftPlace, keepDraft, readDraft } from './draft.ts';
import type { ReviewProps } from './reviewProps.ts';

interface ReasonFormProps extends Omit<ReviewProps, 'place'> {
	event: ReviewEvent;
	onTake: (reason: string) => Promise<boolean>;
	onCancel: () => void;
}

/** Why it goes back or is opened again. A return may leave it to the comments beside the □. */
export function ReasonForm({ event, session, standing, shelf, onTake, onCancel }: ReasonFormProps) {
	const place = draftPlace(shelf, { fiscalYear: session.fiscalYear, phase: standing.phase, of: event });
	const [text, setText] = useState(readDraft(place));
	const form = useRef<HTMLFormElement>(null);
	// The button that asked for it has made room.
	useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
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
