import { expect, test } from 'vitest';
import { foldRecord } from '../../src/domain/record/fold.ts';
import type { Operation } from '../../src/domain/record/operation.ts';
import { readAction } from '../../src/domain/record/readAction.ts';
import { context, weekly } from '../domain/record/plan.ts';
import { schoolYear } from './schoolYear.ts';

/** Edits of one field of 50 □, one after the other, each in the place of the one before. */
function edits(count: number, from: number): Operation[] {
	const name = (n: number) => `edit.${from + n + 1}`;
	return Array.from({ length: count }, (_, n) => ({
		...(year[0] as Operation),
		id: name(n),
		lamport: from + n + 1,
		entity: `action/edited-${n % 50}`,
		field: 'result',
		value: `校内研修を実施した。${n}`,
		replaces: n < 50 && from === 0 ? [] : [n < 50 ? `edit.${51 + n}` : name(n - 50)],
	}));
}

function median(times: readonly number[]): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function timed(work: () => void): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

const year = schoolYear(10_000);

test('a record of 10,000 operations folds within 50 ms', () => {
	const times = Array.from({ length: 15 }, () => timed(() => foldRecord(year)));
	console.log(`fold of 10,000 operations: median ${median(times).toFixed(1)} ms, first ${times[0]?.toFixed(1)} ms`);
	expect(foldRecord(year).size).toBe(10_000);
	expect(median(times)).toBeLessThan(50);
});

test('an added operation costs the same with 100 or 10,000 before it', () => {
	// The same edits of the same 50 □ in both cases; all that differs is what the record holds besides.
	const touched = edits(100, 0);
	const next = edits(300, 20_000);
	const perOperation = (before: number) => {
		const fold = foldRecord([...touched, ...year.slice(0, before - touched.length)]);
		const took = timed(() => {
			for (const operation of next) fold.add(operation);
		});
		return (took / next.length) * 1_000;
	};
	// Taken in turns, so that whatever else the machine does falls on both; the quickest of each is the work itself.
	const pairs = Array.from({ length: 40 }, () => ({ few: perOperation(100), many: perOperation(10_000) })).slice(10);
	const few = Math.min(...pairs.map((pair) => pair.few));
	const many = Math.min(...pairs.map((pair) => pair.many));
	console.log(
		`adding one operation: ${few.toFixed(2)} µs after 100, ${many.toFixed(2)} µs after 10,000, ratio ${(many / few).toFixed(2)}`,
	);
	expect(many / few).toBeLessThan(3);
});

test('reading one □ does not grow with the record around it', () => {
	const mine = ['action', 'date', 'memo'].map<Operation>((field, n) => ({
		...(year[0] as Operation),
		id: `mine.${n + 1}`,
		entity: 'occurrence/mine',
		field,
		value: field === 'action' ? 'mine' : '2025-09-01',
		replaces: [],
	}));
	const readAmong = (count: number) => {
		const fold = foldRecord([...mine, ...year.slice(0, count)]);
		const read = () => readAction(fold, { id: 'mine', cadence: weekly }, context);
		expect(read().occurrences).toHaveLength(1);
		return () => timed(() => Array.from({ length: 50 }, read)) / 50;
	};
	const [amongFew, amongMany] = [readAmong(100), readAmong(10_000)];
	const pairs = Array.from({ length: 25 }, () => ({ few: amongFew(), many: amongMany() })).slice(5);
	const [few, many] = [median(pairs.map((pair) => pair.few)), median(pairs.map((pair) => pair.many))];
	console.log(`reading one □: ${(few * 1_000).toFixed(0)} µs among 100, ${(many * 1_000).toFixed(0)} µs among 10,000`);
	expect(many / few).toBeLessThan(3);
});
