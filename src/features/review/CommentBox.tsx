import { useEffect, useRef, useState } from 'preact/hooks';
import type { Comment } from '../../domain/record/review/comments.ts';
import { roleWord } from '../../domain/record/role.ts';
import { commentRefusal, say } from '../../session/reviewComments.ts';
import { momentWord, shortened } from '../../ui/words.ts';
import { DraftField } from './DraftField.tsx';
import { type DraftPlace, draftPlace, keepDraft, readDraft } from './draft.ts';
import type { ReviewProps } from './reviewProps.ts';

interface CommentBoxProps extends ReviewProps {
	action: string;
	/** Tells this box from another one of the same □. */
	name: string;
	/** The first box of its □ on the page: shows what was said, and takes up what was begun. */
	first: boolean;
}

/** What is said of one □, and a way to say more: a comment only, or the □ sent back with it. */
export function CommentBox({ first, ...props }: CommentBoxProps) {
	const { session, standing, action, shelf, place } = props;
	const drafted = draftPlace(shelf, { fiscalYear: session.fiscalYear, phase: standing.phase, of: action });
	const [open, setOpen] = useState(() => first && readDraft(drafted) !== '');
	const [asked, setAsked] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const said = standing.comments.filter((comment) => comment.action === action);
	const refused = commentRefusal(standing, { text: 'x', returns: false });
	const close = () => {
		setOpen(false);
		// The field that had the focus is gone with its form.
		requestAnimationFrame(() => button.current?.focus());
	};
	return (
		<div class="comment-box">
			{first && said.length > 0 && <Said comments={said} />}
			{!open && !refused && (
				<button
					ref={button}
					type="button"
					class="btn btn-line small"
					aria-label={`コメント：${place(action).code} ${shortened(place(action).text)}`}
					onClick={() => {
						setAsked(true);
						setOpen(true);
					}}
				>
					コメント
				</button>
			)}
			{open && !standing.shut && <CommentForm {...props} drafted={drafted} asked={asked} onDone={close} />}
		</div>
	);
}

/** What was said, oldest first, by post. */
export function Said({ comments }: { comments: readonly Comment[] }) {
	return (
		<ul class="said small">
			{comments.map(({ id, text, by, at, returns, open }) => (
				<li key={id} data-open={open || undefined}>
					<b>
						{roleWord(by.role)}
						{returns && (open ? '・差戻し中' : '・差戻し（対応ずみ）')}
					</b>{' '}
					<span class="num quiet">{momentWord(at)}</span>
					<br />
					{text}
				</li>
			))}
		</ul>
	);
}

interface CommentFormProps extends Omit<CommentBoxProps, 'first'> {
	drafted: DraftPlace;
	/** Somebody has asked for it, rather than finding it open with what they had begun. */
	asked: boolean;
	onDone: () => void;
}

function CommentForm({ drafted, asked, onDone, action, name, ...props }: CommentFormProps) {
	const { session, standing, place } = props;
	const [text, setText] = useState(readDraft(drafted));
	const [told, setTold] = useState<string>();
	const form = useRef<HTMLFormElement>(null);
	useEffect(() => {
		if (asked) form.current?.querySelector('textarea')?.focus();
	}, [asked]);
	const code = place(action).code;
	const id = `comment-${name.replaceAll(/[^A-Za-z0-9-]/g, '-')}`;
	const mayReturn = commentRefusal(standing, { text: 'x', returns: true });
	const put = async (returns: boolean) => {
		// What stands in the field counts, also where the browser has not told of the last letters yet.
		const words = form.current?.querySelector('textarea')?.value ?? text;
		const refusal = commentRefusal(standing, { text: words, returns });
		setTold(refusal);
		if (refusal) return;
		const written = await say(session, standing, code, { action, text: words, returns });
		if (!written)
			return setTold('まだ記録できていません。文はそのまま残っています。ページの上の説明をごらんください。');
		keepDraft(drafted, '');
		onDone();
	};
	return (
		<form
			ref={form}
			class="comment-form"
			onSubmit={(event) => {
				event.preventDefault();
				void put(false);
			}}
		>
			<DraftField
				id={id}
				label={`${code} へのコメント（差戻しには理由が必要です）`}
				place={drafted}
				onText={setText}
				describedBy={`${id}-told`}
			/>
			<div class="row">
				{standing.role !== 'ictLead' && (
					<button
						type="button"
						class="btn"
						aria-disabled={mayReturn !== undefined}
						onClick={() => void put(true)}
						aria-describedby={`${id}-told`}
					>
						この□を差し戻す
					</button>
				)}
				<button type="submit" class={standing.role === 'ictLead' ? 'btn' : 'btn btn-line'}>
					コメントだけ残す
				</button>
				<button type="button" class="btn btn-line" onClick={onDone}>
					とじる
				</button>
			</div>
			<p id={`${id}-told`} role="alert" class={told ? 'problem small' : 'small quiet'}>
				{told ?? mayReturnWords(standing.role, mayReturn)}
			</p>
		</form>
	);
}

const mayReturnWords = (role: string, refusal: string | undefined): string =>
	role !== 'ictLead' && refusal ? refusal : '書きかけの文は、この端末に残ります。児童生徒の名前は書かないでください。';
