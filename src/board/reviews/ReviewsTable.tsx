import { Fragment } from 'preact';
import type { BoardEvent, PhaseStanding } from '../../domain/exchange/review.ts';
import type { Phase } from '../../domain/record/review/states.ts';
import type { Result } from '../../domain/result.ts';
import { contactWord, countWord, kindWords } from '../words.ts';
import { DecisionForm } from './DecisionForm.tsx';
import type { ReviewRow } from './reviewFilter.ts';
import { phasesInOrder, phaseWord, possibleEvents, standingAfterword, standingWord } from './reviewWords.ts';

/** What somebody is about to decide. */
export interface Decision {
	readonly school: string;
	readonly phase: Phase;
	readonly event: BoardEvent;
}

interface ReviewsTableProps {
	rows: readonly ReviewRow[];
	/** The endpoint's clock when the list was asked for. */
	now: string;
	open: Decision | undefined;
	onOpen: (decision: Decision) => void;
	onCancel: () => void;
	decide: (decision: Decision, reason: string) => Promise<Result<unknown>>;
}

/** The schools, one a row, and where their two phases stand. */
export function ReviewsTable({ rows, now, open, onOpen, onCancel, decide }: ReviewsTableProps) {
	return (
		<table class="list-table reviews-table">
			<caption class="vh">学校ごとの提出状況。{countWord(rows.length)}校を表示しています。</caption>
			<thead>
				<tr>
					<th scope="col">学校名</th>
					<th scope="col">校種</th>
					{phasesInOrder.map((phase) => (
						<th key={phase} scope="col">
							{phaseWord[phase]}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => {
					const { code, name, schoolType, units } = row.school;
					const decision = open?.school === code ? open : undefined;
					return (
						<Fragment key={code}>
							<tr data-open={decision ? '' : undefined}>
								<th scope="row">
									{name}
									<span class="review-code small quiet num">{code}</span>
								</th>
								<td class="small" data-label="校種">
									{kindWords(schoolType, units).join('・')}
								</td>
								{phasesInOrder.map((phase) => (
									<PhaseCell key={phase} {...{ phase, now }} standing={row.standings[phase]} school={name}>
										{(event) => onOpen({ school: code, phase, event })}
									</PhaseCell>
								))}
							</tr>
							{decision && (
								<tr class="decision-row">
									<td colSpan={4}>
										<DecisionForm
											key={`${decision.phase} ${decision.event}`}
											event={decision.event}
											what={`${name}の${phaseWord[decision.phase]}`}
											standing={row.standings[decision.phase]}
											now={now}
											decide={(reason) => decide(decision, reason)}
											onCancel={onCancel}
										/>
									</td>
								</tr>
							)}
						</Fragment>
					);
				})}
			</tbody>
		</table>
	);
}

interface PhaseCellProps {
	phase: Phase;
	standing: PhaseStanding;
	school: string;
	now: string;
	/** What is called with the event that somebody wants. */
	children: (event: BoardEvent) => void;
}

const eventWords: Readonly<Record<BoardEvent, string>> = { accept: '受理する', reopen: '開き直す…' };

function PhaseCell({ phase, standing, school, now, children }: PhaseCellProps) {
	const afterword = standingAfterword(standing);
	const events = possibleEvents(standing);
	return (
		<td class="review-phase" data-label={phaseWord[phase]}>
			<span class="review-state" data-state={standing.state}>
				{standingWord(standing)}
			</span>
			{(afterword || standing.at) && (
				<span class="small quiet num review-when">
					{afterword} {standing.at && contactWord(standing.at, now)}
				</span>
			)}
			{standing.changedSince && <span class="small review-changed">承認後に変更あり</span>}
			{standing.reopenedBecause && <span class="small review-reason">理由：{standing.reopenedBecause}</span>}
			{events.length > 0 && (
				<span class="review-acts">
					{events.map((event) => (
						<button
							key={event}
							type="button"
							class={event === 'accept' ? 'btn' : 'btn btn-line'}
							id={`${event}-${phase}-${school}`}
							onClick={() => children(event)}
						>
							{eventWords[event]}
							<span class="vh">
								：{school}の{phaseWord[phase]}
							</span>
						</button>
					))}
				</span>
			)}
		</td>
	);
}
