import type { Missing } from '../../domain/record/review/missing.ts';
import { phaseWord } from '../../session/review.ts';
import { shortened } from '../../ui/words.ts';
import type { ReviewProps } from './reviewProps.ts';
import { missingInOrder, missingWord } from './words.ts';

/** Where on the page of a □ it is put right. */
const anchors: Partial<Record<Missing['what'], string>> = {
	rating: '#ratings',
	result: '#result',
	reason: '#status',
	cadence: '#record',
};

/** 提出前の確かめ: what is missing, what has to be put right first, with the way to each □. */
export function MissingSection({ standing, place }: Pick<ReviewProps, 'standing' | 'place'>) {
	const { missing, phase } = standing;
	const kinds = (blocks: boolean) =>
		missingInOrder.flatMap((what) => {
			const of = missing.filter((each) => each.what === what && each.blocks === blocks);
			return of.length > 0 ? [{ what, of }] : [];
		});
	const [first, later] = [kinds(true), kinds(false)];
	return (
		<section class="band" aria-labelledby="missing">
			<h2 id="missing">提出前の確かめ</h2>
			{first.length === 0 ? (
				<p>{phaseWord(phase)}の提出に必要なものは、そろっています。</p>
			) : (
				<>
					<p class="small">直すと提出できます。□をえらぶと、入力するところが開きます。</p>
					{first.map((each) => (
						<Kind key={each.what} {...each} place={place} open />
					))}
				</>
			)}
			{later.length > 0 && (
				<>
					<p class="small missing-later">このままでも提出できるもの</p>
					{later.map((each) => (
						<Kind key={each.what} {...each} place={place} />
					))}
				</>
			)}
		</section>
	);
}

interface KindProps extends Pick<ReviewProps, 'place'> {
	what: Missing['what'];
	of: readonly Missing[];
	open?: boolean;
}

function Kind({ what, of, place, open }: KindProps) {
	return (
		<details class="missing" open={open && of.length <= 12}>
			<summary>
				{missingWord[what]} <b class="num">{of.length}件</b>
			</summary>
			<ul>
				{of.map(({ action }) => (
					<li key={action}>
						<a href={`/actions/${action}${anchors[what] ?? ''}`}>
							<span class="code">{place(action).code}</span>
							<span class={place(action).own ? undefined : 'plan'}>{shortened(place(action).text, 34)}</span>
						</a>
					</li>
				))}
			</ul>
		</details>
	);
}
