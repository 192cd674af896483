import { closedYearWords, isClosed } from '../domain/record/closing.ts';
import { flag } from '../domain/record/fields.ts';
import type { RecordFold } from '../domain/record/fold.ts';
import type { Role } from '../domain/record/operation.ts';
import { readField } from '../domain/record/readField.ts';
import type { ActionState } from '../domain/record/reading.ts';
import { type Comment, readAllComments } from '../domain/record/review/comments.ts';
import { nameContent } from '../domain/record/review/content.ts';
import { type Missing, missingFor } from '../domain/record/review/missing.ts';
import { type Review, readReview, reviewEdit, stateHeld } from '../domain/record/review/readReview.ts';
import { type ReviewReason, reviewAfter } from '../domain/record/review/rules.ts';
import {
	type ContentName,
	type Phase,
	phases,
	type ReviewEvent,
	type ReviewState,
	rankOf,
} from '../domain/record/review/states.ts';
import { type Refusal, type Result, refuse } from '../domain/result.ts';
import type { Session } from './session.ts';

/** How a phase stands, and everything that deciding on it needs. Read from the record as it was at one moment. */
export interface Standing {
	readonly phase: Phase;
	readonly review: Review;
	/** The post of this device. */
	readonly role: Role;
	/** Every □, the school's own too, in their order. */
	readonly states: readonly ActionState[];
	readonly missing: readonly Missing[];
	/** What stands in the record: what a decision made now covers. */
	readonly content: ContentName;
	/** What was approved is not what stands there now. */
	readonly changed: boolean;
	/** The school has the vice principal look before the principal does. */
	readonly checksFirst: boolean;
	/** The year is closed: nobody moves it before it is opened again. The sentence to show; undefined while it is open. */
	readonly shut: string | undefined;
	/** Everything said of single □ in this phase, oldest first. */
	readonly comments: readonly Comment[];
}

const phaseWords: Record<Phase, string> = { midyear: '中間', final: '最終' };

/** 中間・最終. */
export const phaseWord = (phase: Phase): string => phaseWords[phase];

/** How both phases stand; undefined until the record and the post of this device are known. */
export function standingsOf(session: Session): Readonly<Record<Phase, Standing>> | undefined {
	const role = session.author.value?.role;
	if (!session.ready.value || role === undefined) return undefined;
	const fold = session.record();
	const states = session.ids().flatMap((id) => session.state(id).peek() ?? []);
	const shut = isClosed(fold) ? closedYearWords(session.fiscalYear) : undefined;
	const shared = { role, states, shut, content: nameContent(fold), checksFirst: checksFirstIn(fold) };
	const comments = readAllComments(fold);
	const of = (phase: Phase): Standing => {
		const review = readReview(fold, phase);
		return {
			...{ phase, review, ...shared },
			missing: missingFor(phase, states),
			changed: review.approval !== undefined && review.approval.content?.hash !== shared.content.hash,
			comments: comments.filter((comment) => comment.phase === phase),
		};
	};
	return { midyear: of('midyear'), final: of('final') };
}

const checksFirstIn = (fold: RecordFold): boolean => readField(fold, 'year', 'checksFirst', flag).value;

/** The state that a post has to reckon with: what the board has accepted stays shut, whatever stands beside it. */
export const stateOf = ({ review }: Standing): ReviewState => stateHeld(review);

/** □ that were sent back, with nothing done about them yet. */
export const openReturns = ({ comments }: Standing): readonly Comment[] => comments.filter(({ open }) => open);

/** Whether this post may do it now, or the sentence that says why not. */
export const decisionOn = (
	standing: Standing,
	event: ReviewEvent,
	reason: string,
): Result<ReviewState, Refusal<ReviewReason | 'yearClosed'>> => {
	const { role, missing, checksFirst, changed, shut } = standing;
	if (shut) return refuse('yearClosed', shut);
	return reviewAfter({
		...{ event, reason, role, checksFirst, changed },
		state: stateOf(standing),
		missing: missing.filter(({ blocks }) => blocks).length,
	});
};

/** Why a phase goes back: what was typed, else that it stands beside the single □. Empty where neither was given. */
export const reasonToReturn = (standing: Standing, typed: string): string => {
	const count = openReturns(standing).length;
	return typed.trim() || (count > 0 ? `□へのコメント${count}件のとおりです。` : '');
};

/** Events that say which content their author had before them. */
const naming: readonly ReviewEvent[] = ['submit', 'check', 'return', 'approve'];

/**
 * Moves the review. What it covers and what it replaces is what stood on the screen, not what arrives in between.
 * Resolves to whether it was written; where the rules refuse it, nothing is.
 */
export async function decide(
	session: Session,
	standing: Standing,
	event: ReviewEvent,
	reason: string,
): Promise<boolean> {
	const decision = decisionOn(standing, event, reason);
	if (!decision.ok) return false;
	const { review, content, phase } = standing;
	const value = {
		state: decision.value,
		...(reason.trim() !== '' && { reason: reason.trim() }),
		...(naming.includes(event) && { content }),
	};
	return session.take({
		words: decidedWords(phase, event),
		lasting: true,
		edits: () => [reviewEdit(review, value)],
	});
}

const decided: Record<ReviewEvent, string> = {
	submit: 'を提出しました',
	withdraw: 'の提出を取り下げました',
	check: 'を「教頭が確認」にしました',
	return: 'を差し戻しました',
	approve: 'を承認しました',
	reopen: 'を開き直しました',
	accept: 'を受理しました',
};

const decidedWords = (phase: Phase, event: ReviewEvent): string => `${phaseWord(phase)}${decided[event]}`;

/** What a post can see itself asked to do, or to be told why it cannot. The weightiest comes last. Nothing in a closed year. */
export function eventsOffered(standing: Standing): readonly ReviewEvent[] {
	const { role, changed, shut } = standing;
	if (shut) return [];
	switch (stateOf(standing)) {
		case 'draft':
		case 'returned':
			return ['submit'];
		case 'submitted':
			if (role === 'ictLead') return ['withdraw'];
			return role === 'vicePrincipal' ? ['return', 'check'] : ['return', 'approve'];
		case 'checked':
			if (role === 'ictLead') return ['withdraw'];
			return role === 'vicePrincipal' ? ['return'] : ['return', 'approve'];
		case 'approved':
			return changed && role === 'principal' ? ['reopen', 'approve'] : ['reopen'];
		case 'accepted':
			return ['reopen'];
	}
}

/** Whether a phase waits for this very post. */
export function awaits(standing: Standing): boolean {
	const { role, checksFirst, changed, missing, shut } = standing;
	if (shut) return false;
	const leads = role === 'ictLead';
	switch (stateOf(standing)) {
		case 'returned':
			return leads;
		case 'submitted':
			return role === (checksFirst ? 'vicePrincipal' : 'principal');
		case 'checked':
			return role === 'principal';
		case 'approved':
			return role === 'principal' && changed && standing.phase === 'final';
		case 'draft':
			return leads && standing.review.steps.length > 0 && !missing.some(({ blocks }) => blocks);
		case 'accepted':
			return false;
	}
}

/**
 * The phase to show first: the one that waits for this post, else the later one that has begun. From January on
 * (`today` as `YYYY-MM-DD`), with 中間 decided, what comes next is 最終.
 */
export function phaseToShow(
	standings: Readonly<Record<Phase, Standing>>,
	{ today, fiscalYear }: { readonly today: string; readonly fiscalYear: number },
): Phase {
	const awaiting = phases.find((phase) => awaits(standings[phase]));
	if (awaiting) return awaiting;
	const decided = rankOf(stateOf(standings.midyear)) >= rankOf('approved');
	const isSpring = today >= `${fiscalYear + 1}-01-01`;
	return standings.final.review.steps.length > 0 || (decided && isSpring) ? 'final' : 'midyear';
}
