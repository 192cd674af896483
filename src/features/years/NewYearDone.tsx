import { labelOf } from '../../domain/plan/fiscalYear.ts';
import type { YearTurn } from '../../domain/record/yearTurn.ts';
import type { Years } from '../../session/years.ts';

export interface TurnDone {
	readonly turn: YearTurn;
	/** How many □ went over. */
	readonly carried: number;
}

interface NewYearDoneProps {
	done: TurnDone;
	years: Years;
	/** The turn that comes next, for a school that had left a year out. */
	next: YearTurn | undefined;
	onNext: () => void;
}

/** What has been done, and where to go from here. */
export function NewYearDone({ done: { turn, carried }, years, next, onNext }: NewYearDoneProps) {
	const [from, to] = [labelOf(turn.from), labelOf(turn.to)];
	return (
		<section class="turn-section turn-done">
			<h2>{to}を始められます</h2>
			<p role="status">
				{from}を締めくくりました。
				{carried > 0 ? `${to}に${carried}件の□を引き継ぎました。` : '引き継いだ□はありません。'}
				引き継いだ□には「昨年度から」と出ます。状態は未着手から始まります。
			</p>
			<p class="row">
				<button type="button" class="btn btn-go btn-wide" onClick={() => years.open(turn.to, '/plan?show=all')}>
					{to}の取組一覧を開く
				</button>
				{next && (
					<button type="button" class="btn" onClick={onNext}>
						続けて{labelOf(next.from)}から{labelOf(next.to)}へ
					</button>
				)}
			</p>
		</section>
	);
}
