import { useState } from 'preact/hooks';
import { schoolTypeWord } from '../../domain/plan/applicability.ts';
import type { SchoolType } from '../../domain/plan/edition.ts';
import { Choice } from '../../ui/Choice.tsx';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { Square } from '../../ui/Square.tsx';
import { schoolTypesInOrder } from '../../ui/words.ts';
import './start.css';

interface StartPageProps {
	onTry: (schoolType: SchoolType) => void;
	/** Takes a backup file in; resolves to the sentence to show, or undefined when the record is there. */
	onRestore: (file: File) => Promise<string | undefined>;
}

const options = schoolTypesInOrder.map((value) => ({ value, content: schoolTypeWord(value) }));

/** First start. Works before any script has run, too: the form then leads to the list with the school type in the address. */
export function StartPage({ onTry, onRestore }: StartPageProps) {
	const [schoolType, setSchoolType] = useState<SchoolType>('elementary');
	const [answer, setAnswer] = useState<string>();
	return (
		<main class="start" id="start">
			<Motto />
			<div>
				<h1>ます目をはじめる</h1>
				<p class="quiet start-lead">
					市の行動計画を、そのまま学校のチェックリストとして使います。つながらない場所でも使えます。
				</p>
				<form
					class="start-way"
					action="/plan"
					method="get"
					onSubmit={(event) => {
						event.preventDefault();
						onTry(schoolType);
					}}
				>
					<h2>まず試してみる</h2>
					<p class="small quiet" id="start-local">
						この端末の中だけで動きます。どこにも送りません。記録はあとから学校に引き継げます。
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
					<button type="submit" class="btn btn-go btn-wide">
						{schoolTypeWord(schoolType)}で試してみる
					</button>
				</form>
				<section class="start-way" aria-labelledby="start-restore">
					<h2 id="start-restore">前の端末から続ける</h2>
					<p class="small quiet">
						「設定」で書き出したバックアップファイルを読み込みます。中身はこの端末にだけ入ります。
					</p>
					<label class="btn file-button">
						バックアップを選ぶ
						<input
							type="file"
							accept="application/json,.json"
							onChange={async ({ currentTarget }) => {
								const file = currentTarget.files?.[0];
								currentTarget.value = '';
								if (file) setAnswer(await onRestore(file));
							}}
						/>
					</label>
					<p role="status" class={answer ? 'problem' : undefined}>
						{answer}
					</p>
				</section>
			</div>
		</main>
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
