import {
	addEvidence,
	addOccurrence,
	addOwnAction,
	markNotApplicable,
	setField,
} from '../../src/domain/record/edits.ts';
import { foldRecord, type RecordFold } from '../../src/domain/record/fold.ts';
import { type Edit, type Operation, stampEdits } from '../../src/domain/record/operation.ts';
import { caseLimits } from '../../src/domain/record/sharedCase.ts';
import type { OwnTold, Told, ToldDevice, ToldSchool, ToldYear } from './told.ts';

/** One thing somebody did. `unaware`: without having heard of what the other device did a moment ago. */
interface Step {
	readonly date: string;
	readonly device: ToldDevice;
	readonly unaware?: true;
	readonly edits: (fold: RecordFold) => readonly Edit[];
}

const nobodyHeard = foldRecord([]);

/** What a school that thinks well of its work shows the others: its first 実施記録 with a memo, and the link to it. */
function caseOf({ occurrences = [], midyear, evidence }: Told) {
	const first = occurrences.find(([, , memo]) => memo);
	if (!first || !evidence || midyear !== 'excellent') return undefined;
	const [date, place, what = ''] = first;
	const title = what.split('。')[0]?.slice(0, caseLimits.title) ?? '';
	return { date, place, shared: { title, grade: /\d年/.exec(place)?.[0] ?? '', what, link: evidence[1] } };
}

function stepsOfAction(school: ToldSchool, id: string, entity: string, told: Told, year: ToldYear): Step[] {
	const { lead, shared, idOf } = school;
	const { owner, deadline, midyear, midyearElsewhere, final, evidence, begun, ticked, notApplicable } = told;
	const step = (date: string, edits: Step['edits'], device = lead): Step => ({ date, device, edits });
	const set = (date: string, fields: Readonly<Record<string, string | undefined>>, device = lead): Step[] =>
		Object.entries(fields).flatMap(([field, value]) =>
			value === undefined ? [] : [step(date, (fold) => [setField(fold, entity, field, value)], device)],
		);
	// In the order told.
	const words = (names: readonly (keyof Told)[]) =>
		Object.fromEntries(names.map((name) => [name, told[name] as string | undefined]));
	const shown = entity.startsWith('action/') && year.agreed ? caseOf(told) : undefined;
	const idOfOccurrence = (date: string, place: string) => idOf(`${id} ${date} ${place}`);
	return [
		...set(year.planned, { owner, deadline }),
		...(told.occurrences ?? []).map(([date, place, memo = '']) =>
			step(
				date,
				() => addOccurrence(idOfOccurrence(date, place), { action: id, date, place, memo }),
				place.includes('組') ? shared : lead,
			),
		),
		...(begun ? set(begun, { status: 'inProgress' }) : []),
		...(ticked ? set(ticked, { status: 'achieved' }) : []),
		...(notApplicable ? [step(notApplicable[0], (fold) => markNotApplicable({ entity }, fold, notApplicable[1]))] : []),
		...set(year.rated, { ratingMidyear: midyear, ...words(['result', 'issue']) }),
		...set(year.rated, { ratingMidyear: midyearElsewhere }, shared).map((made): Step => ({ ...made, unaware: true })),
		...(evidence
			? [
					step(year.rated, () =>
						addEvidence(idOf(`${id} ${evidence[0]}`), { action: id, title: evidence[0], url: evidence[1] }),
					),
				]
			: []),
		...(shown && shown.date <= year.rated
			? [
					step(year.rated, (fold) => [
						setField(fold, `occurrence/${idOfOccurrence(shown.date, shown.place)}`, 'shared', shown.shared),
					]),
				]
			: []),
		...set(year.closed, { ratingFinal: final, ...words(['improvement', 'nextYear']) }),
	];
}

function stepsOfOwn(school: ToldSchool, told: OwnTold, year: ToldYear): Step[] {
	const id = school.idOf(told.text);
	const { measure, text, added } = told;
	const made: Step = { date: added, device: school.lead, edits: () => addOwnAction(id, { measure, text }) };
	return [made, ...stepsOfAction(school, id, `own/${id}`, told, { ...year, planned: added })];
}

function stepsOf(school: ToldSchool, year: ToldYear, edition: string): Step[] {
	const { lead, profile } = school;
	const says = (date: string, fields: object): Step => ({
		date,
		device: lead,
		edits: (fold) => Object.entries(fields).map(([field, value]) => setField(fold, 'school', field, value)),
	});
	const actions = Object.entries(year.actions).flatMap(([suffix, told]) => {
		const id = `${edition}-${suffix}`;
		return stepsOfAction(school, id, `action/${id}`, told, year);
	});
	return [
		says(year.opened, profile),
		...(year.agreed ? [says(year.agreed, { summaryAgreed: true })] : []),
		...actions,
		...year.own.flatMap((told) => stepsOfOwn(school, told, year)),
	];
}

/**
 * Lets a year happen up to and including a day, one step some minutes after the other, with the app's own edits.
 * `edition`: id of the edition that the year is recorded against. `counters`: each device's next number, carried on.
 */
export function tellYear(
	school: ToldSchool,
	year: ToldYear,
	edition: string,
	until: string,
	counters: Map<string, number>,
): Operation[] {
	const fold = foldRecord([]);
	const stepsOn = new Map<string, number>();
	const steps = stepsOf(school, year, edition).filter(({ date }) => date <= until);
	// Stable: what happened on one day happened in the order told.
	for (const { date, device, unaware, edits } of steps.sort((a, b) =>
		a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
	)) {
		const earlier = stepsOn.get(date) ?? 0;
		stepsOn.set(date, earlier + 1);
		const counter = counters.get(device.id) ?? 1;
		const operations = stampEdits(edits(unaware ? nobodyHeard : fold), {
			device: device.id,
			counter,
			lamport: fold.lamport + 1,
			at: new Date(Date.parse(`${date}T16:00:00+09:00`) + earlier * school.pace * 60_000).toISOString(),
			by: device.by,
		});
		counters.set(device.id, counter + operations.length);
		for (const operation of operations) fold.add(operation);
	}
	return [...fold.operations()];
}
