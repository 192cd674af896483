import { ok, type Refusal, type Result, refuse } from '../../result.ts';
import type { Role } from '../operation.ts';
import { roleWord } from '../role.ts';
import type { ReviewEvent, ReviewState } from './states.ts';

/** Who wants to do what, and how things stand. */
export interface Situation {
	readonly event: ReviewEvent;
	readonly state: ReviewState;
	readonly role: Role;
	/** What still has to be done before the phase can be submitted. */
	readonly missing: number;
	readonly reason: string;
	/** The school has the vice principal look before the principal does. */
	readonly checksFirst: boolean;
	/** What was approved is not what stands there now. */
	readonly changed: boolean;
}

export type ReviewReason =
	| 'locked'
	| 'wrongPost'
	| 'wrongState'
	| 'incomplete'
	| 'reasonMissing'
	| 'checkComesFirst'
	| 'nothingChanged'
	| 'otherContent';

type Rule = (situation: Situation) => Refusal<ReviewReason> | undefined;

interface Transition {
	readonly from: readonly ReviewState[];
	readonly to: ReviewState;
	readonly by: readonly Role[];
	readonly rules: readonly Rule[];
}

const no = (reason: ReviewReason, sentence: string): Refusal<ReviewReason> => ({ reason, sentence });

const stateWords: Record<ReviewState, string> = {
	draft: '作成中',
	returned: '差戻し',
	submitted: '確認待ち',
	checked: '教頭が確認',
	approved: '承認',
	accepted: '教育委員会が受理',
};

const eventWords: Record<ReviewEvent, string> = {
	submit: '提出',
	withdraw: '提出の取り下げ',
	check: '教頭の確認',
	return: '差戻し',
	approve: '承認',
	reopen: '開き直し',
	accept: '受理',
};

/** The state in the words of the screen. */
export const reviewStateWord = (state: ReviewState): string => stateWords[state];

const anAcceptedPhaseIsLocked: Rule = ({ state, role }) =>
	state === 'accepted' && role !== 'board'
		? no('locked', '教育委員会が受理したため、変えられません。直すときは、教育委員会に開き直しを頼んでください。')
		: undefined;

const onlyItsPostsMayDoIt: Rule = ({ event, role }) => {
	const { by } = transitions[event];
	if (by.includes(role)) return undefined;
	return no('wrongPost', `${eventWords[event]}は、${by.map(roleWord).join('・')}の端末で行います。`);
};

const wrongState: Record<ReviewEvent, string> = {
	submit: '作成中か差戻しのときに提出できます。',
	withdraw: '取り下げられるのは、提出してから承認されるまでのあいだです。',
	check: '提出されたものを確認できます。',
	return: '差し戻せるのは、提出されて承認されるまでのあいだです。',
	approve: '提出されたものを承認できます。',
	reopen: '開き直せるのは、承認や受理のあとです。',
	accept: '校長が承認したものを受理できます。',
};

const onlyFromItsStates: Rule = ({ event, state }) =>
	transitions[event].from.includes(state)
		? undefined
		: no('wrongState', `いまは「${stateWords[state]}」です。${wrongState[event]}`);

const onlyACompleteDraftIsSubmitted: Rule = ({ missing }) =>
	missing > 0 ? no('incomplete', `提出の前に直すところが${missing}件あります。`) : undefined;

const whoSendsBackSaysWhy: Rule = ({ event, reason }) =>
	reason.trim() === ''
		? no('reasonMissing', `${eventWords[event]}には理由が必要です。□へのコメントか、全体への理由を書いてください。`)
		: undefined;

const aCheckComesFirstWhereTheSchoolWantsIt: Rule = ({ state, checksFirst }) =>
	checksFirst && state === 'submitted'
		? no('checkComesFirst', 'この学校では、教頭の確認のあとに校長が承認します。')
		: undefined;

const onlyWhatHasChangedIsApprovedAgain: Rule = ({ state, changed }) =>
	state === 'approved' && !changed ? no('nothingChanged', 'この内容は、もう承認されています。') : undefined;

const onlyTheBoardReopensWhatItAccepted = anAcceptedPhaseIsLocked;

const transitions: Readonly<Record<ReviewEvent, Transition>> = {
	submit: {
		from: ['draft', 'returned'],
		to: 'submitted',
		by: ['ictLead', 'vicePrincipal', 'principal'],
		rules: [onlyACompleteDraftIsSubmitted],
	},
	withdraw: { from: ['submitted', 'checked'], to: 'draft', by: ['ictLead', 'vicePrincipal', 'principal'], rules: [] },
	check: { from: ['submitted'], to: 'checked', by: ['vicePrincipal'], rules: [] },
	return: {
		from: ['submitted', 'checked'],
		to: 'returned',
		by: ['vicePrincipal', 'principal'],
		rules: [whoSendsBackSaysWhy],
	},
	approve: {
		from: ['submitted', 'checked', 'approved'],
		to: 'approved',
		by: ['principal'],
		rules: [aCheckComesFirstWhereTheSchoolWantsIt, onlyWhatHasChangedIsApprovedAgain],
	},
	reopen: {
		from: ['approved', 'accepted'],
		to: 'draft',
		by: ['principal', 'board'],
		rules: [onlyTheBoardReopensWhatItAccepted, whoSendsBackSaysWhy],
	},
	accept: { from: ['approved'], to: 'accepted', by: ['board'], rules: [] },
};

export const reviewEvents = Object.keys(transitions) as readonly ReviewEvent[];

/** The state that an event leads to, or why it may not be done now. The first reason that holds is told. */
export function reviewAfter(situation: Situation): Result<ReviewState, Refusal<ReviewReason>> {
	const { to, rules } = transitions[situation.event];
	for (const rule of [anAcceptedPhaseIsLocked, onlyItsPostsMayDoIt, onlyFromItsStates, ...rules]) {
		const refusal = rule(situation);
		if (refusal) return refuse(refusal.reason, refusal.sentence);
	}
	return ok(to);
}

/**
 * The event that leads from one state to another in the hands of a post; undefined where there is none. What was missing
 * or unsaid then is between the people and their app; who may move what is checked again by everybody who reads it.
 */
export function eventBetween(from: ReviewState, to: ReviewState, role: Role): ReviewEvent | undefined {
	if (from === 'accepted' && role !== 'board') return undefined;
	return reviewEvents.find((event) => {
		const transition = transitions[event];
		return transition.to === to && transition.from.includes(from) && transition.by.includes(role);
	});
}
