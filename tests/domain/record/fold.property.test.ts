import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { undoEdits } from '../../../src/domain/record/edits.ts';
import { foldRecord, type RecordFold } from '../../../src/domain/record/fold.ts';
import { deletedField } from '../../../src/domain/record/liveness.ts';
import type { Operation } from '../../../src/domain/record/operation.ts';
import type { Reading } from '../../../src/domain/record/reading.ts';
import { readOwnActions } from '../../../src/domain/record/readSchool.ts';
import { Device, operation } from './devices.ts';
import { dump } from './dump.ts';
import { once, stateOf } from './plan.ts';
import { act, type Deed, deviceCount, type Life, live, schoolLife } from './simulation.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`fold.property.test.ts: SEED=${seed}`);

const year = 365 * 24 * 60 * 60 * 1000;
const clocks = fc.array(fc.integer({ min: -year, max: year }), { minLength: deviceCount, maxLength: deviceCount });
/** Printed as happenings and clocks where a property fails, so that the story can be read. */
const lives = (forks: boolean) => fc.record({ happenings: schoolLife(forks), times: clocks });

const holds = <Args extends unknown[]>(property: fc.IProperty<Args>) =>
	fc.assert(property, { seed, numRuns: 200, verbose: fc.VerbosityLevel.Verbose });

describe.each([
	['devices of their own', false],
	['cloned profiles among them', true],
])('five devices, clocks wrong by up to a year: %s', (_, forks) => {
	test('any order, duplication and batches give the same record', { timeout: 60_000 }, () => {
		holds(
			fc.property(lives(forks), fc.nat(), fc.array(fc.nat({ max: 20 }), { maxLength: 6 }), (story, luck, batches) => {
				const life = live(story.happenings, story.times);
				const order = shuffled(life.operations, luck);
				const again = order.slice(0, luck % (order.length + 1));
				const expected = dump(foldRecord(life.operations));
				expect(dump(foldRecord([...again, ...order, ...again.map((each) => structuredClone(each))]))).toBe(expected);
				expect(dump(inBatches(order, batches))).toBe(expected);
				for (const device of life.devices) device.hears(order);
				for (const device of life.devices) expect(dump(device.fold)).toBe(expected);
			}),
		);
	});

	test('nothing typed is replaced by anybody who had not heard of it', { timeout: 60_000 }, () => {
		holds(
			fc.property(lives(forks), ({ happenings, times }) => {
				const life = live(happenings, times);
				const fold = foldRecord(life.operations);
				for (const typed of life.operations) {
					if (typed.version !== 1 || isHead(fold, typed)) continue;
					const knowing = life.operations.filter(
						(each) => each.field === typed.field && each.entity === typed.entity && heard(life, each, typed),
					);
					expect(knowing, `${typed.id} ${String(typed.value)} was lost`).not.toEqual([]);
				}
			}),
		);
	});

	test('nothing is deleted by anybody who had not heard of everything that stands in it', { timeout: 60_000 }, () => {
		holds(
			fc.property(lives(forks), ({ happenings, times }) => {
				const life = live(happenings, times);
				const fold = foldRecord(life.operations);
				for (const id of fold.ids('occurrence')) {
					const entity = `occurrence/${id}`;
					if (fold.liveness(entity) !== 'deleted') continue;
					const deletions = fold.heads(entity, deletedField).filter(({ value }) => value === true);
					for (const field of fold.fields(entity).filter((each) => each !== deletedField)) {
						for (const head of fold.heads(entity, field)) {
							expect(deletions.some((deletion) => heard(life, deletion, head))).toBe(true);
						}
					}
				}
			}),
		);
	});

	test('every text that stands is shown, on top or beside', { timeout: 60_000 }, () => {
		holds(
			fc.property(lives(forks), ({ happenings, times }) => {
				const life = live(happenings, times);
				const fold = foldRecord(life.operations);
				for (const id of ['a0', 'a1']) {
					const { result } = stateOf(fold, { id }).texts;
					const shown = [result.value, ...result.others.map(({ value }) => value)];
					for (const head of fold.heads(`action/${id}`, 'result')) expect(shown).toContain(head.value ?? '');
				}
			}),
		);
	});

	test('whatever a newer app wrote survives word for word', { timeout: 60_000 }, () => {
		holds(
			fc.property(lives(forks), ({ happenings, times }) => {
				const life = live(happenings, times);
				const kept = new Set(foldRecord(life.operations).operations());
				for (const each of life.operations) expect(kept).toContain(each);
			}),
		);
	});
});

test('operations that no honest device would write still fold to one record, and no field is left without a value', () => {
	const few = fc.nat({ max: 5 });
	const written = fc.record({
		id: few,
		lamport: few,
		value: fc.constantFrom('a', 'b', null, true),
		field: few,
		replaces: fc.array(few),
	});
	const nonsense = fc.array(written, { maxLength: 12 }).map((all) =>
		all.map(({ id, lamport, value, field, replaces }) => {
			const name = ['result', 'status', 'memo', 'deleted', 'action', 'date'][field] ?? '';
			const entity = field > 2 ? 'occurrence/o1' : 'action/a1';
			return operation(`x.${id}`, lamport, value, {
				entity,
				field: name,
				replaces: replaces.map((each) => `x.${each}`),
			});
		}),
	);
	holds(
		fc.property(nonsense, fc.nat(), (operations, luck) => {
			const fold = foldRecord(operations);
			expect(dump(foldRecord(shuffled(operations, luck)))).toBe(dump(fold));
			for (const { entity, field } of operations) expect(fold.heads(entity, field)).not.toEqual([]);
		}),
	);
});

test('undoing the last step shows what was shown before it', { timeout: 60_000 }, () => {
	const deed = fc.constantFrom<Deed[]>(
		...(['types', 'sets', 'logs', 'changes', 'links', 'adds', 'deletes', 'revives', 'comments'] as const),
	);
	holds(
		fc.property(lives(false), deed, fc.nat({ max: 999 }), ({ happenings, times }, does, pick) => {
			const device = new Device('undoing');
			device.hears(live(happenings, times).operations);
			const before = visible(device.fold);
			const attached = ['occurrence', 'comment'].flatMap((kind) => device.fold.ids(kind).map((id) => `${kind}/${id}`));
			const gone = new Set(attached.filter((entity) => isGone(device.fold, entity)));
			const step = act(device, does, pick, 'last', []);
			// Nobody can change what is not on the screen.
			fc.pre(does === 'deletes' || does === 'revives' || step.every(({ entity }) => !gone.has(entity)));
			device.does(undoEdits(device.fold, step));
			expect(visible(device.fold)).toEqual(before);
		}),
	);
});

/** What a person sees, without the operations behind it. */
function visible(fold: RecordFold) {
	const own = readOwnActions(fold).filter(({ liveness }) => liveness !== 'deleted');
	const actions = ['a0', 'a1'].map((id) => stateOf(fold, { id, cadence: once }));
	return {
		own: own.map(({ text }) => shown(text)),
		actions: actions.map(
			({ texts, ratings, reason, deadline, statusReading, status, occurrences, evidence, comments }) => ({
				fields: [...Object.values(texts), ...Object.values(ratings), reason, deadline, statusReading].map(shown),
				status,
				occurrences,
				evidence,
				comments,
			}),
		),
	};
}

const shown = ({ value, others }: Reading<unknown>) => [value, new Set(others.map((other) => other.value))];

const isGone = (fold: RecordFold, entity: string): boolean => fold.liveness(entity) === 'deleted';

/** The same luck gives the same order. */
function shuffled<Item>(items: readonly Item[], luck: number): Item[] {
	let state = luck;
	const drawn = items.map((item) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return { item, draw: state };
	});
	return drawn.sort((a, b) => a.draw - b.draw).map(({ item }) => item);
}

function inBatches(operations: readonly Operation[], sizes: readonly number[]): RecordFold {
	const fold = foldRecord([]);
	let from = 0;
	for (const size of [...sizes, operations.length]) {
		for (const operation of foldRecord(operations.slice(from, from + size)).operations()) fold.add(operation);
		from += size;
	}
	return fold;
}

const isHead = (fold: RecordFold, operation: Operation): boolean =>
	fold.heads(operation.entity, operation.field).includes(operation);

const heard = (life: Life, by: Operation, of: Operation): boolean => life.heardBefore.get(by)?.has(of) ?? false;
