import { describe, expect, test } from 'vitest';
import { createSchedule, rhythm } from '../../src/sync/schedule.ts';
import { HandClock } from './clock.ts';
import { HandTriggers } from './device.ts';

const went = { failed: false, more: false };
const failed = { failed: true, more: false };

function begin({ chance = 0.5, waits = false } = {}) {
	const clock = new HandClock();
	const triggers = new HandTriggers();
	const circumstances = { waits };
	let passes = 0;
	const schedule = createSchedule({
		...{ timers: clock, triggers, random: () => chance, waits: () => circumstances.waits },
		pass: () => {
			passes += 1;
		},
	});
	const since = () => {
		const count = passes;
		passes = 0;
		return count;
	};
	return { clock, triggers, schedule, circumstances, since };
}

describe('a pass is due', () => {
	test('at the start, and when the page is seen again, comes back from the cache, or is online again', () => {
		const { schedule, triggers, since } = begin();
		schedule.start();
		expect(since()).toBe(1);
		for (const what of ['visible', 'pageshow', 'online'] as const) triggers.happens(what);
		expect(since()).toBe(3);
		schedule.stop();
		triggers.happens('visible');
		expect(since()).toBe(0);
	});

	test('three seconds after the last write of several', () => {
		const { schedule, clock, since } = begin();
		schedule.start();
		schedule.ended(went);
		since();
		schedule.written();
		clock.pass(2_900);
		schedule.written();
		clock.pass(2_900);
		expect(since()).toBe(0);
		clock.pass(100);
		expect(since()).toBe(1);
	});

	test('about every minute while somebody looks, and not while nobody does', () => {
		const { schedule, triggers, clock, since } = begin();
		schedule.start();
		schedule.ended(went);
		since();
		clock.pass(rhythm.whileVisible);
		expect(since()).toBe(1);
		triggers.visible = false;
		schedule.ended(went);
		clock.pass(10 * rhythm.whileVisible);
		expect(since()).toBe(0);
	});

	test('also while nobody looks, as long as something waits to be sent', () => {
		const { schedule, triggers, clock, circumstances, since } = begin({ waits: true });
		schedule.start();
		triggers.visible = false;
		schedule.ended(failed);
		since();
		clock.pass(rhythm.firstRetry);
		expect(since()).toBe(1);
		circumstances.waits = false;
		schedule.ended(failed);
		clock.pass(rhythm.longestRetry);
		expect(since()).toBe(0);
	});

	test('soon, where something was written during the pass', () => {
		const { schedule, clock, since } = begin();
		schedule.start();
		since();
		schedule.ended({ failed: false, more: true });
		clock.pass(rhythm.afterWrite);
		expect(since()).toBe(1);
	});
});

describe('what does not go through is tried again', () => {
	test('later each time, five minutes at most, and spread by chance', () => {
		const delays = (chance: number) => {
			const { schedule, clock } = begin({ chance });
			schedule.start();
			return Array.from({ length: 8 }, () => {
				schedule.ended(failed);
				return clock.ahead[0];
			});
		};
		expect(delays(0)).toEqual([2_500, 5_000, 10_000, 20_000, 40_000, 80_000, 150_000, 150_000]);
		expect(delays(0.999).every((delay, index) => Number(delay) > Number(delays(0)[index]) * 1.99)).toBe(true);
		expect(Math.max(...delays(0.999).map(Number))).toBeLessThanOrEqual(rhythm.longestRetry);
	});

	test('writing does not make it impatient, a new connection does', () => {
		const { schedule, clock, triggers, since } = begin();
		schedule.start();
		for (let times = 0; times < 6; times += 1) schedule.ended(failed);
		since();
		schedule.written();
		clock.pass(rhythm.afterWrite);
		expect(since()).toBe(0);
		triggers.happens('online');
		expect(since()).toBe(1);
		schedule.ended(failed);
		expect(clock.ahead[0]).toBeLessThanOrEqual(rhythm.firstRetry);
	});

	test('as late as the endpoint asks, whatever happens meanwhile', () => {
		const { schedule, clock, triggers, since } = begin({ chance: 0 });
		schedule.start();
		since();
		schedule.ended({ ...failed, retryAfter: 120 });
		expect(schedule.resting()).toBe(true);
		schedule.written();
		for (const what of ['visible', 'pageshow', 'online'] as const) triggers.happens(what);
		clock.pass(119_000);
		expect(since()).toBe(0);
		clock.pass(1_000);
		expect(since()).toBe(1);
		expect(schedule.resting()).toBe(false);
	});

	test('not at all once it was stopped', () => {
		const { schedule, clock, since } = begin();
		schedule.start();
		schedule.written();
		schedule.ended({ ...failed, retryAfter: 1 });
		since();
		schedule.stop();
		schedule.ended(failed);
		schedule.written();
		clock.pass(rhythm.longestRetry);
		expect(since()).toBe(0);
		expect(clock.ahead).toEqual([]);
	});
});
