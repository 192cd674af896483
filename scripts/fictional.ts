/**
 * `node scripts/fictional.ts`: writes seeds/fictional/aoba-model-2026.json, the record of a school that does not exist,
 * as the backup file that the app itself would write. The same story always gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addEvidence, addOccurrence, addOwnAction, markNotApplicable, setField } from '../src/domain/record/edits.ts';
import { foldRecord, type RecordFold } from '../src/domain/record/fold.ts';
import { type Author, type Edit, type Operation, stampEdits } from '../src/domain/record/operation.ts';
import { writeBackup } from '../src/files/backup.ts';
import { type OwnTold, school, type Told, type ToldYear, toldOn, years } from './aobaModel.ts';

const edition = 'sendai-2025';
const hex = (name: string) => createHash('sha256').update(`aoba-model ${name}`).digest('hex').slice(0, 32);

const lead = { id: hex('Chromebook of the ICT lead'), by: { role: 'ictLead', label: 'ICT担当' } satisfies Author };
const shared = { id: hex('shared iPad'), by: { role: 'teacher', label: '校内のiPad' } satisfies Author };
type Device = typeof lead | typeof shared;

/** One thing somebody did. `unaware`: without having heard of what the other device did a moment ago. */
interface Step {
	readonly date: string;
	readonly device: Device;
	readonly unaware?: true;
	readonly edits: (fold: RecordFold) => readonly Edit[];
}

const nobodyHeard = foldRecord([]);

function stepsOfAction(id: string, entity: string, told: Told, year: ToldYear): Step[] {
	const { owner, deadline, midyear, midyearElsewhere, final, evidence } = told;
	const step = (date: string, edits: Step['edits'], device: Device = lead): Step => ({ date, device, edits });
	const set = (date: string, fields: Readonly<Record<string, string | undefined>>, device?: Device): Step[] =>
		Object.entries(fields).flatMap(([field, value]) =>
			value === undefined ? [] : [step(date, (fold) => [setField(fold, entity, field, value)], device)],
		);
	const fields = new Map(Object.entries(told));
	const words = (names: readonly string[]) =>
		Object.fromEntries(names.map((name) => [name, fields.get(name) as string | undefined]));
	const { begun, ticked, notApplicable } = told;
	return [
		...set(year.planned, { owner, deadline }),
		...(told.occurrences ?? []).map(([date, place, memo = '']) =>
			step(
				date,
				() => addOccurrence(hex(`${id} ${date} ${place}`), { action: id, date, place, memo }),
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
						addEvidence(hex(`${id} ${evidence[0]}`), { action: id, title: evidence[0], url: evidence[1] }),
					),
				]
			: []),
		...set(year.closed, { ratingFinal: final, ...words(['improvement', 'nextYear']) }),
	];
}

function stepsOfOwn(told: OwnTold, year: ToldYear): Step[] {
	const id = hex(told.text);
	const { measure, text, added } = told;
	const made: Step = { date: added, device: lead, edits: () => addOwnAction(id, { measure, text }) };
	return [made, ...stepsOfAction(id, `own/${id}`, told, { ...year, planned: added })];
}

function stepsOf(year: ToldYear): Step[] {
	const profile: Step = {
		date: `${year.fiscalYear}-04-08`,
		device: lead,
		edits: (fold) => Object.entries(school).map(([field, value]) => setField(fold, 'school', field, value)),
	};
	const actions = Object.entries(year.actions).flatMap(([id, told]) =>
		stepsOfAction(`${edition}-${id}`, `action/${edition}-${id}`, told, year),
	);
	const steps = [profile, ...actions, ...year.own.flatMap((told) => stepsOfOwn(told, year))];
	// Stable: what happened on one day happened in the order told.
	return steps.filter(({ date }) => date <= toldOn).sort((a, b) => a.date.localeCompare(b.date));
}

/** Lets it all happen, one step two minutes after the other, from four in the afternoon of its day. */
function operationsOf(year: ToldYear, counters: Map<string, number>): Operation[] {
	const fold = foldRecord([]);
	const stepsOn = new Map<string, number>();
	for (const { date, device, unaware, edits } of stepsOf(year)) {
		const earlier = stepsOn.get(date) ?? 0;
		stepsOn.set(date, earlier + 1);
		const counter = counters.get(device.id) ?? 1;
		const operations = stampEdits(edits(unaware ? nobodyHeard : fold), {
			device: device.id,
			counter,
			lamport: fold.lamport + 1,
			at: new Date(Date.parse(`${date}T16:00:00+09:00`) + earlier * 2 * 60_000).toISOString(),
			by: device.by,
		});
		counters.set(device.id, counter + operations.length);
		for (const operation of operations) fold.add(operation);
	}
	return [...fold.operations()];
}

/** The text of the backup file. */
export const fictionalBackup = (): Promise<string> => {
	const counters = new Map<string, number>();
	return writeBackup(
		{
			schoolName: school.name,
			appVersion: '0.1.0',
			now: Date.parse(`${toldOn}T17:00:00+09:00`),
			logs: years.map((year) => ({ fiscalYear: year.fiscalYear, operations: operationsOf(year, counters) })),
		},
		(bytes) => crypto.subtle.digest('SHA-256', bytes),
	);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const folder = new URL('../seeds/fictional/', import.meta.url);
	mkdirSync(folder, { recursive: true });
	writeFileSync(new URL('aoba-model-2026.json', folder), await fictionalBackup());
}
