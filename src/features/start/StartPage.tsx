import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { schoolTypeWord } from '../../domain/plan/applicability.ts';
import type { SchoolType } from '../../domain/plan/edition.ts';
import { Choice } from '../../ui/Choice.tsx';
import { backupFiles, FileChoice } from '../../ui/FileChoice.tsx';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { Square } from '../../ui/Square.tsx';
import { schoolTypesInOrder } from '../../ui/words.ts';
import './start.css';

interface StartPageProps {
	/** 学校に登録する: the field for the code, and what follows it. */
	register: ComponentChildren;
	onTry: (schoolType: SchoolType) => void;
	/** Takes a backup file in; resolves to the sentence to show, or undefined when the record is there. */
	onRestore: (file: File) => Promise<string | undefined>;
}

const options = schoolTypesInOrder.map((value) => ({ value, content: schoolTypeWord(value) }));

/** First start. Works before any script has run, too: the form then leads to the list with the school type in the address. */
export function StartPage({ register, onTry, onRestore }: StartPageProps) {
	const [schoolType, setSchoolType] = useState<SchoolType>('elementary');
	return (
		<main class="start" id="start">
			<Motto />
			<div>
				<h1>ます目をはじめる</h1>
				<p class="quiet start-lead">
					市の行動計画を、そのまま学校のチェックリストとして使います。つながらない場所でも使えます。
				</p>
				<section class="start-way" aria-labelledby="start-register">
					<h2 id="start-register" class="start-register">
						学校に登録する
					</h2>
					<p class="small quiet start-register">
						校内の登録済みの端末か、教育委員会の登録票にあるコードを入れます。学校の記録がこの端末に届きます。
					</p>
					{register}
				</section>
				<form
					class="start-way start-other"
					action="/plan"
					method="get"
					onSubmit={(event) => {
						event.preventDefault();
						onTry(schoolType);
					}}
				>
					<h2>まず試してみる</h2>
					<p class="small quiet" id="start-local">
						この端末の中だけで動きます。どこにも送りません。あとから学校に登録できます。
					</p>
					<fieldset>
						<legend class="label">校種</legend>
						<Choice
							name="schoolType"
							look="chips"
							label="校種"
							options={options}
							chosen={schoolType}
							onChoose={setSchoolType}
						/>
					</fieldset>
					<button type="submit" class="btn">
						{schoolTypeWord(schoolType)}で試してみる
					</button>
				</form>
				<FromBackup onRestore={onRestore} />
			</div>
		</main>
	);
}

/** The third way, for those who know it: without a connection, from the device before. */
function FromBackup({ onRestore }: Pick<StartPageProps, 'onRestore'>) {
	const [answer, setAnswer] = useState<string>();
	const restore = async (file: File) => setAnswer(await onRestore(file));
	return (
		<div class="start-backup start-other small">
			<p>
				前の端末のファイルから続けるとき{' '}
				<FileChoice words="バックアップを選ぶ" accept={backupFiles} look="link" onFile={restore} />
			</p>
			<p role="status" class={answer ? 'problem' : undefined}>
				{answer}
			</p>
		</div>
	);
}

function Motto() {
	return (
		<div class="genko" role="img" aria-label="学校の□が、市の◎になる。">
			<div aria-hidden="true">
				<span>学</span>
				<span>校</span>
				<span>の</span>
				<span>
					<Square status="achieved" />
				</span>
				<span>が</span>
				<span class="genko-vertical">、</span>
				<span />
			</div>
			<div aria-hidden="true">
				<span>市</span>
				<span>の</span>
				<span>
					<RatingMark rating="excellent" />
				</span>
				<span>に</span>
				<span>な</span>
				<span>る</span>
				<span class="genko-vertical">。</span>
			</div>
		</div>
	);
}
