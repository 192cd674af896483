import { useEffect, useState } from 'preact/hooks';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { isClosed } from '../../domain/record/closing.ts';
import { isTimeToTurn, turnAmong, type YearTurn } from '../../domain/record/yearTurn.ts';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';

/** On 今やること in spring, and later where the new year is still empty: last year is still open. */
export function NewYearCard({ session, years }: { session: Session; years: Years }) {
	const [turn, setTurn] = useState<YearTurn>();
	const ready = session.ready.value;
	useEffect(() => {
		let current = true;
		if (ready && !session.isOtherYear) void findOpen(session, years).then((found) => current && setTurn(found));
		return () => {
			current = false;
		};
	}, [session, years, ready]);
	if (!turn) return null;
	return (
		<section class="band">
			<h2>{labelOf(turn.to)}を始める</h2>
			<p class="small">
				{labelOf(turn.from)}は締めくくられていません。残った□をえらんで引き継ぎ、{labelOf(turn.to)}を始められます。
			</p>
			<a class="btn" href="/new-year">
				年度替わりへ
			</a>
		</section>
	);
}

/** Reads no more than it must: home is what people wait for. */
async function findOpen(session: Session, years: Years): Promise<YearTurn | undefined> {
	const list = await years.list();
	const turn = turnAmong(list, years.current());
	if (!turn || !isTimeToTurn(session.today(), !list.includes(turn.to))) return undefined;
	const before = await years.record(turn.from);
	return before && !isClosed(before) ? turn : undefined;
}
