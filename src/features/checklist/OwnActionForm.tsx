import { useEffect, useRef } from 'preact/hooks';
import { addOwnAction } from '../../domain/record/edits.ts';
import type { Session } from '../../session/session.ts';

interface OwnActionFormProps {
	session: Session;
	measure: { id: string; label: string };
	onDone: () => void;
}

/** 学校独自の取組: a □ that the school adds under a 項目. The words stay in the field until they are saved. */
export function OwnActionForm({ session, measure, onDone }: OwnActionFormProps) {
	const field = useRef<HTMLTextAreaElement>(null);
	useEffect(() => field.current?.focus(), []);
	const save = async () => {
		const text = field.current?.value.trim();
		if (!text) return field.current?.focus();
		const id = session.mintId();
		const done = await session.take({
			words: `${measure.label} に学校独自の□を足しました`,
			edits: () => addOwnAction(id, { measure: measure.id, text }),
		});
		if (done) onDone();
	};
	return (
		<form
			class="own-form"
			onSubmit={(event) => {
				event.preventDefault();
				void save();
			}}
		>
			<label class="label small" for={`own-${measure.id}`}>
				学校独自の取組（{measure.label}）
			</label>
			<textarea class="field" id={`own-${measure.id}`} ref={field} maxLength={400} rows={2} />
			<div class="row">
				<button type="submit" class="btn btn-go">
					足す
				</button>
				<button type="button" class="btn" onClick={onDone}>
					やめる
				</button>
			</div>
		</form>
	);
}
