import { describe, expect, it } from 'vitest';
import { startBackupRounds } from '../../src/endpoint/backupRounds.ts';

/** Rounds whose time passes by hand; `made` counts backups. */
function rounds(minutes: number, make: () => Promise<void> = async () => undefined) {
	const waiting: { then: () => void; minutes: number }[] = [];
	startBackupRounds({ minutes, make, setTimeout: (then, ms) => waiting.push({ then, minutes: ms / 60_000 }) });
	return waiting;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('backups while the endpoint runs', () => {
	it('come five minutes after the start, then every hour', async () => {
		const waiting = rounds(60);
		for (const _ of [1, 2]) {
			waiting.at(-1)?.then();
			await settled();
		}
		expect(waiting.map(({ minutes }) => minutes)).toEqual([5, 60, 60]);
	});

	it('do not wait five minutes where they come more often', () => {
		expect(rounds(1).map(({ minutes }) => minutes)).toEqual([1]);
	});

	it('never run two at a time', async () => {
		const finishing: (() => void)[] = [];
		const waiting = rounds(60, () => new Promise((resolve) => finishing.push(resolve)));
		waiting[0]?.then();
		await settled();
		expect(waiting).toHaveLength(1);
		finishing[0]?.();
		await settled();
		expect(waiting).toHaveLength(2);
	});

	it('do not come where they are switched off', () => {
		expect(rounds(0)).toEqual([]);
	});
});
