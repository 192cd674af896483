import { useEffect, useRef } from 'preact/hooks';
import { Refused, type Told } from '../../ui/Refused.tsx';
import './join.css';

interface CodeEntryProps {
	/** What was typed, as it was typed. */
	onTyped: (typed: string) => void;
	onScan: () => void;
	/** The code is being looked up. */
	busy: boolean;
	/** What is wrong, beside the field. */
	refusal: Told | undefined;
	/** Somebody has come back to it: the field gets the focus. */
	returned: boolean;
}

/**
 * The field for a 登録コード. Uncontrolled, so that what was typed before the script was there stays; without a name, so
 * that a form sent before the script was there carries no code into an address.
 */
export function CodeEntry({ onTyped, onScan, busy, refusal, returned }: CodeEntryProps) {
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (returned) field.current?.focus();
	}, []);
	return (
		<form
			class="join-entry"
			action="/join"
			onSubmit={(event) => {
				event.preventDefault();
				if (!busy) onTyped(field.current?.value ?? '');
			}}
		>
			<div>
				<label class="label" for="join-code">
					登録コード（12文字）
				</label>
				<div class="join-line">
					<input
						ref={field}
						id="join-code"
						class="field join-code num"
						type="text"
						autocomplete="off"
						autocapitalize="characters"
						autocorrect="off"
						spellcheck={false}
						enterkeyhint="go"
						placeholder="XXXX-XXXX-XXXX"
						aria-describedby="join-refusal"
						aria-invalid={refusal && !refusal.calm ? true : undefined}
						onKeyDown={(event) => {
							// Enter that ends a composition would send the form in Safari.
							if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
						}}
					/>
					<button type="submit" class="btn btn-go btn-wide" aria-disabled={busy}>
						次へ
					</button>
				</div>
				<Refused id="join-refusal" told={refusal} />
			</div>
			<button type="button" class="btn btn-line" onClick={onScan}>
				カメラで読み取る
			</button>
			<p class="small" role="status">
				{busy && 'コードを確かめています'}
			</p>
		</form>
	);
}
