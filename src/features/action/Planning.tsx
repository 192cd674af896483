import { deadlineWord } from '../../domain/plan/deadline.ts';
import type { Deadline } from '../../domain/plan/edition.ts';
import { Choice } from '../../ui/Choice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { posts } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';
import { ConflictBox } from './ConflictBox.tsx';

const deadlines: readonly Deadline[] = ['summer', 'yearEnd', 'fiscalYearEnd'];

/** 目安 and 主担当: when the school means to do it, and which post sees to it. */
export function Planning({ session, state, place }: SectionProps) {
	const code = place.measure.label;
	return (
		<>
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
								words: `${code} の目安を「${deadlineWord(deadline)}」にしました`,
							})
						}
						options={deadlines.map((value) => ({ value, content: deadlineWord(value) }))}
					/>
					<ConflictBox
						session={session}
						entity={state.entity}
						field="deadline"
						name="目安"
						reading={state.deadline}
						shown={(deadline) => deadlineWord(deadline ?? 'fiscalYearEnd')}
						rule="えらぶまでは、あとから入力されたほうを表示します。"
					/>
				</div>
			</section>
			<section>
				<h2>
					<label for="owner">主担当</label>
				</h2>
				<div>
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
					<datalist id="posts">
						{posts.map((post) => (
							<option key={post} value={post} />
						))}
					</datalist>
					<p class="small quiet beneath" id="owner-note">
						人の名前ではなく、校務分掌の名前で入れます。
					</p>
					<ConflictBox
						session={session}
						entity={state.entity}
						field="owner"
						name="主担当"
						reading={state.owner}
						shown={(owner) => owner || '（空）'}
						rule="えらぶまでは、あとから入力されたほうを表示します。"
					/>
				</div>
			</section>
		</>
	);
}
