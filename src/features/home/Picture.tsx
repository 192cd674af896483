import { isDueNow } from '../../session/season.ts';
import type { Session } from '../../session/session.ts';
import { tallyWords, useTally } from '../../session/tally.ts';
import { PlanPicture } from '../../ui/PlanPicture.tsx';
import { Square, squareWords } from '../../ui/Square.tsx';

interface PictureProps {
	session: Session;
}

/** ます目 as it stands: every square follows its □. */
export function Picture({ session }: PictureProps) {
	return (
		<PlanPicture
			edition={session.edition}
			own={session.own.value}
			tally={(ids) => <Tally session={session} ids={ids} />}
			cell={(id, label) => <SquareLink key={id} session={session} id={id} label={label} />}
		/>
	);
}

function Tally({ session, ids }: PictureProps & { ids: readonly string[] }) {
	return <>{tallyWords(useTally(session, ids))}</>;
}

function SquareLink({ session, id, label }: PictureProps & { id: string; label: string }) {
	const row = session.row(id).value;
	const due = isDueNow(row, session.fiscalYear, session.today());
	const words = `${label} ${squareWords(row.status, row.conflict, row.returned)}${due ? '、今の時期' : ''}`;
	return (
		<a class="cell masu-cell" href={`/actions/${id}`} data-due={due || undefined} aria-label={words}>
			<Square status={row.status} conflict={row.conflict} returned={row.returned} />
		</a>
	);
}
