import type { Frequency } from '../../domain/record/fields.ts';
import { lastMeasured, reachesOwnTarget } from '../../domain/record/indicatorRules.ts';
import type { Observation } from '../../domain/record/indicators.ts';
import { frequencyWord, sourceWord } from '../../domain/record/words.ts';
import { dayWord } from '../../ui/words.ts';
import { cityAnswerWord, classesWord, steps } from './indicatorWords.ts';
import type { SceneState } from './readScene.ts';

/** 本校の頻度: five steps with the line of 週3回以上, and everything it shows in words. */
export function SchoolFigure({ scene }: { scene: SceneState }) {
	const { frequency, classes, answer } = scene.standing;
	const said = frequency?.frequency;
	return (
		<>
			<Ladder said={said} aim={scene.own?.frequency ?? undefined} />
			<p class="figure-words">
				<b>{said ? frequencyWord[said] : classes ? '頻度は未入力' : '記録なし'}</b>
				<span>{said || classes ? answerWord(scene) : 'まだ入れていません'}</span>
			</p>
			<ul class="small quiet figure-sources num">
				{frequency && (
					<Source observation={frequency} classes={classes?.id === frequency.id ? classes.classes : null} />
				)}
				{classes && classes.id !== frequency?.id && <Source observation={classes} classes={classes.classes} />}
				{answer === 'unmeasured' && <li>{beforeWord(scene)}</li>}
			</ul>
		</>
	);
}

function Source({ observation, classes }: { observation: Observation; classes: Observation['classes'] }) {
	return (
		<li>
			<span class="nb">{dayWord(observation.date)}</span>
			{observation.source && <span class="nb">{sourceWord[observation.source]}</span>}
			{classes && <span class="nb">{classesWord(classes)}</span>}
		</li>
	);
}

function answerWord({ standing: { answer, frequency }, own, target }: SceneState): string {
	if (target || answer === 'unmeasured') return cityAnswerWord[answer];
	if (answer === 'unsaid') return '学校としての頻度がまだ入っていません。';
	if (!own?.frequency || !frequency) return answer === 'counts' ? '国KPIに数えられます' : '国KPIには数えられません';
	return reachesOwnTarget(frequency.frequency, own.frequency)
		? '本校の目標に届いています'
		: '本校の目標にはまだ届いていません';
}

function beforeWord({ observations }: SceneState): string {
	const before = lastMeasured(observations);
	return before ? `前回の記録：${dayWord(before.date)} ${frequencyWord[before.frequency]}` : '前回の記録なし';
}

/** The steps themselves; what they say stands in words under them. */
function Ladder({ said, aim }: { said: Frequency | undefined; aim: Frequency | undefined }) {
	const measured = said !== undefined && said !== 'unmeasured';
	return (
		<div class="ladder" data-measured={measured || undefined} aria-hidden="true">
			{steps.map((step) => (
				<div key={step} class="ladder-step" data-said={step === said || undefined}>
					<i />
					<span>
						{frequencyWord[step].slice(0, -2)}
						<wbr />
						{frequencyWord[step].slice(-2)}
						{step === aim && <b class="ladder-aim">▲目標</b>}
					</span>
				</div>
			))}
		</div>
	);
}
