import * as fc from 'fast-check';
import {
	addEvidence,
	addOccurrence,
	addOwnAction,
	changeOccurrence,
	deleteEntity,
	reviveEntity,
	setField,
	undoEdits,
} from '../../../src/domain/record/edits.ts';
import { foldRecord } from '../../../src/domain/record/fold.ts';
import type { Edit, Json, Operation, Role } from '../../../src/domain/record/operation.ts';
import { addComment } from '../../../src/domain/record/review/comments.ts';
import { readReview, reviewEdit } from '../../../src/domain/record/review/readReview.ts';
import { Device } from './devices.ts';

export const deviceCount = 5;

/** One thing that happens at the school: somebody does something, or hears of what somebody else did. */
export type Happening =
	| { readonly what: 'does'; readonly device: number; readonly deed: Deed; readonly pick: number }
	| { readonly what: 'hears'; readonly device: number; readonly from: number; readonly part: number }
	| { readonly what: 'clones'; readonly device: number; readonly from: number };

const deeds = [
	...(['types', 'sets', 'logs', 'changes', 'links', 'adds', 'deletes', 'revives', 'undoes'] as const),
	...(['comments', 'reviews', 'newer'] as const),
];
export type Deed = (typeof deeds)[number];

/** Of the devices, in their order. */
const roles: readonly Role[] = ['ictLead', 'principal', 'principal', 'vicePrincipal', 'board'];

const device = fc.nat({ max: deviceCount - 1 });
const does = fc.record({
	what: fc.constant('does' as const),
	device,
	deed: fc.constantFrom(...deeds),
	pick: fc.nat({ max: 999 }),
});
const hears = fc.record({
	what: fc.constant('hears' as const),
	device,
	from: device,
	part: fc.constantFrom(1, 1, 2, 3),
});
const clones = fc.record({ what: fc.constant('clones' as const), device, from: device });

/** A stretch of school life; with `forks`, profiles are copied too. */
export const schoolLife = (forks: boolean): fc.Arbitrary<Happening[]> =>
	fc.array(
		fc.oneof(
			{ weight: 12, arbitrary: does },
			{ weight: 6, arbitrary: hears },
			...(forks ? [{ weight: 1, arbitrary: clones }] : []),
		),
		{ maxLength: 70, size: 'max' },
	);

/** What each operation's author had heard of, kept by the simulation itself and not by the fold. */
export interface Life {
	readonly operations: readonly Operation[];
	readonly devices: readonly Device[];
	readonly heardBefore: ReadonlyMap<Operation, ReadonlySet<Operation>>;
}

/** Lets it happen. Everything follows from the happenings: the same ones give the same operations. */
export function live(happenings: readonly Happening[], clocks: readonly number[]): Life {
	const devices = Array.from(
		{ length: deviceCount },
		(_, n) => new Device(`d${n}`, { role: nth(roles, n), label: `端末${n + 1}` }),
	);
	for (const [n, each] of devices.entries()) each.clock += clocks[n] ?? 0;
	const heardBefore = new Map<Operation, ReadonlySet<Operation>>();
	const steps: Operation[][] = [];
	for (const [moment, happening] of happenings.entries()) {
		const who = nth(devices, happening.device);
		if (happening.what === 'hears') who.hears(partOf(nth(devices, happening.from), happening.part));
		else if (happening.what === 'clones') clone(who, nth(devices, happening.from));
		else {
			const heard = new Set(who.fold.operations());
			const step = act(who, happening.deed, happening.pick, `m${moment}`, steps);
			for (const operation of step) heardBefore.set(operation, heard);
			if (step.length > 0) steps.push(step);
			who.minutesLater(happening.pick % 25);
		}
	}
	return { operations: [...heardBefore.keys()], devices, heardBefore };
}

/** One person does one thing on one device. */
export function act(who: Device, deed: Deed, pick: number, unique: string, steps: readonly Operation[][]): Operation[] {
	if (deed === 'newer') return fromTheFuture(who, pick, unique);
	return who.does(editsOf(who, deed, pick, unique, steps));
}

const texts = ['result', 'issue', 'reason'] as const;
const values: readonly [string, Json][] = [
	['status', 'achieved'],
	['status', 'inProgress'],
	['status', null],
	['ratingFinal', 'good'],
	['ratingFinal', 'insufficient'],
	['deadline', 'summer'],
];

function editsOf(
	{ fold }: Device,
	deed: Exclude<Deed, 'newer'>,
	pick: number,
	unique: string,
	steps: readonly Operation[][],
): Edit[] {
	const action = `a${pick % 2}`;
	const occurrence = fold.ids('occurrence')[pick % 3];
	switch (deed) {
		case 'types':
			return [setField(fold, `action/${action}`, nth(texts, pick % 3), `words ${unique}`)];
		case 'sets': {
			const [field, value] = nth(values, pick % values.length);
			return [setField(fold, `action/${action}`, field, value)];
		}
		case 'logs':
			return addOccurrence(unique, {
				action,
				date: `2025-05-${String((pick % 28) + 1).padStart(2, '0')}`,
				memo: unique,
			});
		case 'changes':
			return occurrence ? changeOccurrence(fold, occurrence, { memo: `memo ${unique}` }) : [];
		case 'links':
			return addEvidence(unique, { action, title: unique, url: 'https://example.com/' });
		case 'adds':
			return addOwnAction(unique, { measure: '1-1-1', text: unique });
		case 'deletes':
			return occurrence ? deleteEntity(fold, `occurrence/${occurrence}`) : [];
		case 'revives':
			return occurrence ? reviveEntity(fold, `occurrence/${occurrence}`) : [];
		case 'comments': {
			const said = fold.ids('comment')[pick % 3];
			if (said && pick % 2) return [setField(fold, `comment/${said}`, 'settled', pick % 4 === 1)];
			return addComment(unique, { action, phase: 'final', text: unique, returns: pick % 3 === 0 });
		}
		case 'reviews': {
			const states = ['draft', 'submitted', 'approved', 'returned', 'checked', 'accepted'] as const;
			return [reviewEdit(readReview(fold, 'final'), { state: nth(states, pick % 6), reason: unique })];
		}
		case 'undoes':
			return undoEdits(
				fold,
				(steps[pick % (steps.length || 1)] ?? []).filter((each) => fold.find(each.id).includes(each)),
			);
	}
}

/** What a newer app at the same school may write: versions, entities, fields and keys nobody here knows. */
function fromTheFuture(who: Device, pick: number, unique: string): Operation[] {
	const odd: Edit[] = [
		{ entity: 'timetable/t1', field: 'slots', value: { at: [1, 2], note: unique }, seen: [] },
		{ entity: 'action/a0', field: 'colour', value: unique, seen: [] },
		{ entity: 'action/a0', field: 'status', value: { planned: unique }, seen: [] },
	];
	const lamport = who.fold.lamport + 1;
	const [plain] = foldlessly(who, nth(odd, pick % odd.length), lamport);
	const future: Operation & { colour: string } = { ...plain, version: pick % 4 === 0 ? 2 : 1, colour: unique };
	who.hears([future]);
	who.counter += 1;
	return [future];
}

function foldlessly(who: Device, edit: Edit, lamport: number): [Operation] {
	const { entity, field, value, seen } = edit;
	const at = new Date(who.clock).toISOString();
	return [
		{ version: 1, id: `${who.name}.${who.counter}`, lamport, at, by: who.by, entity, field, value, replaces: seen },
	];
}

/** From now on two devices believe that they are one: same name, same counter, same record. */
function clone(copy: Device, original: Device): void {
	copy.name = original.name;
	copy.counter = original.counter;
	copy.fold = foldRecord(original.fold.operations());
}

/** Everything, or every second or third operation: batches arrive with gaps. */
const partOf = (from: Device, part: number): Operation[] =>
	[...from.fold.operations()].filter((_, n) => n % part === 0);

function nth<Item>(items: readonly Item[], n: number): Item {
	const item = items[n];
	if (item === undefined) throw new Error(`no item ${n}`);
	return item;
}
