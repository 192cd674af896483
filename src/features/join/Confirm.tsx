import { useEffect, useRef, useState } from 'preact/hooks';
import type { CodeMeaning } from '../../domain/exchange/enrolment.ts';
import { grantable, type SchoolRole } from '../../domain/exchange/words.ts';
import { schoolTypeWord } from '../../domain/plan/applicability.ts';
import { roleWord } from '../../domain/record/role.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Refused, type Told, toldOf } from '../../ui/Refused.tsx';
import { momentWord } from '../../ui/words.ts';
import { type JoinDeps, notLoaded, type Trial } from './joinDeps.ts';
import '../../ui/facts.css';
import './confirm.css';

interface ConfirmProps {
	deps: JoinDeps;
	code: string;
	meaning: CodeMeaning;
	trial: Trial | undefined;
	onBack: () => void;
}

type Adopt = 'yes' | 'no';

const cannotEnrol =
	'途中でつながらなくなりました。登録が済んだかどうか、まだ分かりません。つながるところで、このままもう一度「登録する」をおしてください。同じコードが使えます。';

/** What the code is for, who uses the device, what it is called: then it is enrolled and the record comes. */
export function Confirm({ deps, code, meaning, trial, onBack }: ConfirmProps) {
	const { school } = meaning;
	const [role, setRole] = useState<SchoolRole | undefined>(meaning.role ?? undefined);
	const [adopt, setAdopt] = useState<Adopt>(trial?.schoolType === school.schoolType ? 'yes' : 'no');
	const [refusal, setRefusal] = useState<{ at: 'role' | 'all'; told: Told }>();
	const enrolling = deps.enrolling.value;
	const label = useRef<HTMLInputElement>(null);
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);

	const enrol = async () => {
		if (enrolling) return;
		if (!role) {
			setRefusal({ at: 'role', told: { sentence: 'この端末を使う人をえらんでください。', calm: false } });
			return;
		}
		setRefusal(undefined);
		deps.enrolling.value = true;
		const request = { code, role, label: label.current?.value.trim() ?? '', adopt: Boolean(trial) && adopt === 'yes' };
		const answer = await deps
			.sync()
			.then((sync) => sync.enrol(request))
			.catch(() => undefined);
		if (answer?.ok) {
			deps.onEnrolled(answer.value);
			return;
		}
		deps.enrolling.value = false;
		setRefusal({ at: 'all', told: answer ? toldOf(answer.refusal, cannotEnrol) : notLoaded });
	};

	return (
		<form
			class="join-confirm"
			onSubmit={(event) => {
				event.preventDefault();
				void enrol();
			}}
		>
			<h2 ref={heading} tabIndex={-1}>
				{school.name}に登録します
			</h2>
			<Meaning meaning={meaning} />
			<Circumstances deps={deps} meaning={meaning} />
			{meaning.role === null && (
				<fieldset>
					<legend class="label">この端末を使う人</legend>
					<p class="small quiet">人の名前ではなく、役割をえらびます。入力した記録のそばに出ます。</p>
					<Choice
						name="joinRole"
						look="chips"
						label="この端末を使う人"
						describedBy="join-role-refusal"
						chosen={role}
						onChoose={setRole}
						options={grantable(meaning.grants).map((value) => ({ value, content: roleWord(value) }))}
					/>
					<Refused id="join-role-refusal" told={refusal?.at === 'role' ? refusal.told : undefined} />
				</fieldset>
			)}
			<div>
				<label class="label" for="join-label">
					端末の呼び名（なくてもかまいません）
				</label>
				<p class="small quiet" id="join-label-note">
					学校の端末の一覧に出ます。人の名前ではなく、置き場所や番号で呼びます。
				</p>
				<input
					ref={label}
					id="join-label"
					class="field"
					type="text"
					maxLength={40}
					placeholder="例：職員室のiPad"
					autocomplete="off"
					aria-describedby="join-label-note"
				/>
			</div>
			{trial && <TrialQuestion trial={trial} school={school} adopt={adopt} onChoose={setAdopt} />}
			<Refused told={refusal?.at === 'all' ? refusal.told : undefined} />
			<p class="row">
				<button type="submit" class="btn btn-go btn-wide" aria-disabled={enrolling}>
					登録する
				</button>
				{!enrolling && (
					<button type="button" class="btn btn-line" onClick={onBack}>
						コードを入れ直す
					</button>
				)}
			</p>
			<p role="status" class="num">
				{enrolling && progressWords(deps.status.value.received)}
			</p>
		</form>
	);
}

const progressWords = (received = 0): string =>
	received === 0
		? '登録しています。つづけて学校の記録を受け取ります。'
		: `学校の記録を受け取っています。${received.toLocaleString('ja')}件まで届きました。`;

function Meaning({ meaning: { school, role, expiresAt } }: { meaning: CodeMeaning }) {
	return (
		<dl class="facts">
			<dt>校種</dt>
			<dd>{schoolTypeWord(school.schoolType)}</dd>
			<dt>教育委員会</dt>
			<dd>{school.municipalityName}</dd>
			{role && (
				<>
					<dt>使う人</dt>
					<dd>{roleWord(role)}</dd>
				</>
			)}
			<dt>コード</dt>
			<dd class="num">{momentWord(expiresAt)}まで、1台に1回使えます</dd>
		</dl>
	);
}

/** What somebody should know before pressing: the home screen's own storage, and another school's record. */
function Circumstances({ deps, meaning }: { deps: JoinDeps; meaning: CodeMeaning }) {
	const before = deps.status.value.enrolment?.school;
	const other = before && (before.code !== meaning.school.code || before.municipality !== meaning.school.municipality);
	return (
		<>
			{deps.beforeInstalling && (
				<p class="note">
					いまはSafariで開いています。ホーム画面のます目には、別の置き場所があります。先に「共有」→「ホーム画面に追加」でホーム画面に入れ、そこから開いて登録するのがおすすめです。コードは1回しか使えません。このままSafariで使うこともできます。
				</p>
			)}
			{other && (
				<p class="note">
					この端末には、{before.name}の記録が残っています。{meaning.school.name}
					に登録しても消えませんが、画面には出なくなります。先に
					<a href="/settings#backup">バックアップ</a>を書き出しておくと安心です。
				</p>
			)}
		</>
	);
}

interface TrialQuestionProps {
	trial: Trial;
	school: CodeMeaning['school'];
	adopt: Adopt;
	onChoose: (adopt: Adopt) => void;
}

function TrialQuestion({ trial, school, adopt, onChoose }: TrialQuestionProps) {
	return (
		<fieldset>
			<legend class="label">この端末で試した記録</legend>
			<p class="small quiet" id="join-trial-note">
				{trial.entries}件の入力があります。入れると、学校のほかの端末でも見えるようになります。
				{trial.schoolType !== school.schoolType &&
					`試したときの校種は${schoolTypeWord(trial.schoolType)}で、${school.name}（${schoolTypeWord(school.schoolType)}）とちがいます。`}
			</p>
			<Choice
				name="joinTrial"
				look="chips"
				label="この端末で試した記録"
				describedBy="join-trial-note"
				chosen={adopt}
				onChoose={onChoose}
				options={[
					{ value: 'yes', content: '学校の記録に入れる' },
					{ value: 'no', content: '入れない' },
				]}
			/>
			{adopt === 'no' && (
				<p class="small quiet">
					試した記録は、登録すると画面に出なくなります。残したいときは、先にバックアップを書き出してください。
				</p>
			)}
		</fieldset>
	);
}
