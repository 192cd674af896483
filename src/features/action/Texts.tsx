import type { TextField as Field } from '../../domain/record/reading.ts';
import { conflictOf } from '../../session/conflict.ts';
import { ConflictBox, textShown } from '../../ui/ConflictBox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { SectionProps } from './ActionPage.tsx';

const names: Record<Field, string> = { result: '実績', issue: '課題', improvement: '改善策', nextYear: '次年度' };

/** 実績・課題・改善策・次年度: free texts that save themselves. */
export function Texts({ session, state, fields }: SectionProps & { fields: readonly Field[] }) {
	return (
		<>
			{fields.map((field) => {
				const reading = state.texts[field];
				return (
					<section key={field}>
						<h2>
							<label for={field}>{names[field]}</label>
						</h2>
						<div>
							{session.closed.value ? (
								<output id={field} class="written">
									{reading.value || '記入なし'}
								</output>
							) : (
								<TextField
									id={field}
									value={reading.value}
									seen={reading.seen}
									maxLength={4000}
									onCommit={(text, seen) => void session.set(state.entity, field, text, { seen })}
								/>
							)}
							<ConflictBox
								conflict={conflictOf(session, state.entity, field, names[field], reading)}
								shown={textShown}
								until="あとから入力されたほう"
								joins
							/>
						</div>
					</section>
				);
			})}
		</>
	);
}
