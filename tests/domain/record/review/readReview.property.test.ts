import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldRecord, type RecordFold } from '../../../../src/domain/record/fold.ts';
import type { Author, Operation } from '../../../../src/domain/record/operation.ts';
import { type Review, readReview } from '../../../../src/domain/record/review/readReview.ts';
import { eventBetween, reviewAfter, reviewEvents } from '../../../../src/domain/record/review/rules.ts';
import { type Phase, type ReviewState, rankOf, reviewStates } from '../../../../src/domain/record/review/states.ts';
import { Device, meet } from '../devices.ts';
import { board, enters, forges, moves, reviewOf, teacher, vicePrincipal } from './people.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`readReview.property.test.ts: SEED=${seed}`);

const holds = <Args extends unknown[]>(property: fc.IProperty<Args>) =>
	fc.assert(property, { seed, numRuns: 200, verbose: fc.VerbosityLevel.Verbose });

const authors: readonly Author[] = [
	{ role: 'ictLead', label: 'ICT担当' },
	{ role: 'principal', label: '校長' },
	{ role: 'principal', label: '校長室のiPad' },
	vicePrincipal,
	board,
	teacher,
];

/** Somebody does what the app lets them do, edits, writes what is out of turn, or hears all that somebody else knows. */
type Happening = readonly [what: 'acts' | 'edits' | 'forges' | 'hears', device: number, pick: number];

const device = fc.nat({ max: authors.length - 1 });
const happening = (what: Happening[0]) => fc.tuple(fc.constant(what), device, fc.nat({ max: 99 }));
const story: fc.Arbitrary<Happening[]> = fc.array(
	fc.oneof(
		{ weight: 8, arbitrary: happening('acts') },
		{ weight: 6, arbitrary: happening('hears') },
		{ weight: 3, arbitrary: happening('forges') },
		{ weight: 1, arbitrary: happening('edits') },
	),
	{ minLength: 15, maxLength: 70, size: 'max' },
);

/** What happened, told by the simulation itself and not by what is tested. */
interface Told {
	readonly devices: readonly Device[];
	readonly operations: readonly Operation[];
	/** Steps that the rules allowed on the device where they were made, and the steps that stood there then. */
	readonly made: ReadonlyMap<Operation, readonly string[]>;
	readonly forged: readonly Operation[];
}

function tell(happenings: readonly Happening[]): Told {
	const devices = authors.map((by, n) => new Device(`d${n}`, by));
	const made = new Map<Operation, readonly string[]>();
	const forged: Operation[] = [];
	for (const [what, n, pick] of happenings) {
		const who = devices[n] as Device;
		if (what === 'hears') who.hears(devices[pick % devices.length] as Device);
		if (what === 'edits') enters(who, 'result', `${n} ${pick}`);
		if (what === 'forges') forged.push(...outOfTurn(who, pick));
		if (what !== 'acts') continue;
		const open = allowed(who);
		const next = open[pick % (open.length || 1)];
		if (next === undefined) continue;
		const stood = standingNames(who.fold);
		made.set(moves(who, next, '理由'), stood);
	}
	return {
		devices,
		operations: [...foldRecord(devices.flatMap((each) => [...each.fold.operations()])).operations()],
		made,
		forged,
	};
}

/** States that the app offers this device now. */
function allowed(who: Device): ReviewState[] {
	const { state, locked } = reviewOf(who);
	const calm = { missing: 0, reason: '理由', checksFirst: false, changed: true };
	return reviewEvents.flatMap((event) => {
		const after = reviewAfter({ event, state: locked ? 'accepted' : state, role: who.by.role, ...calm });
		return after.ok ? [after.value] : [];
	});
}

const standingNames = (fold: RecordFold): string[] => {
	const { steps, seen } = readReview(fold, 'midyear');
	return steps.map(({ name }) => name).filter((name) => seen.includes(name));
};

/** A state for which no event leads from what it names in the hands of this post. */
function outOfTurn(who: Device, pick: number): Operation[] {
	const { steps } = reviewOf(who);
	const named = steps.filter((_, n) => (pick >> (n % 6)) % 2 === 1);
	const from = named.some(({ state }) => state === 'accepted')
		? 'accepted'
		: (named.toSorted((a, b) => rankOf(a.state) - rankOf(b.state))[0]?.state ?? 'draft');
	const wrong = reviewStates.filter((to) => eventBetween(from, to, who.by.role) === undefined);
	const state = wrong[pick % wrong.length];
	return state === undefined
		? []
		: [
				forges(
					who,
					{ state, reason: '偽' },
					named.map(({ name }) => name),
				),
			];
}

/** Without what only says which operations the next step has to name. */
const told = (fold: RecordFold, phase: Phase = 'midyear'): Omit<Review, 'seen'> => {
	const { seen: _, ...review } = readReview(fold, phase);
	return review;
};

describe('lead, two principals, vice principal, board and a class, each knowing a part', () => {
	test('any order, duplication and batches come to the same review', { timeout: 60_000 }, () => {
		holds(
			fc.property(story, fc.infiniteStream(fc.nat()), (happenings, luck) => {
				const { operations, devices } = tell(happenings);
				const draw = () => luck.next().value as number;
				const order = operations.map((each) => [draw(), each] as const).sort(([a], [b]) => a - b);
				const shuffled = order.map(([, each]) => each);
				const again = shuffled.slice(0, draw() % (shuffled.length + 1)).map((each) => structuredClone(each));
				const expected = readReview(foldRecord(operations), 'midyear');
				const sorted = (review: Review) => ({ ...review, seen: review.seen.toSorted() });
				expect(sorted(readReview(foldRecord([...again, ...shuffled, ...again]), 'midyear'))).toEqual(sorted(expected));
				for (const each of devices) {
					for (const one of shuffled) each.hears([one]);
					expect(sorted(reviewOf(each)), each.name).toEqual(sorted(expected));
				}
			}),
		);
	});

	test('every step that was allowed where it was made holds everywhere, and nothing else does', {
		timeout: 60_000,
	}, () => {
		holds(
			fc.property(story, (happenings) => {
				const { operations, made } = tell(happenings);
				const held = readReview(foldRecord(operations), 'midyear').steps.map(({ id }) => id);
				expect(held.toSorted()).toEqual([...made.keys()].map(({ id }) => id).toSorted());
			}),
		);
	});

	test('what is out of turn changes nothing', { timeout: 60_000 }, () => {
		holds(
			fc.property(story, (happenings) => {
				const { operations, forged } = tell(happenings);
				const honest = operations.filter((each) => !forged.includes(each));
				expect(told(foldRecord(operations))).toEqual(told(foldRecord(honest)));
			}),
		);
	});

	test('the least finished of what nobody has gone on from is shown, the rest beside it', { timeout: 60_000 }, () => {
		holds(
			fc.property(story, (happenings) => {
				const { operations, made } = tell(happenings);
				const gone = new Set([...made.values()].flat());
				const left = [...made.keys()].filter(({ id }) => !gone.has(id)).map(({ value }) => stateIn(value));
				const least = left.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? 'draft';
				const review = readReview(foldRecord(operations), 'midyear');
				expect(review.state).toBe(least);
				expect(review.others.map(({ state }) => state).toSorted()).toEqual(
					left.filter((state) => state !== least).toSorted(),
				);
				expect(review.locked).toBe(left.includes('accepted'));
			}),
		);
	});

	test('from an acceptance only the board goes on', { timeout: 60_000 }, () => {
		holds(
			fc.property(story, (happenings) => {
				const { operations } = tell(happenings);
				const { steps } = readReview(foldRecord(operations), 'midyear');
				const accepted = new Set(steps.filter(({ state }) => state === 'accepted').map(({ name }) => name));
				for (const { id, by } of steps) {
					const [made] = operations.filter((each) => each.id === id);
					if (made?.replaces.some((name) => accepted.has(name))) expect(by).toBe('board');
				}
			}),
		);
	});

	test('one more step that has seen everything settles everything', { timeout: 60_000 }, () => {
		holds(
			fc.property(story, fc.nat({ max: 99 }), (happenings, pick) => {
				const { devices } = tell(happenings);
				meet(...devices);
				const able = devices.flatMap((who) => allowed(who).map((to) => ({ who, to })));
				const { who, to } = able[pick % able.length] ?? {};
				if (!who || !to) throw new Error('somebody can always go on');
				moves(who, to, '決めた');
				for (const each of devices) each.hears(who);
				for (const each of devices) {
					expect(reviewOf(each)).toMatchObject({ state: to, others: [], locked: to === 'accepted' });
				}
			}),
		);
	});
});

test('the stories are worth telling: every event happens, things stand beside each other, forgeries too', () => {
	const events = new Set<string>();
	let [apart, forgeries] = [0, 0];
	// Always the same ones: a chance that is rare in 300 stories would fail some day for nothing.
	for (const happenings of fc.sample(story, { seed: 8, numRuns: 600 })) {
		const { operations, forged } = tell(happenings);
		const review = readReview(foldRecord(operations), 'midyear');
		for (const { event } of review.steps) events.add(event);
		apart += review.others.length > 0 ? 1 : 0;
		forgeries += forged.length;
	}
	expect([...events].toSorted()).toEqual(reviewEvents.toSorted());
	expect(apart).toBeGreaterThan(20);
	expect(forgeries).toBeGreaterThan(300);
});

const stateIn = (value: Operation['value']): ReviewState => (value as { state: ReviewState }).state;
