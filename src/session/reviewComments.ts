import { maySign } from '../domain/record/review/authority.ts';
import { addComment } from '../domain/record/review/comments.ts';
import { rankOf } from '../domain/record/review/states.ts';
import { type Standing, stateOf } from './review.ts';
import type { Session } from './session.ts';

interface Said {
	readonly action: string;
	readonly text: string;
	/** The □ is sent back with it. */
	readonly returns: boolean;
}

/** Why this post cannot say it now, as the sentence to show; undefined where it can. */
export function commentRefusal(standing: Standing, { text, returns }: Omit<Said, 'action'>): string | undefined {
	if (standing.shut) return standing.shut;
	const field = returns ? 'returns' : 'text';
	if (!maySign(standing.role, { entity: 'comment/', field, value: true })) {
		return returns
			? '□を差し戻すのは、教頭・校長の端末で行います。'
			: 'コメントは、ICT担当・教頭・校長の端末で残せます。';
	}
	if (returns && rankOf(stateOf(standing)) >= rankOf('approved')) {
		return '承認したあとの□は、開き直してから差し戻せます。';
	}
	if (text.trim() === '') return returns ? '差し戻す理由を書いてください。' : 'コメントを書いてください。';
	return undefined;
}

/** Puts words beside a □. Resolves to whether they were written. */
export async function say(session: Session, standing: Standing, code: string, said: Said): Promise<boolean> {
	if (commentRefusal(standing, said)) return false;
	const id = session.mintId();
	return session.take({
		words: said.returns ? `${code} を差し戻しました` : `${code} にコメントを残しました`,
		edits: () => addComment(id, { ...said, text: said.text.trim(), phase: standing.phase }),
	});
}

/** Why this post cannot say that a □ was put right; undefined where it can. */
export const settleRefusal = ({ role, shut }: Pick<Standing, 'role' | 'shut'>): string | undefined => {
	if (shut) return shut;
	return maySign(role, { entity: 'comment/', field: 'settled', value: true })
		? undefined
		: '「直しました」は、ICT担当・教頭・校長の端末でつけられます。';
};

/** The school says that it has done what was asked. */
export const settle = (session: Session, comment: string, code: string): Promise<boolean> =>
	session.set(`comment/${comment}`, 'settled', true, { words: `${code} を「直しました」にしました` });
