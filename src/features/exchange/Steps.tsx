import type { ExchangeStep } from './steps.ts';
import './steps.css';

const shapes: Readonly<Record<ExchangeStep['mark'], string>> = {
	there: 'M3 9.5l4 4.5 8-10',
	waiting: 'M9 2a7 7 0 1 1 0 14a7 7 0 1 1 0-14',
	refused: 'M9 2.5v8M9 14v1.5',
};

/** The stations as a list: a mark, the words in bold, when or which number, and what to do where there is something to do. */
export function Steps({ steps }: { steps: readonly ExchangeStep[] }) {
	return (
		<ol class="steps num">
			{steps.map(({ mark, words, fact, note }) => (
				<li key={words} data-mark={mark}>
					<svg viewBox="0 0 18 18" aria-hidden="true">
						<path d={shapes[mark]} />
					</svg>
					<span>
						<b>{words}</b> {fact}
						{note && <span class="steps-note">{note}</span>}
					</span>
				</li>
			))}
		</ol>
	);
}
