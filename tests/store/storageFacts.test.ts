import { expect, test } from 'vitest';
import { freshProfile } from './profile.ts';

test('says what the browser says of persistence and room', async () => {
	const tab = freshProfile().tab({
		storageManager: {
			persisted: async () => false,
			persist: async () => true,
			estimate: async () => ({ usage: 12, quota: 3400 }),
		},
	});
	expect(await tab.storageFacts()).toEqual({ persisted: false, usage: 12, quota: 3400 });
	expect(await tab.askPersistence()).toBe(true);
});

test('says that it does not know where the browser has no answer, an old one or a refusal', async () => {
	const silent = { persisted: 'unknown', usage: undefined, quota: undefined };
	const refusing = async () => {
		throw new TypeError('not allowed');
	};
	for (const storageManager of [undefined, {}, { persisted: refusing, persist: refusing, estimate: refusing }]) {
		const tab = freshProfile().tab({ storageManager });
		expect(await tab.storageFacts()).toEqual(silent);
		expect(await tab.askPersistence()).toBe('unknown');
	}
});

test('asks the browser on its own object, as browsers demand', async () => {
	class Manager {
		readonly #granted = true;
		async persist(): Promise<boolean> {
			return this.#granted;
		}
	}
	expect(await freshProfile().tab({ storageManager: new Manager() }).askPersistence()).toBe(true);
});
