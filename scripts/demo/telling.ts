import {
	addEvidence,
	addOccurrence,
	addOwnAction,
	markNotApplicable,
	setField,
} from '../../src/domain/record/edits.ts';
import { foldRecord } from '../../src/domain/record/fold.ts';
import { type Operation, stampEdits } from '../../src/domain/record/operation.ts';
import { mustBeSigned } from '../../src/domain/record/review/authority.ts';
import type { Step } from './step.ts';
import { stepsOfFigures } from './tellingFigures.ts';
import { stepsOfReviews } from './tellingReviews.ts';
import type { OwnTold, Told, ToldSchool, ToldYear } from './told.ts';

const nobodyHeard = foldRecord([]);

function stepsOfAction(school: ToldSchool, id: string, entity: string, told: Told, year: ToldYear): Step[] {
	const { lead, shared, idOf } = school;
	const { owner, deadline, midyear, midyearElsewhere, final, evidence, begun, ticked, notApplicable, shares } = told;
	const [firstDone] = told.occurrences ?? [];
	const step = (date: string, edits: Step['edits'], device = lead): Step => ({ date, device, edits });
	const set = (date: string, fields: Readonly<Record<string, string | undefined>>, device = lead): Step[] =>
		Object.entries(fields).flatMap(([field, value]) =>
			value === undefined ? [] : [step(date, (fold) => [setField(fold, entity, field, value)], device)],
		);
	// In the order told.
	const words = (names: readonly (keyof Told)[]) =>
		Object.fromEntries(names.map((name) => [name, told[name] as string | undefined]));
	return [
		...set(year.planned, { owner, deadline }),
		...(told.occurrences ?? []).map(([date, place, memo = '']) =>
			step(
				date,
				() => addOccurrence(idOf(`${id} ${date} ${place}`), { action: id, date, place, memo }),
				place.includes('組') ? shared : lead,
			),
		),
		...(shares && firstDone
			? [
					step(firstDone[0], (fold) => [
						setField(fold, `occurrence/${idOf(`${id} ${firstDone[0]} ${firstDone[1]}`)}`, 'shared', { ...shares }),
					]),
				]
			: []),
		...(begun ? set(begun, { status: 'inProgress' }) : []),
		...(ticked ? set(ticked, { status: 'achieved' }) : []),
		...(notApplicable ? [step(notApplicable[0], (fold) => markNotApplicable({ entity }, fold, notApplicable[1]))] : []),
		...set(year.rated, { ratingMidyear: midyear, ...words(['result', 'issue']) }),
		...set(told.elsewhereOn ?? year.rated, { ratingMidyear: midyearElsewhere }, shared).map(
			(made): Step => ({ ...made, unaware: true }),
		),
		...(evidence
			? [
					step(year.rated, () =>
						addEvidence(idOf(`${id} ${evidence[0]}`), { action: id, title: evidence[0], url: evidence[1] }),
					),
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
		...stepsOfFigures(school, year, edition),
		...stepsOfReviews(school, edition, year.reviews ?? []),
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
		for (const made of operations)
			fold.add(mustBeSigned(made) && school.sign ? school.sign(made, year.fiscalYear) : made);
	}
	return [...fold.operations()];
}
