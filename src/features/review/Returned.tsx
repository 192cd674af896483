import { useRef } from 'preact/hooks';
import { openReturns } from '../../session/review.ts';
import { settle, settleRefusal } from '../../session/reviewComments.ts';
import { shortened } from '../../ui/words.ts';
import { Said } from './CommentBox.tsx';
import type { ReviewProps } from './reviewProps.ts';

/** 差戻し中: what the school has been asked to put right, and 「直しました」 for those who do. */
export function Returned({ session, standing, place }: Omit<ReviewProps, 'shelf'>) {
	const open = openReturns(standing);
	const others = standing.comments.filter((comment) => !comment.open);
	const refusal = settleRefusal(standing);
	const heading = useRef<HTMLHeadingElement>(null);
	const settled = async (comment: string, code: string) => {
		// The button that was pressed goes with what it was about.
		if (await settle(session, comment, code)) heading.current?.focus();
	};
	const actions = [...new Set(open.map(({ action }) => action))];
	return (
		<section class="band" aria-labelledby="returned">
			<h2 id="returned" tabIndex={-1} ref={heading}>
				差戻し中 <span class="num">{actions.length}件</span>
			</h2>
			{actions.length === 0 && <p class="small quiet">差し戻された□はありません。</p>}
			<ul class="returned">
				{actions.map((action) => {
					const { code, text } = place(action);
					const comments = open.filter((comment) => comment.action === action);
					return (
						<li key={action}>
							<a class="small" href={`/actions/${action}`}>
								<span class="num">{code}</span> {shortened(text, 24)}
							</a>
							<Said comments={comments} />
							{standing.role === 'principal' && !standing.shut && <p class="small quiet">学校の直しを待っています。</p>}
							{standing.role !== 'principal' &&
								!standing.shut &&
								comments.map(({ id }) => (
									<button
										key={id}
										type="button"
										class="btn"
										aria-disabled={refusal !== undefined}
										aria-label={`直しました：${code} ${shortened(text)}`}
										onClick={() => !refusal && void settled(id, code)}
									>
										直しました
									</button>
								))}
						</li>
					);
				})}
			</ul>
			{others.length > 0 && (
				<details class="missing">
					<summary>
						ほかのコメント <b class="num">{others.length}件</b>
					</summary>
					<ul class="returned">
						{[...new Set(others.map(({ action }) => action))].map((action) => (
							<li key={action}>
								<a class="small" href={`/actions/${action}`}>
									<span class="num">{place(action).code}</span> {shortened(place(action).text, 24)}
								</a>
								<Said comments={others.filter((comment) => comment.action === action)} />
							</li>
						))}
					</ul>
				</details>
			)}
			{actions.length > 0 && refusal && !standing.shut && <p class="small quiet">{refusal}</p>}
		</section>
	);
}
