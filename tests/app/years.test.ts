import { describe, expect, test } from 'vitest';
import { createOpenedYear, type OpenedYear } from '../../src/app/openedYear.ts';
import { wireYears } from '../../src/app/years.ts';
import { closeYear, reopenYear } from '../../src/domain/record/closing.ts';
import { setField } from '../../src/domain/record/edits.ts';
import type { RecordFold } from '../../src/domain/record/fold.ts';
import { plan2025 } from '../session/browser.ts';
import { freshProfile, good, year } from '../store/profile.ts';

const nowhere: OpenedYear = { read: () => undefined, write: () => undefined };

function years() {
	const store = freshProfile().tab();
	const wired = wireYears({
		store: async () => store,
		editions: [{ id: plan2025.id, url: '/plans/2025.json' }],
		fetchEdition: async () => plan2025,
		editionOf: async () => plan2025,
		today: () => '2026-11-21',
		preferred: nowhere,
	});
	return { ...wired, kept: async (of: number) => (await good(store.readLog(of))).operations };
}

const ticking = (fold: RecordFold) => [setField(fold, 'action/a1', 'status', 'achieved')];

describe('a year beside the open one', () => {
	test('is written to, over what stands there', async () => {
		const { write, list, record } = years();
		expect((await write(year - 1, ticking)).ok).toBe(true);
		expect((await write(year - 1, (fold) => [setField(fold, 'action/a1', 'status', null)])).ok).toBe(true);
		expect(await list()).toEqual([year - 1]);
		expect((await record(year - 1))?.heads('action/a1', 'status').map(({ value }) => value)).toEqual([null]);
	});

	test('is left alone where there is nothing to write', async () => {
		const { write, list } = years();
		expect((await write(year - 1, () => [])).ok).toBe(true);
		expect(await list()).toEqual([]);
	});

	test('that is closed takes its reopening and nothing else', async () => {
		const { write, kept } = years();
		await write(year - 1, closeYear);
		const refused = await write(year - 1, ticking);
		expect(refused.ok ? '' : refused.refusal.reason).toBe('yearClosed');
		expect(await kept(year - 1)).toHaveLength(1);
		expect((await write(year - 1, reopenYear)).ok).toBe(true);
		expect((await write(year - 1, ticking)).ok).toBe(true);
	});

	test('has its edition by its id, and none under an id of nobody', async () => {
		const { edition, current } = years();
		expect((await edition(plan2025.id))?.id).toBe(plan2025.id);
		expect(await edition('sendai-1999')).toBeUndefined();
		expect(current()).toBe(2026);
	});
});

describe('the year that a tab has opened', () => {
	const shelf = (held: string | null): Storage => {
		let value = held;
		return {
			getItem: () => value,
			setItem: (_: string, next: string) => {
				value = next;
			},
			removeItem: () => {
				value = null;
			},
		} as unknown as Storage;
	};

	test('is remembered until the current one is opened again', () => {
		const storage = shelf(null);
		const opened = createOpenedYear(() => storage);
		opened.write(2024);
		expect(opened.read()).toBe(2024);
		opened.write(undefined);
		expect(opened.read()).toBeUndefined();
	});

	test.each([null, '', 'NaN', '1999.5', '20240', '-1', '{}'])('is none where %j stands there', (held) => {
		expect(createOpenedYear(() => shelf(held)).read()).toBeUndefined();
	});

	test('is none where the browser forbids to remember', () => {
		const opened = createOpenedYear(() => {
			throw new DOMException('', 'SecurityError');
		});
		expect(() => opened.write(2024)).not.toThrow();
		expect(opened.read()).toBeUndefined();
	});
});
