import { useLocation } from 'preact-iso';
import { deleteEntity } from '../../domain/record/edits.ts';
import { textConflictOf } from '../../session/conflict.ts';
import { ConflictBox, textShown } from '../../ui/ConflictBox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { SectionProps } from './ActionPage.tsx';

/** The words of a □ of the school's own, and the way to take it away again. */
export function OwnText({ session, state, place }: SectionProps) {
	const { route } = useLocation();
	const remove = async () => {
		const gone = await session.take({
			words: '学校独自の□を消しました',
			edits: (fold) => deleteEntity(fold, state.entity),
		});
		if (gone) route('/plan?show=all');
	};
	return (
		<section>
			<h2>
				<label for="own-text">□の文</label>
			</h2>
			<div>
				{session.closed.value ? (
					<output id="own-text" class="written">
						{place.text}
					</output>
				) : (
					<TextField
						id="own-text"
						value={place.text}
						seen={session
							.record()
							.heads(state.entity, 'text')
							.map((head) => session.record().nameOf(head))}
						maxLength={400}
						onCommit={(text, seen) => {
							if (text.trim()) void session.set(state.entity, 'text', text.trim(), { seen });
						}}
					/>
				)}
				<ConflictBox
					conflict={textConflictOf(session, state.entity, 'text', '□の文')}
					shown={textShown}
					until="あとから入力されたほう"
				/>
				<button type="button" class="btn btn-danger beneath" onClick={() => void remove()}>
					この□を消す
				</button>
			</div>
		</section>
	);
}
