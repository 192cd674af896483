import type { Observation } from '../../domain/record/indicators.ts';
import { frequencyWord, sourceWord } from '../../domain/record/words.ts';
import { dayWord } from '../../ui/words.ts';
import { classesWord, shortYear } from './indicatorWords.ts';
import type { SceneState } from './readScene.ts';

const none = <span class="quiet">なし</span>;

/** What the figures draw, as a table. */
export function FigureTable({ scenes }: { scenes: readonly SceneState[] }) {
	return (
		<details class="scene-more figure-table">
			<summary>図の数字を表で見る</summary>
			<table class="plain-table num">
				<caption class="vh">場面ごとの本校の記録と、市目標・国KPI</caption>
				<thead>
					<tr>
						<th scope="col">場面</th>
						<th scope="col">本校の頻度</th>
						<th scope="col">週3回以上の学級</th>
						<th scope="col">調べた日・調べ方</th>
						<th scope="col">市の率</th>
						<th scope="col">目標</th>
						<th scope="col">国KPI</th>
					</tr>
				</thead>
				<tbody>
					{scenes.map((scene) => (
						<SceneRow key={scene.indicator.id} scene={scene} />
					))}
				</tbody>
			</table>
		</details>
	);
}

function SceneRow({ scene }: { scene: SceneState }) {
	const { indicator, target, standing } = scene;
	const { frequency, classes } = standing;
	const { nationalKpi } = indicator;
	return (
		<tr>
			<th scope="row">{indicator.label}</th>
			<td data-label="本校の頻度">{frequency ? frequencyWord[frequency.frequency] : none}</td>
			<td data-label="週3回以上の学級">{classes ? classesWord(classes.classes) : none}</td>
			<td data-label="調べた日・調べ方">
				<Looks standing={standing} />
			</td>
			<td data-label="市の率">
				{target ? `${target.current.rate}%（${shortYear(target.current.fiscalYear)}）` : none}
			</td>
			<td data-label="目標">{aimWord(scene)}</td>
			<td data-label="国KPI">
				{nationalKpi.rate}%（{shortYear(nationalKpi.fiscalYear)}）
			</td>
		</tr>
	);
}

/** When and how: where frequency and classes come from different days, both, each by its name. */
function Looks({ standing: { frequency, classes } }: Pick<SceneState, 'standing'>) {
	const words = ({ date, source }: Observation) =>
		[dayWord(date), source && sourceWord[source]].filter(Boolean).join(' ');
	const [first, second] = [frequency ?? classes, classes];
	if (!first) return none;
	if (!second || first.id === second.id) return <>{words(first)}</>;
	return (
		<>
			頻度 {words(first)}
			<br />
			学級 {words(second)}
		</>
	);
}

function aimWord({ target, own }: SceneState) {
	if (target) return `市目標 ${target.target.rate}%（${shortYear(target.target.fiscalYear)}）`;
	if (!own) return none;
	const rate = own.rate === null ? '' : `学級の${own.rate}%`;
	return `本校 ${[own.frequency && frequencyWord[own.frequency], rate, own.words].filter(Boolean).join('・')}`;
}
