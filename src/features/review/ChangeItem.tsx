import type { ComponentChildren } from 'preact';
import type { Rating } from '../../domain/plan/edition.ts';
import type { Json } from '../../domain/record/operation.ts';
import type { Status } from '../../domain/record/reading.ts';
import type { Change } from '../../domain/record/review/changes.ts';
import { authorWord } from '../../session/authorWord.ts';
import { changedText } from '../../ui/difference.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { Square } from '../../ui/Square.tsx';
import { momentWord, shortened, statusWord } from '../../ui/words.ts';
import { CommentBox } from './CommentBox.tsx';
import {
	besideWords,
	figureWords,
	latestOf,
	marginWord,
	plannedName,
	plannedWords,
	ratingWords,
	thingWords,
} from './changeWords.ts';
import type { Item } from './items.ts';
import type { ReviewProps } from './reviewProps.ts';

interface ChangeItemProps extends ReviewProps {
	list: string;
	item: Item;
	/** The first item of its □: what was begun to be said of it is taken up here. */
	first: boolean;
}

/** One item of 前回からの変更: how it was, how it is, at which □, by whom and when. */
export function ChangeItem({ list, item, first, ...props }: ChangeItemProps) {
	const [{ kind, beside }] = item.changes;
	const place = item.action === undefined ? undefined : props.place(item.action);
	const drawn = !beside && (kind === 'status' || kind === 'rating');
	const { operation } = latestOf(item);
	return (
		<li class="change">
			<div class="change-margin">{drawn ? <Drawn item={item} /> : <b>{marginWord(item)}</b>}</div>
			<div class="change-body">
				<Body item={item} {...props} />
				<p class="meta">
					{place && item.action && (
						<a href={`/actions/${item.action}`}>
							<span class="num">{place.code}</span>
							{!drawn && kind !== 'own' && ` ${shortened(place.text, 18)}`}
							{(drawn || kind === 'own') && <span class="vh"> {shortened(place.text, 18)}</span>}
						</a>
					)}
					{operation && <span>{authorWord(props.session, operation)}</span>}
					{operation && <span class="num">{momentWord(operation.at)}</span>}
				</p>
			</div>
			{item.action !== undefined && (
				<CommentBox key={item.action} {...props} action={item.action} name={`${list} ${item.key}`} first={first} />
			)}
		</li>
	);
}

/** Square → square, — → ◎. The words beside it say the same. */
function Drawn({ item }: { item: Item }) {
	const [{ kind, before, after }] = item.changes;
	const draw = (value: Json) => {
		if (kind === 'status') return <Square status={(value ?? 'notStarted') as Status} />;
		return value === null ? <i class="change-none" /> : <RatingMark rating={value as Rating} />;
	};
	return (
		<span class="change-drawn" aria-hidden="true">
			{draw(before)}
			<svg class="change-arrow" viewBox="0 0 24 24" aria-hidden="true">
				<path d="M4 12h15M13 6l6 6-6 6" />
			</svg>
			{draw(after)}
		</span>
	);
}

function Body({ item, session, place, standing }: ReviewProps & { item: Item }) {
	const [change] = item.changes;
	const { kind, before, after } = change;
	const at = item.action === undefined ? undefined : place(item.action);
	const sentence = at && (
		<p class={at.own ? undefined : 'plan'}>
			<PlanText text={at.text} />
		</p>
	);
	if (change.beside && (kind === 'status' || kind === 'rating' || kind === 'text')) {
		return <p>{besideWords(session, change, standsBeside(standing, change))}</p>;
	}
	switch (kind) {
		case 'status':
			return (
				<>
					<p class="change-what">
						{statusWord[(before ?? 'notStarted') as Status]}から{statusWord[(after ?? 'notStarted') as Status]}へ
					</p>
					{sentence}
				</>
			);
		case 'rating':
			return (
				<>
					<p class="change-what">{ratingWords(session, change)}</p>
					{sentence}
				</>
			);
		case 'text':
			return <TextDifference before={String(before ?? '')} after={String(after ?? '')} />;
		case 'occurrence':
		case 'evidence':
			return <Things item={item} count={countOf(standing, item)} />;
		case 'planning':
			return (
				<>
					{item.changes.map((each) =>
						each.beside ? (
							<p key={each.field}>
								{plannedName(each.field)} {besideWords(session, each, standsBeside(standing, each))}
							</p>
						) : (
							<p key={each.field}>
								{plannedName(each.field)} <Removed>{plannedWords(each.field, each.before)}</Removed>{' '}
								<Added>{plannedWords(each.field, each.after)}</Added>
							</p>
						),
					)}
				</>
			);
		case 'own':
			return <TextDifference before={ownText(before)} after={ownText(after)} />;
		case 'figure':
			return (
				<p>
					{figureWords(session.edition, item)}
					<span class="quiet">（{item.changes.length}か所）</span>
				</p>
			);
	}
}

/** The field stands in 食い違い now. */
const standsBeside = ({ states }: ReviewProps['standing'], { action, field }: Change): boolean =>
	states.some(({ id, conflicts }) => id === action && conflicts.includes(field));

const ownText = (value: Json): string => (value === null ? '' : ((value as { readonly text?: string }).text ?? ''));

/** How many 実施記録 or 根拠資料 the □ has now. */
const countOf = ({ states }: ReviewProps['standing'], { action, changes: [{ kind }] }: Item): number => {
	const state = states.find(({ id }) => id === action);
	return (kind === 'evidence' ? state?.evidence : state?.occurrences)?.length ?? 0;
};

/** 実施記録・根拠資料 that came, went or were put right. */
function Things({ item, count }: { item: Item; count: number }) {
	const came = item.changes.filter(({ before }) => before === null).length;
	const went = item.changes.filter(({ after }) => after === null).length;
	const was = count - came + went;
	return (
		<>
			{item.changes.map(({ entity, before, after }) => (
				<p key={entity}>
					{before !== null && <Removed>{thingWords(before)}</Removed>}{' '}
					{after !== null && <Added>{thingWords(after)}</Added>}
				</p>
			))}
			{was !== count && (
				<p class="small quiet num">
					{was}件から{count}件へ
				</p>
			)}
		</>
	);
}

function TextDifference({ before, after }: { before: string; after: string }) {
	return (
		<p class="change-text">
			{changedText(before, after).map(({ text, how }) => {
				if (how === 'removed') return <Removed>{text}</Removed>;
				return how === 'added' ? <Added>{text}</Added> : text;
			})}
		</p>
	);
}

function Removed({ children }: { children: ComponentChildren }) {
	return (
		<del>
			<span class="vh">（消した文字）</span>
			{children}
		</del>
	);
}

function Added({ children }: { children: ComponentChildren }) {
	return (
		<ins>
			<span class="vh">（足した文字）</span>
			{children}
		</ins>
	);
}
