import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Crosswalk as CrosswalkData, Questionnaire, QuestionnaireItem } from '../../domain/plan/crosswalk.ts';
import type { Phase } from '../../domain/record/review/states.ts';
import type { ReportSource } from '../../domain/report/model.ts';
import { CrosswalkAnswer } from './CrosswalkAnswer.tsx';
import { answersTo, type Found, wordsToCopy } from './crosswalkAnswers.ts';
import './crosswalk.css';

export interface CrosswalkProps {
	source: ReportSource;
	phase: Phase;
	/** The crosswalk beside an edition, if there is one. */
	load: (edition: string) => Promise<CrosswalkData | undefined>;
	/** Puts words where a person can paste them from. */
	copy: (words: string) => Promise<void>;
}

/** What came of copying the words of an item; said beside its button. */
interface Said {
	readonly item: QuestionnaireItem;
	readonly words: string;
}

/** ほかの調査にも使う: what was entered once, by the items of the questionnaires that ask the same. Shows nothing without a crosswalk. */
export function Crosswalk({ source, phase, load, copy }: CrosswalkProps) {
	const { edition } = source;
	const [data, setData] = useState<CrosswalkData>();
	const [said, setSaid] = useState<Said>();
	useEffect(() => {
		let current = true;
		// Only a help beside the report: where it cannot be loaded, the page stands without it.
		void load(edition.id)
			.catch(() => undefined)
			.then((found) => current && setData(found));
		return () => {
			current = false;
		};
	}, [edition.id, load]);
	const found = useMemo(() => data && answersTo(data, source, phase), [data, source, phase]);
	if (!data || !found) return null;
	const onCopy = async (item: QuestionnaireItem) => {
		const done = await copy(wordsToCopy(found, item)).then(
			() => `写しました。`,
			() => '写せませんでした。文字をえらんで写してください。',
		);
		setSaid({ item, words: done });
	};
	return (
		<section class="band crosswalk" aria-labelledby="crosswalk">
			<h2 id="crosswalk">ほかの調査にも使う</h2>
			<p class="note">
				一度書いたことは、似たことをたずねる調査の下書きになります。題名は公開されたページから写したものです。答える前に、届いた調査の文で確かめてください。
			</p>
			{data.questionnaires.map((questionnaire) => (
				<Items key={questionnaire.key} {...{ questionnaire, found, said, onCopy }} />
			))}
		</section>
	);
}

interface ItemsProps {
	questionnaire: Questionnaire;
	found: Found;
	said: Said | undefined;
	onCopy: (item: QuestionnaireItem) => Promise<void>;
}

function Items({ questionnaire, found, said, onCopy }: ItemsProps) {
	const { title, publisher, asOf, note, sources, parts } = questionnaire;
	const items = parts.flatMap((part) => part.items);
	const answered = items.filter(({ answers }) => answers.length > 0).length;
	return (
		<details class="crosswalk-fold">
			<summary>
				{title}
				<span class="quiet num">
					ここに載せた{items.length}項目のうち{answered}に、計画の取組が対応します
				</span>
			</summary>
			{parts.map((part) => (
				<div key={part.title ?? ''} class="crosswalk-part">
					{part.title && <h3>{part.title}</h3>}
					<ul>
						{part.items.map((item) => (
							<Item key={item.title} {...{ item, found, said, onCopy }} />
						))}
					</ul>
				</div>
			))}
			<p class="small quiet crosswalk-source">
				{publisher}。題名は{asOf}による。{note}出典：{sources.join('、')}。対応は、ます目が計画の文から付けたものです。
			</p>
		</details>
	);
}

function Item({ item, found, said, onCopy }: Omit<ItemsProps, 'questionnaire'> & { item: QuestionnaireItem }) {
	const { title, announced, certain, answers } = item;
	const hasOwn = answers.some(({ action }) => action && found.rows.has(action));
	return (
		<li class="crosswalk-item">
			<div>
				<p class="crosswalk-title">{title}</p>
				{announced && <p class="small quiet">「{announced}」に変わると案内されました</p>}
				{!certain && !announced && <p class="small quiet">題名や場所は変わっていることがあります</p>}
				{hasOwn && (
					<>
						<button
							type="button"
							class="btn btn-line"
							aria-label={`${title}のことばを写す`}
							onClick={() => void onCopy(item)}
						>
							ことばを写す
						</button>
						<p class="small" role="status">
							{said?.item === item && said.words}
						</p>
					</>
				)}
			</div>
			{answers.length === 0 ? (
				<p class="small quiet">計画には、はっきり対応する取組がありません</p>
			) : (
				<ul>
					{answers.map((answer) => (
						<CrosswalkAnswer key={answer.action ?? answer.measure} answer={answer} found={found} />
					))}
				</ul>
			)}
		</li>
	);
}
