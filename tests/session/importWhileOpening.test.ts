import { expect, test } from 'vitest';
import { good, year } from '../store/profile.ts';
import { Browser, elementary, lesson, plan2025, statusOf } from './browser.ts';

test('a backup taken in while the year is still being opened is shown without loading the page again', async () => {
	const elsewhere = await elementary();
	const { session: colleague } = await elsewhere.visits();
	await colleague.tick(lesson, '1-(1)-①');
	const backup = await elsewhere.kept();

	const store = new Browser().profile.tab();
	let goOn = (): void => {};
	const paused = new Promise<void>((resolve) => {
		goOn = resolve;
	});
	let hasRead = (): void => {};
	const reading = new Promise<void>((resolve) => {
		hasRead = resolve;
	});
	const slow = {
		...store,
		readLog: async (asked: number) => {
			const log = await store.readLog(asked);
			hasRead();
			await paused;
			return log;
		},
	};
	const { session } = new Browser().loads({ edition: plan2025, store: async () => slow });
	const opening = session.open();
	await reading;
	await good(store.union(year, backup));
	const refreshed = session.refresh();
	goOn();
	await Promise.all([opening, refreshed]);

	expect(session.profile.value?.schoolType).toBe('elementary');
	expect(statusOf(session, lesson)).toBe('achieved');
});
