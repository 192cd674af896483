import { useRef } from 'preact/hooks';
import { maySign } from '../../domain/record/review/authority.ts';
import { addComment, type Comment } from '../../domain/record/review/comments.ts';
import type { Phase } from '../../domain/record/review/states.ts';
import { roleWord } from '../../domain/record/role.ts';
import type { Session } from '../../session/session.ts';
import { momentWord, shortened } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';
import './comments.css';

const phaseWord = { midyear: '中間', final: '最終' } as const;

/** Posts whose comments on a review count; the others read. */
const takesPart = (session: Session): boolean => {
	const role = session.author.value?.role;
	return role !== undefined && maySign(role, { entity: 'comment/new', field: 'text', value: '' });
};

/** What was said of this □ in 校長確認. Nothing is drawn where nobody has said anything. */
export function Comments({ session, state, place }: SectionProps) {
	const { comments } = state;
	const latest = comments.at(-1);
	if (!latest) return null;
	const open = comments.filter((comment) => comment.open);
	const standing = open.length > 0 ? comments.slice(comments.indexOf(open[0] ?? latest)) : [latest];
	const earlier = comments.filter((comment) => !standing.includes(comment));
	const code = place.measure.label;
	const closed = session.closed.value;
	const may = takesPart(session) && !closed;
	return (
		<section id="comments">
			<h2>
				{open.length > 0 ? '差戻し' : 'コメント'}
				<br />
				<span class="small quiet num">{open.length > 0 ? `${open.length}件` : `${comments.length}件`}</span>
			</h2>
			<div>
				<CommentList session={session} comments={standing} code={code} may={may} />
				{may && <Answer session={session} action={state.id} phase={latest.phase} code={code} asked={open.length > 0} />}
				{!may && !closed && <p class="small quiet">返事と「直しました」は、ICT担当・教頭・校長の端末で入れます。</p>}
				{earlier.length > 0 && (
					<details class="comments-earlier">
						<summary>これまでのコメント {earlier.length}件</summary>
						<CommentList session={session} comments={earlier} code={code} may={may} />
					</details>
				)}
			</div>
		</section>
	);
}

interface CommentListProps {
	session: Session;
	comments: readonly Comment[];
	code: string;
	may: boolean;
}

function CommentList({ session, comments, code, may }: CommentListProps) {
	return (
		<ol class="comments">
			{comments.map((comment) => (
				<li key={comment.id}>
					<blockquote class={comment.open ? 'quote quote-returned' : 'quote'}>
						<p>{comment.text || '（文はありません）'}</p>
						<p class="small quiet num">
							{roleWord(comment.by.role) || comment.by.label} {momentWord(comment.at)} {phaseWord[comment.phase]}
							{comment.returns && <b>{standingWords(comment)}</b>}
						</p>
					</blockquote>
					{may && comment.open && <Settle session={session} comment={comment} code={code} />}
				</li>
			))}
		</ol>
	);
}

const standingWords = ({ open, settled }: Comment): string =>
	open ? '差戻し' : settled ? '差戻し・直しました' : '差戻し・確認が済みました';

function Settle({ session, comment, code }: { session: Session; comment: Comment; code: string }) {
	const settle = () =>
		void session.set(`comment/${comment.id}`, 'settled', true, { words: `${code} の差戻しを「直しました」にしました` });
	return (
		<button type="button" class="btn" aria-label={`直しました：${shortened(comment.text)}`} onClick={settle}>
			直しました
		</button>
	);
}

interface AnswerProps {
	session: Session;
	action: string;
	phase: Phase;
	code: string;
	/** Something is sent back: what is written is an answer to it. */
	asked: boolean;
}

/** A further comment, which sends nothing back. The words stay in the field until they are saved. */
function Answer({ session, action, phase, code, asked }: AnswerProps) {
	const field = useRef<HTMLTextAreaElement>(null);
	const save = async () => {
		const text = field.current?.value.trim();
		if (!text) return field.current?.focus();
		const id = session.mintId();
		const done = await session.take({
			words: `${code} に${asked ? '返事' : 'コメント'}を書きました`,
			edits: () => addComment(id, { action, phase, text, returns: false }),
		});
		if (done && field.current?.value.trim() === text) field.current.value = '';
	};
	return (
		<details class="comments-answer">
			<summary>{asked ? '返事を書く' : 'コメントを書く'}</summary>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					void save();
				}}
			>
				<label class="small" for="comment">
					{asked ? '返事' : 'コメント'}（校内の全員が読みます。児童生徒の名前は書かないでください）
				</label>
				<textarea class="field" id="comment" ref={field} maxLength={1000} rows={2} />
				<button type="submit" class="btn">
					{asked ? '返事を残す' : 'コメントを残す'}
				</button>
			</form>
		</details>
	);
}
