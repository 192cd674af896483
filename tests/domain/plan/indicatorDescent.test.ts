import { describe, expect, test } from 'vitest';
import type { PlanEdition } from '../../../src/domain/plan/edition.ts';
import { sameSceneIn, targetFor } from '../../../src/domain/plan/indicatorDescent.ts';
import { plan2025 } from '../../session/browser.ts';

const [first, second] = plan2025.indicators;
if (!first || !second) throw new Error('the edition has five scenes');

/** The edition of another year, with scenes under ids of its own. */
const nextYear = (...texts: readonly string[]): Pick<PlanEdition, 'indicators'> & PlanEdition => ({
	...plan2025,
	id: 'sendai-2026',
	indicators: texts.map((text, index) => ({ ...first, id: `sendai-2026-i${index + 1}`, text })),
});

describe('the same scene in another edition', () => {
	test('is the one with its id', () => {
		expect(sameSceneIn(plan2025, first)).toBe(first);
	});

	test('is the one with its very sentence, wherever it stands and however wide its digits are', () => {
		const edition = nextYear(second.text, first.text.normalize('NFKC'));
		expect(sameSceneIn(edition, first)?.id).toBe('sendai-2026-i2');
	});

	test('is none where the sentence is another one: those years cannot be compared', () => {
		expect(sameSceneIn(nextYear(first.text.replace('週３回', '週１回')), first)).toBeUndefined();
		expect(sameSceneIn(nextYear(), first)).toBeUndefined();
	});
});

describe('the target of a 校種', () => {
	test('is the plan’s where it has one, and left to the school where it has none', () => {
		expect(targetFor(first, 'elementary')?.target.rate).toBe(95);
		expect(targetFor(first, 'lowerSecondary')?.target.rate).toBe(90);
		for (const type of ['upperSecondary', 'secondary', 'specialNeeds'] as const) {
			expect(targetFor(first, type)).toBeUndefined();
		}
	});
});
