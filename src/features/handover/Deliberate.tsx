import { useId, useState } from 'preact/hooks';
import { Refused, type Told } from '../../ui/Refused.tsx';

interface DeliberateProps {
	/** What the first press is called. */
	words: string;
	/** The same, saying of what: read aloud, and written on the second button. */
	label: string;
	/** What it means, said before the second press. */
	meaning: string;
	/** Resolves to what is told of a refusal; undefined where it is done. */
	act: () => Promise<Told | undefined>;
}

/** A step that cannot be taken back: the first press says in place what it means, the second does it. */
export function Deliberate({ words, label, meaning, act }: DeliberateProps) {
	const [asked, setAsked] = useState(false);
	const [busy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<Told>();
	const panel = useId();
	const go = async () => {
		if (busy) return;
		setBusy(true);
		const answer = await act();
		setBusy(false);
		setRefusal(answer);
		if (!answer) setAsked(false);
	};
	return (
		<div class="deliberate">
			<button
				type="button"
				class="btn btn-line"
				aria-label={asked ? `やめる：${label}` : label}
				aria-expanded={asked}
				aria-controls={panel}
				onClick={() => {
					setAsked(!asked);
					setRefusal(undefined);
				}}
			>
				{asked ? 'やめる' : words}
			</button>
			<div id={panel} hidden={!asked}>
				{asked && (
					<>
						<p class="small">{meaning}</p>
						<button type="button" class="btn btn-danger" aria-disabled={busy} onClick={() => void go()}>
							{label}
						</button>
					</>
				)}
			</div>
			<Refused told={refusal} />
		</div>
	);
}
