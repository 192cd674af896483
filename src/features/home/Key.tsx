import type { Progress } from '../../domain/record/reading.ts';
import { Square } from '../../ui/Square.tsx';
import { statusWord } from '../../ui/words.ts';

const shown = ['achieved', 'inProgress', 'notStarted', 'notApplicable'] as const;

/** What each square means and how many there are; each entry opens the list filtered to it. */
export function Key({ tally, returned, conflicts }: { tally: Progress; returned: number; conflicts: number }) {
	return (
		<ul class="key" aria-label="ます目の読み方">
			{shown.map((status) => (
				<li key={status}>
					<a href={`/plan?show=${status}`}>
						<Square status={status} small />
						{statusWord[status]} <b class="num">{tally[status]}</b>
					</a>
				</li>
			))}
			{returned > 0 && (
				<li>
					<a href="/plan?show=returned">
						<Square status="notStarted" returned small />
						差戻し <b class="num">{returned}</b>
					</a>
				</li>
			)}
			{conflicts > 0 && (
				<li>
					<a href="/plan?show=conflict">
						<Square status="notStarted" conflict small />
						食い違い <b class="num">{conflicts}</b>
					</a>
				</li>
			)}
			<li class="key-dot">
				<span>
					<i />
					市の取組だけ
				</span>
			</li>
		</ul>
	);
}
