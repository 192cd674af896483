import { deadlineWord } from '../../domain/plan/deadline.ts';
import type { Deadline } from '../../domain/plan/edition.ts';
import { conflictOf } from '../../session/conflict.ts';
import { Choice } from '../../ui/Choice.tsx';
import { ConflictBox, textShown } from '../../ui/ConflictBox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { posts } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';

const deadlines: readonly Deadline[] = ['summer', 'yearEnd', 'fiscalYearEnd'];

/** 目安 and 主担当: when the school means to do it, and which post sees to it. */
export function Planning(props: SectionProps) {
	return (
		<>
			<DeadlineSection {...props} />
			<OwnerSection {...props} />
		</>
	);
}

function DeadlineSection({ session, state, place }: SectionProps) {
	return (
		<section>
			<h2 id="deadline">目安</h2>
			<div>
				<Choice
					name="deadline"
					look="chips"
					labelledBy="deadline"
					chosen={state.deadline.value ?? 'fiscalYearEnd'}
					onChoose={(deadline) =>
						session.set(state.entity, 'deadline', deadline, {
							words: `${place.measure.label} の目安を「${deadlineWord(deadline)}」にしました`,
						})
					}
					options={deadlines.map((value) => ({ value, content: deadlineWord(value) }))}
				/>
				<ConflictBox
					conflict={conflictOf(session, state.entity, 'deadline', '目安', state.deadline)}
					shown={(deadline) => deadlineWord(deadline ?? 'fiscalYearEnd')}
					until="あとから入力されたほう"
				/>
			</div>
		</section>
	);
}

function OwnerSection({ session, state }: SectionProps) {
	return (
		<section>
			<h2>
				<label for="owner">主担当</label>
			</h2>
			<div>
				{session.closed.value ? (
					<output id="owner" class="written">
						{state.owner.value || '記入なし'}
					</output>
				) : (
					<TextField
						id="owner"
						singleLine
						maxLength={40}
						list="posts"
						placeholder="例：情報主任"
						describedBy="owner-note"
						value={state.owner.value}
						seen={state.owner.seen}
						onCommit={(text, seen) => void session.set(state.entity, 'owner', text.trim(), { seen })}
					/>
				)}
				<datalist id="posts">
					{posts.map((post) => (
						<option key={post} value={post} />
					))}
				</datalist>
				{!session.closed.value && (
					<p class="small quiet beneath" id="owner-note">
						人の名前ではなく、校務分掌の名前で入れます。
					</p>
				)}
				<ConflictBox
					conflict={conflictOf(session, state.entity, 'owner', '主担当', state.owner)}
					shown={textShown}
					until="あとから入力されたほう"
				/>
			</div>
		</section>
	);
}
