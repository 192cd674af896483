import { type Phase, phases } from '../../domain/record/review/states.ts';
import { roleWord } from '../../domain/record/role.ts';
import { phaseWord, type Standing } from '../../session/review.ts';
import { Choice } from '../../ui/Choice.tsx';
import type { ReviewProps } from './reviewProps.ts';
import { nextWords, stateWord, stepWords } from './words.ts';

interface PhaseHeadProps extends Pick<ReviewProps, 'session'> {
	standings: Readonly<Record<Phase, Standing>>;
	phase: Phase;
	onPhase: (phase: Phase) => void;
	/** The device belongs to no school: whoever tries it out may change its post. */
	trial: boolean;
}

/** Which phase, how it stands, who moved it there when and why, and what this post does next. */
export function PhaseHead({ session, standings, phase, onPhase, trial }: PhaseHeadProps) {
	const standing = standings[phase];
	const { step } = standing.review;
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>校長確認</h1>
				<Choice
					name="phase"
					look="chips"
					label="中間か最終か"
					chosen={phase}
					onChoose={onPhase}
					options={phases.map((value) => ({
						value,
						content: `${phaseWord(value)}　${stateWord(standings[value])}`,
					}))}
				/>
			</div>
			<div class="review-state">
				<p>
					<b tabIndex={-1} id="review-state">
						{phaseWord(phase)}　{stateWord(standing)}
					</b>{' '}
					{step && <span class="num">{stepWords(session, step)}。</span>}
				</p>
				{step?.reason && <p class="problem review-reason">{step.reason}</p>}
				<p>
					{!standing.shut && roleWord(standing.role) && (
						<span class="quiet">この端末（{roleWord(standing.role)}）では：</span>
					)}
					{nextWords(standing)}
				</p>
				{trial && (
					<p class="small quiet">
						お試しの間は、<a href="/settings">設定</a>の「この端末を使う人」を変えると、ほかの役割の見え方も試せます。
					</p>
				)}
			</div>
		</>
	);
}
