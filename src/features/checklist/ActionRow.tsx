import { deadlineWord } from '../../domain/plan/deadline.ts';
import { isDueNow } from '../../session/season.ts';
import type { Session } from '../../session/session.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { Square, squareWords } from '../../ui/Square.tsx';
import { shortened, statusWord } from '../../ui/words.ts';
import { roundOf, roundWord } from './round.ts';

interface ActionRowProps {
	session: Session;
	id: string;
	/** `1-(1)-①` */
	code: string;
	text: string;
	own?: boolean;
}

/** One □ of the list: the square is the checkbox, the sentence beside it the link. Renders alone when its row changes. */
export function ActionRow({ session, id, code, text, own }: ActionRowProps) {
	const row = session.row(id).value;
	const due = isDueNow(row, session.fiscalYear, session.today());
	const round = roundOf(session.today());
	const rating = row[round];
	const name = `${code} ${shortened(text)}`;
	return (
		<li class="action-row" data-na={row.status === 'notApplicable' || undefined} id={id}>
			{row.status === 'notApplicable' || session.closed.value ? (
				<span class="cell">
					<Square
						status={row.status}
						conflict={row.conflict}
						returned={row.returned}
						label={squareWords(row.status, row.conflict, row.returned)}
					/>
				</span>
			) : (
				// biome-ignore lint/a11y/useSemanticElements: a native checkbox cannot be put into the mixed state from markup
				<button
					type="button"
					class="cell"
					role="checkbox"
					aria-checked={row.status === 'achieved' ? 'true' : row.status === 'inProgress' ? 'mixed' : 'false'}
					aria-label={`${name} ${squareWords(row.status, row.conflict, row.returned)}`}
					onClick={() => void session.tick(id, code)}
				>
					<Square status={row.status} conflict={row.conflict} returned={row.returned} />
				</button>
			)}
			<a href={`/actions/${id}`} class={own ? 'own-text' : 'plan'}>
				<PlanText text={text} />
			</a>
			<p class="meta">
				<span class={due ? 'due' : undefined}>{deadlineWord(row.deadline)}</span>
				<span class={row.owner ? undefined : 'nil'}>{row.owner || '—'}</span>
				<span class={row.occurrences ? 'num' : 'nil'}>
					{row.occurrences ? (
						<>
							<i class="narrow-word">記録 </i>
							{row.occurrences}回
						</>
					) : (
						'—'
					)}
				</span>
				<span class={rating ? undefined : 'nil'}>
					{rating ? (
						<>
							<i class="narrow-word">{roundWord[round]} </i>
							<RatingMark rating={rating} />
							<span class="vh">{session.ratingWord(rating)}</span>
						</>
					) : (
						'—'
					)}
				</span>
				{own && <span class="flag">学校独自</span>}
				{row.returned && <b class="flag">差戻しあり</b>}
				{row.carried && <span class="flag">昨年度から：{statusWord[row.carried]}</span>}
				{row.conflict && <b class="flag">食い違いあり</b>}
				{row.overruled && (
					<span class="flag">
						{row.status === 'achieved' ? '計画の回数の記録はまだ' : '記録は計画の回数に達しています'}
					</span>
				)}
				{row.status === 'notApplicable' && row.reason && <span class="flag">{row.reason}</span>}
			</p>
		</li>
	);
}
