import type { Continuation } from '../../domain/plan/edition.ts';
import { continuationWord } from '../../domain/report/cells.ts';
import { conflictOf } from '../../session/conflict.ts';
import { Choice } from '../../ui/Choice.tsx';
import { ConflictBox } from '../../ui/ConflictBox.tsx';
import type { SectionProps } from './ActionPage.tsx';

const inOrder: readonly Continuation[] = ['new', 'continued', 'expanded'];

/** 次年度のあつかい: 新規・継続・拡充, as the plan's table and the self-evaluation ask. */
export function NextYear({ session, state, place }: SectionProps) {
	const reading = state.continuation;
	const set = (value: Continuation | null) =>
		session.set(state.entity, 'continuation', value, {
			words: value
				? `${place.measure.label} の次年度を「${continuationWord[value]}」にしました`
				: `${place.measure.label} の次年度のあつかいを取り消しました`,
		});
	return (
		<section>
			<h2 id="continuation">次年度のあつかい</h2>
			<div>
				<div class="row">
					<Choice
						name="continuation"
						look="segments"
						labelledBy="continuation"
						chosen={reading.value ?? undefined}
						onChoose={set}
						options={inOrder.map((value) => ({ value, content: continuationWord[value] }))}
					/>
					{reading.value ? (
						<button
							type="button"
							class="btn btn-line"
							aria-label="次年度のあつかいを取り消す"
							onClick={() => void set(null)}
						>
							取り消す
						</button>
					) : (
						<span class="small quiet">未入力</span>
					)}
				</div>
				<ConflictBox
					conflict={conflictOf(session, state.entity, 'continuation', '次年度のあつかい', reading)}
					shown={(value) => (value ? continuationWord[value] : '未入力')}
					until="あとから入力されたほう"
				/>
			</div>
		</section>
	);
}
