import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { Square } from '../../ui/Square.tsx';
import { statusWord } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';

/** 昨年度から: what was carried over when the year was begun. It answers nothing; this year's status is set on its own. */
export function Carried({ state }: SectionProps) {
	const { carried } = state;
	if (!carried) return null;
	return (
		<section>
			<h2>昨年度から</h2>
			<div>
				<p class="carried">
					<Square status={carried.status} small />
					<b>昨年度から：{statusWord[carried.status]}</b>
				</p>
				{carried.note && <p class="written">{carried.note}</p>}
				<p class="small quiet beneath">
					{labelOf(carried.fiscalYear)}から引き継いだ□です。今年度の状態や評価には数えません。
				</p>
			</div>
		</section>
	);
}
