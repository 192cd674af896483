import type { Missing } from '../../domain/record/review/missing.ts';
import { reviewStateWord } from '../../domain/record/review/rules.ts';
import type { ReviewEvent, ReviewStep } from '../../domain/record/review/states.ts';
import { authorWord } from '../../session/authorWord.ts';
import { openReturns, phaseWord, type Standing, stateOf } from '../../session/review.ts';
import type { Session } from '../../session/session.ts';
import { momentWord } from '../../ui/words.ts';

/** 「確認待ち」, and 「承認後に変更あり」 where what was approved has moved on. */
export const stateWord = (standing: Standing): string => {
	const state = stateOf(standing);
	return state === 'approved' && standing.changed ? '承認後に変更あり' : reviewStateWord(state);
};

const done: Record<ReviewEvent, string> = {
	submit: '提出しました',
	withdraw: '提出を取り下げました',
	check: '教頭の確認をつけました',
	return: '差し戻しました',
	approve: '承認しました',
	reopen: '開き直しました',
	accept: '受理しました',
};

/** 「12月2日 16:40 に校長が差し戻しました」. */
export const stepWords = (session: Session, { id, by, label, at, event }: ReviewStep): string =>
	`${momentWord(at)} に${authorWord(session, { id, by: { role: by, label } })}が${done[event]}`;

/** What comes next, said to the post of this device. */
export function nextWords(standing: Standing): string {
	const { role, checksFirst, changed, phase, shut } = standing;
	if (shut) return shut;
	const decides = role === 'principal';
	switch (stateOf(standing)) {
		case 'draft':
			return draftWords(standing);
		case 'returned':
			if (decides) return '学校の直しと、もう一度の提出を待っています。';
			return openReturns(standing).length > 0
				? '差し戻された□を直して「直しました」をつけ、もう一度提出してください。'
				: '理由を読んで直し、もう一度提出してください。';
		case 'submitted':
			if (checksFirst && role === 'vicePrincipal') return '読んで、「確認ずみ」にするか、差し戻してください。';
			if (checksFirst) return '先に教頭が確認し、そのあとで校長が承認します。';
			return decides ? '読んで、承認するか、差し戻してください。' : '校長が確認します。';
		case 'checked':
			return decides ? '教頭の確認がすみました。承認するか、差し戻してください。' : '校長が承認します。';
		case 'approved':
			if (!changed) return `${phaseWord(phase)}はこれで決まりです。教育委員会が受理すると、変えられなくなります。`;
			return decides
				? '変わったところを読み、必要なら、変更をふくめて承認し直すか、開き直してください。'
				: '変わったところを校長が確かめます。';
		case 'accepted':
			return '変えられません。直すときは、教育委員会に開き直しを頼んでください。';
	}
}

const draftWords = ({ role, missing, phase }: Standing): string => {
	const count = missing.filter(({ blocks }) => blocks).length;
	if (role === 'teacher') return 'ICT担当が提出すると、校長が確認します。';
	if (count > 0) return `${phaseWord(phase)}の提出の前に直すところが${count}件あります。`;
	return '提出できます。提出すると、校長が確認します。';
};

export const missingWord: Record<Missing['what'], string> = {
	returned: '差し戻されたまま',
	conflict: '食い違いがある',
	rating: '評価がまだ',
	result: '実績の文がまだ',
	reason: '該当なしの理由がまだ',
	cadence: '計画の回数にたりない',
};

/** In the order in which they are shown. */
export const missingInOrder: readonly Missing['what'][] = [
	'returned',
	'conflict',
	'rating',
	'result',
	'reason',
	'cadence',
];

export const buttonWord = (event: ReviewEvent, standing: Standing): string => {
	const { phase } = standing;
	if (event === 'approve' && stateOf(standing) === 'approved') return '変更をふくめて承認し直す';
	const words: Record<ReviewEvent, string> = {
		submit: `${phaseWord(phase)}を提出する`,
		withdraw: '提出を取り下げる',
		check: '確認ずみにする',
		return: '差し戻す',
		approve: '承認する',
		reopen: '開き直す',
		accept: '受理する',
	};
	return words[event];
};
