import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoardEvent, PhaseStanding } from '../../domain/exchange/review.ts';
import type { Refusal, Result } from '../../domain/result.ts';
import { contactWord } from '../words.ts';

interface DecisionFormProps {
	event: BoardEvent;
	/** 「青葉小学校の中間」. */
	what: string;
	standing: PhaseStanding;
	now: string;
	decide: (reason: string) => Promise<Result<unknown>>;
	onCancel: () => void;
}

/** The endpoint would refuse it too; its sentence speaks to a principal. */
const noReason: Refusal = {
	reason: 'reasonMissing',
	sentence: '理由を書いてください。学校の端末に出て、何を直すのかが伝わります。',
};

/** What a decision means, said before it is made; a reason where the school has to be told one. */
export function DecisionForm({ event, what, standing, now, decide, onCancel }: DecisionFormProps) {
	const heading = useRef<HTMLHeadingElement>(null);
	const reason = useRef<HTMLTextAreaElement>(null);
	const [busy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<Refusal>();
	useEffect(() => heading.current?.focus(), []);
	const submit = async (submitted: SubmitEvent) => {
		submitted.preventDefault();
		if (busy) return;
		const why = reason.current?.value.trim() ?? '';
		if (event === 'reopen' && why === '') {
			setRefusal(noReason);
			reason.current?.focus();
			return;
		}
		setBusy(true);
		const answer = await decide(why);
		setBusy(false);
		// Where it went through, the form is gone with its row.
		if (!answer.ok) setRefusal(answer.refusal);
	};
	const accepting = event === 'accept';
	return (
		<form class="decision" noValidate onSubmit={(submitted) => void submit(submitted)}>
			<h2 class="decision-head" tabIndex={-1} ref={heading}>
				{what}を{accepting ? '受理します' : '開き直します'}
			</h2>
			{accepting ? <Accepting standing={standing} now={now} /> : <Reopening reason={reason} />}
			<div role="alert">{refusal && <p class="problem">{refusal.sentence}</p>}</div>
			<div class="row">
				<button type="submit" class="btn btn-go btn-wide" aria-disabled={busy}>
					{busy ? '送っています…' : accepting ? 'この内容で受理する' : '開き直す'}
				</button>
				<button type="button" class="btn btn-line" onClick={onCancel}>
					やめる
				</button>
			</div>
		</form>
	);
}

function Accepting({ standing: { approval, changedSince }, now }: Pick<DecisionFormProps, 'standing' | 'now'>) {
	return (
		<>
			<p class="num">
				校長の承認 {approval?.at ? contactWord(approval.at, now) : '日時不明'}
				{approval?.content && (
					<span class="decision-content">
						内容の番号 <b>{approval.content}</b>
						<span class="small quiet">（学校の画面と印刷した自己評価にも、同じ番号が出ます）</span>
					</span>
				)}
			</p>
			{changedSince && (
				<p class="note">
					承認のあとで、学校が記録を変えています。受理するのは、校長が承認したときの内容です。変えたところもふくめるときは、学校に承認し直しを頼んでください。
				</p>
			)}
			<p class="small">
				受理すると、学校はこの評価を変えられなくなります。あとで直すときは、教育委員会が開き直し、学校は提出からやり直します。
			</p>
		</>
	);
}

function Reopening({ reason }: { reason: { current: HTMLTextAreaElement | null } }) {
	return (
		<>
			<p class="small">学校は作成中に戻り、直してからもう一度提出し、校長が承認します。この操作は取り消せません。</p>
			<div>
				<label class="label" for="reopen-reason">
					理由（学校の端末に出ます）
				</label>
				<textarea
					class="field decision-reason"
					id="reopen-reason"
					rows={3}
					maxLength={1000}
					ref={reason}
					placeholder="例：1-(1)の評価と実績が合っていないようです。確かめてください。"
				/>
			</div>
		</>
	);
}
