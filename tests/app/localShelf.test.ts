// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { createLocalShelf } from '../../src/app/localShelf.ts';
import { createPreferences, textSizeKey } from '../../src/app/preferences.ts';
import { type Draft, dropDraft, keepDraft, readDrafts } from '../../src/session/drafts.ts';
import { readSnapshot, snapshotKey, writeSnapshot } from '../../src/session/snapshot.ts';

const draft: Draft = { fiscalYear: 2026, entity: 'action/a', field: 'result', text: '運動会で使った', seen: [] };
const snapshot = {
	edition: 'sendai-2025',
	fiscalYear: 2026,
	profile: { name: '', schoolType: 'elementary', units: [] },
	rows: {},
	own: [],
} as const;

const denied = (): never => {
	throw new DOMException('The operation is insecure.', 'SecurityError');
};
/** A storage that can be read and has no room left. */
const full = (): Storage =>
	new Proxy(localStorage, {
		get: (target, name) =>
			name === 'setItem'
				? () => {
						throw new DOMException('full', 'QuotaExceededError');
					}
				: typeof Reflect.get(target, name) === 'function'
					? Reflect.get(target, name).bind(target)
					: Reflect.get(target, name),
	});

beforeEach(() => localStorage.clear());

describe('localStorage as a shelf', () => {
	test('keeps, gives back, forgets and lists', () => {
		const shelf = createLocalShelf(() => localStorage);
		expect(shelf.read('a')).toBeNull();
		expect(shelf.write('a', 'いち')).toBe(true);
		expect([shelf.read('a'), shelf.keys()]).toEqual(['いち', ['a']]);
		shelf.remove('a');
		expect(shelf.keys()).toEqual([]);
	});

	test('that is forbidden remembers nothing and breaks nothing', () => {
		const shelf = createLocalShelf(denied);
		expect(keepDraft(shelf, draft)).toBe(false);
		expect(readDrafts(shelf, 2026)).toEqual([]);
		dropDraft(shelf, draft);
		writeSnapshot(shelf, snapshot);
		expect(readSnapshot(shelf)).toBeUndefined();
		const preferences = createPreferences(shelf, document.documentElement);
		expect(preferences.textSize()).toBe('standard');
		preferences.setTextSize('large');
		expect(document.documentElement.dataset.textSize).toBe('large');
	});

	test('that is full says so of a draft, and never leaves an older picture standing as the newest', () => {
		writeSnapshot(
			createLocalShelf(() => localStorage),
			snapshot,
		);
		const shelf = createLocalShelf(full);
		expect(keepDraft(shelf, draft)).toBe(false);
		writeSnapshot(shelf, { ...snapshot, fiscalYear: 2027 });
		expect(localStorage.getItem(snapshotKey)).toBeNull();
	});
});

describe('drafts on the shelf', () => {
	test('are one for each field, the newest; forgetting an older one leaves the newer', () => {
		const shelf = createLocalShelf(() => localStorage);
		keepDraft(shelf, draft);
		const newer = { ...draft, text: '運動会と学芸会で使った' };
		keepDraft(shelf, newer);
		dropDraft(shelf, draft);
		expect(readDrafts(shelf, 2026)).toEqual([newer]);
		dropDraft(shelf, newer);
		expect(readDrafts(shelf, 2026)).toEqual([]);
	});

	test('of one year are not those of another, nor other things on the shelf', () => {
		const shelf = createLocalShelf(() => localStorage);
		keepDraft(shelf, draft);
		keepDraft(shelf, { ...draft, fiscalYear: 20260 });
		shelf.write('somebody else’s', '{}');
		expect(readDrafts(shelf, 2026)).toEqual([draft]);
	});
});

describe('the text size', () => {
	test('is remembered and stands on the page', () => {
		const shelf = createLocalShelf(() => localStorage);
		createPreferences(shelf, document.documentElement).setTextSize('larger');
		expect(document.documentElement.dataset.textSize).toBe('larger');
		expect(createPreferences(shelf, document.documentElement).textSize()).toBe('larger');
	});

	test('that nobody offers is the usual one', () => {
		const shelf = createLocalShelf(() => localStorage);
		shelf.write(textSizeKey, 'gigantic');
		expect(createPreferences(shelf, document.documentElement).textSize()).toBe('standard');
	});
});
