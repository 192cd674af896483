import { useRef } from 'preact/hooks';
import type { SchoolType } from '../../domain/plan/edition.ts';
import { addObservation } from '../../domain/record/indicatorEdits.ts';
import type { ObservationWords } from '../../domain/record/observationEntry.ts';
import type { Session } from '../../session/session.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { CityFigure } from './CityFigure.tsx';
import { observationWord } from './indicatorWords.ts';
import { LastYear } from './LastYear.tsx';
import { ObservationForm } from './ObservationForm.tsx';
import { ObservationLedger } from './ObservationLedger.tsx';
import { OwnTargetPart } from './OwnTargetPart.tsx';
import type { SceneState } from './readScene.ts';
import { SchoolFigure } from './SchoolFigure.tsx';
import { Trend } from './Trend.tsx';
import type { EarlierYear } from './useEarlierYears.ts';

interface SceneProps {
	session: Session;
	scene: SceneState;
	earlier: readonly EarlierYear[] | undefined;
	schoolType: SchoolType;
	/** Its form is open. */
	open: boolean;
	onOpen: (open: boolean) => void;
}

/** One scene: the plan's sentence, what the school does, what the city aims at; below it the form and the records. */
export function Scene({ session, scene, earlier, schoolType, open, onOpen }: SceneProps) {
	const { indicator, observations, standing } = scene;
	const { id, label } = indicator;
	const differs = observations.some(({ conflicts }) => conflicts.length > 0);
	const opener = useRef<HTMLButtonElement>(null);
	const close = () => {
		onOpen(false);
		opener.current?.focus();
	};
	const add = async (words: ObservationWords) => {
		const minted = session.mintId();
		const written = await session.take({
			words: `場面${label}に「${observationWord(words)}」を記録しました`,
			edits: () => addObservation(id, minted, words),
		});
		if (written) close();
	};
	return (
		<li class="scene" id={`scene-${id}`}>
			<h2 class="scene-text">
				<span class="scene-label">
					<span class="vh">場面</span>
					{label}
				</span>
				<span class="plan">
					<PlanText text={indicator.text} />
				</span>
			</h2>
			<div class="scene-school">
				<SchoolFigure scene={scene} />
				<LastYear earlier={earlier} indicator={id} fiscalYear={session.fiscalYear} />
				<button
					type="button"
					ref={opener}
					class={standing.frequency || standing.classes ? 'btn btn-line' : 'btn'}
					aria-expanded={open}
					aria-label={`場面${label}に${observations.length > 0 ? '記録を足す' : '測ったことを入れる'}`}
					onClick={() => onOpen(!open)}
				>
					{observations.length > 0 ? '記録を足す' : '測ったことを入れる'}
				</button>
			</div>
			<div class="scene-city">
				<CityFigure scene={scene} schoolType={schoolType} />
				{!scene.target && <OwnTargetPart session={session} scene={scene} />}
			</div>
			{open && (
				<div class="scene-below">
					<ObservationForm
						name={`new-${id}`}
						when={{ fiscalYear: session.fiscalYear, today: session.today() }}
						submit="この内容で記録する"
						onSubmit={add}
						onCancel={close}
					/>
				</div>
			)}
			{observations.length > 0 && (
				<details class="scene-below scene-more" open={differs}>
					<summary>
						場面{label}の記録と推移（{observations.length}件）{differs && '食い違いがあります'}
					</summary>
					<ObservationLedger session={session} observations={observations} label={label} />
					<Trend
						indicator={id}
						label={label}
						fiscalYear={session.fiscalYear}
						observations={observations}
						earlier={earlier ?? []}
					/>
				</details>
			)}
		</li>
	);
}
