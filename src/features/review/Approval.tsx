import { shortHash } from '../../domain/record/review/content.ts';
import { phaseWord, stateOf } from '../../session/review.ts';
import { momentWord } from '../../ui/words.ts';
import { ChangeList } from './ChangeList.tsx';
import { type Item, isOfMidyear } from './items.ts';
import type { ReviewProps } from './reviewProps.ts';

/** What the approval covers, and what has changed since. For 中間 the marks themselves are told from the year going on. */
export function Approval({ since, ...props }: ReviewProps & { since: readonly Item[] }) {
	const { approval } = props.standing.review;
	const { phase, changed } = props.standing;
	if (!approval) return null;
	const itself = phase === 'midyear' ? since.filter(isOfMidyear) : since;
	const later = phase === 'midyear' ? since.filter((item) => !isOfMidyear(item)) : [];
	const shut = stateOf(props.standing) === 'accepted';
	return (
		<section class="band" aria-labelledby="approval">
			<h2 id="approval">{changed ? '承認後に変更あり' : `承認された${phaseWord(phase)}`}</h2>
			<p class="small">
				{approval.content ? (
					<>
						{momentWord(approval.at)} の承認は、内容の番号 <b class="num">{shortHash(approval.content)}</b>
						（そのときまでの記録 {approval.content.operations}件）についてのものです。
						{changed ? '今の内容は、これと同じではありません。' : '今の内容と同じです。'}
					</>
				) : (
					'この承認には、どの内容についてのものかが書かれていません。'
				)}
				{shut && '教育委員会が受理したため、変えられません。'}
			</p>
			{changed && itself.length > 0 && (
				<>
					<h3 class="change-head">
						{phaseWord(phase)}の評価そのものの変更 <span class="num">{itself.length}件</span>
					</h3>
					<ChangeList {...props} list="itself" items={itself} />
				</>
			)}
			{changed && later.length > 0 && (
				<>
					<h3 class="change-head">
						そのあとの記録 <span class="num">{later.length}件</span>
					</h3>
					<p class="small quiet">
						{itself.length === 0 && '中間の評価そのものは、承認されたときのままです。'}
						年度の続きの記録は、最終で確認できます。
					</p>
					<ChangeList {...props} list="later" items={later} shown={0} />
				</>
			)}
		</section>
	);
}
