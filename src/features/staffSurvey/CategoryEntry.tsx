import { type StaffCategory, staffLevels } from '../../domain/plan/staffChecklist.ts';
import {
	answeredOf,
	countsIn,
	countsWords,
	itemShare,
	pointsBetween,
	type StaffEntry,
	type StaffSurvey,
	staffEntity,
} from '../../domain/record/staffSurvey.ts';
import { conflictOf } from '../../session/conflict.ts';
import type { Session } from '../../session/session.ts';
import { ConflictBox } from '../../ui/ConflictBox.tsx';
import { CountFields } from './CountFields.tsx';
import { pointsWord, shareWord } from './shareWords.ts';

interface CategoryEntryProps {
	session: Session;
	category: StaffCategory;
	survey: StaffSurvey;
	before: StaffSurvey | undefined;
}

/** One category: its four items with the number of teachers at each level. */
export function CategoryEntry({ session, category, survey, before }: CategoryEntryProps) {
	const entries = survey.entries.filter(({ item }) => category.items.includes(item));
	const entered = entries.filter(({ counts }) => counts).length;
	return (
		<section aria-labelledby={`category-${category.letter}`}>
			<h2 id={`category-${category.letter}`}>
				{category.letter}
				<span class="plan survey-category">{category.title}</span>
				<span class="small quiet num">
					{category.items.length}項目のうち{entered}項目
				</span>
			</h2>
			<ol class="survey-items">
				{entries.map((entry) => (
					<Item
						key={entry.item.id}
						session={session}
						entry={entry}
						before={before?.entries.find(({ item }) => item.id === entry.item.id)}
					/>
				))}
			</ol>
		</section>
	);
}

function Item({ session, entry, before }: { session: Session; entry: StaffEntry; before: StaffEntry | undefined }) {
	const { item, counts, reading } = entry;
	const entity = staffEntity(item.id);
	const share = itemShare(counts);
	const earlier = before && itemShare(before.counts);
	const points = pointsBetween(earlier, share);
	return (
		<li id={item.id}>
			<p id={`${item.id}-text`}>
				<span class="code">{item.label}</span> <span>{item.text}</span>
			</p>
			<CountFields
				label={`${item.label} の人数`}
				describedBy={`${item.id}-text`}
				levels={staffLevels}
				counts={counts}
				seen={reading.seen}
				onCommit={(value, seen) =>
					void session.set(entity, 'counts', value && [...value], {
						seen,
						words: value ? `${item.label} の人数を記録しました` : `${item.label} を未入力に戻しました`,
					})
				}
			/>
			<p class="small num">
				{counts ? (
					<>
						答えた人 {answeredOf(counts)}人　「できる」「ややできる」<b>{shareWord(share)}</b>
					</>
				) : (
					<span class="quiet">未入力</span>
				)}
				{earlier && (
					<span class="quiet survey-before">
						昨年度 {shareWord(earlier)}
						{points !== undefined && `　差 ${pointsWord(points)}`}
					</span>
				)}
			</p>
			<ConflictBox
				conflict={conflictOf(session, entity, 'counts', `${item.label} の人数`, reading)}
				shown={(value) => countsWords(countsIn(value))}
				until="あとから入力されたほう"
			/>
		</li>
	);
}
