import { useEffect, useMemo, useState } from 'preact/hooks';
import { ancestorsOf } from '../../domain/plan/descent.ts';
import type { PlanEdition, SchoolAction } from '../../domain/plan/edition.ts';
import { actionById } from '../../domain/plan/find.ts';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { readAction } from '../../domain/record/readAction.ts';
import type { ActionState } from '../../domain/record/reading.ts';
import { readProfile } from '../../domain/record/readSchool.ts';
import type { Years } from '../../session/years.ts';
import { difference } from '../../ui/difference.ts';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { Square } from '../../ui/Square.tsx';
import { statusWord } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';

interface LastYearProps extends SectionProps {
	action: SchoolAction;
	years: Years;
}

interface Before {
	/** The edition that this □ comes from, where there is one as data. */
	readonly edition: PlanEdition | undefined;
	readonly ancestors: readonly SchoolAction[];
	/** How last fiscal year's record stands, for the same □ or the ones it continues. */
	readonly states: readonly ActionState[];
}

/** 昨年度とならべる: the sentence this □ continues, and how it stood a year ago. */
export function LastYear({ session, state, action, years }: LastYearProps) {
	const [before, setBefore] = useState<Before>();
	useEffect(() => {
		let current = true;
		void readBefore({ session, action, years }).then((found) => current && setBefore(found));
		return () => {
			current = false;
		};
	}, [session, action, years]);
	if (!before) return null;
	const isNew = action.descendsFrom === 'new';
	const lastYear = labelOf(session.fiscalYear - 1);
	return (
		<section>
			<h2>昨年度とならべる</h2>
			{before.states.length === 0 ? (
				<p class="small quiet">{lastYear}の記録は、この端末にありません。</p>
			) : (
				<YearTable before={before} state={state} session={session} lastYear={lastYear} />
			)}
			{isNew && <p class="small beneath">{labelOf(session.edition.fiscalYear)}版で加わった□です。</p>}
			{before.edition && before.ancestors.length > 0 && (
				<Sentences edition={before.edition} ancestors={before.ancestors} action={action} now={session.edition} />
			)}
		</section>
	);
}

const readBefore = async ({
	session,
	action,
	years,
}: Pick<LastYearProps, 'session' | 'action' | 'years'>): Promise<Before> => {
	const ancestorIds = ancestorsOf(action);
	const editionId = ancestorIds[0]?.split('-').slice(0, 2).join('-');
	const edition = editionId ? await years.edition(editionId).catch(() => undefined) : undefined;
	const ancestors = edition ? ancestorIds.flatMap((id) => actionById(edition, id)?.action ?? []) : [];
	const fold = await years.record(session.fiscalYear - 1);
	const profile = fold && (readProfile(fold) ?? session.profile.peek());
	// Without an edition of its own, this year is recorded against the same □ as last year.
	const then = session.exact ? ancestors : [action];
	const edited = session.exact ? edition : session.edition;
	const states =
		fold && profile && edited
			? then
					.filter(({ id }) => fold.liveness(`action/${id}`) !== 'absent' || fold.referring('occurrence', id).length > 0)
					.map((each) =>
						readAction(fold, each, {
							edition: edited,
							fiscalYear: session.fiscalYear - 1,
							profile,
							today: `${session.fiscalYear}-03-31`,
						}),
					)
			: [];
	return { edition, ancestors, states };
};

interface YearTableProps extends Pick<SectionProps, 'session' | 'state'> {
	before: Before;
	lastYear: string;
}

function YearTable({ before, state, session, lastYear }: YearTableProps) {
	const rating = (each: ActionState) => {
		const value = each.ratings.ratingFinal.value ?? each.ratings.ratingMidyear.value;
		if (!value) return '評価なし';
		return (
			<>
				{each.ratings.ratingFinal.value ? '最終' : '中間'} <RatingMark rating={value} /> {session.ratingWord(value)}
			</>
		);
	};
	const cells = (each: ActionState) => [
		<>
			<Square status={each.status} small /> {statusWord[each.status]}
		</>,
		rating(each),
		`記録 ${each.occurrences.length}回`,
	];
	return (
		<table class="years">
			<thead>
				<tr>
					<th scope="col">{lastYear}</th>
					<th scope="col">{labelOf(session.fiscalYear)}</th>
				</tr>
			</thead>
			<tbody>
				{cells(state).map((now, row) => (
					<tr key={row}>
						<td>
							{before.states.map((each) => (
								<p key={each.id}>{cells(each)[row]}</p>
							))}
						</td>
						<td>{now}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

interface SentencesProps {
	edition: PlanEdition;
	ancestors: readonly SchoolAction[];
	action: SchoolAction;
	now: PlanEdition;
}

/** How the sentence changed from one edition to the next: removed and added words. */
function Sentences({ edition, ancestors, action, now }: SentencesProps) {
	const pieces = useMemo(
		() => (ancestors.length === 1 && ancestors[0] ? difference(ancestors[0].text, action.text) : undefined),
		[ancestors, action],
	);
	return (
		<div class="sentences">
			<h3>計画の文</h3>
			<p class="small quiet">{labelOf(edition.fiscalYear)}版</p>
			{ancestors.map(({ id, text }) => (
				<p key={id} class="plan">
					□{text}
				</p>
			))}
			<p class="small quiet">{labelOf(now.fiscalYear)}版</p>
			<p class="plan">
				□
				{pieces
					? pieces.map(({ added, text }, index) => (added ? <ins key={`${index}${text}`}>{text}</ins> : text))
					: action.text}
			</p>
		</div>
	);
}
