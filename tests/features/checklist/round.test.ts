import { expect, test } from 'vitest';
import { roundOf } from '../../../src/features/checklist/round.ts';

test('the list shows 中間 until December and 最終 from January to March', () => {
	expect(['2026-04-01', '2026-12-31', '2027-01-01', '2027-03-31'].map(roundOf)).toEqual([
		'midyear',
		'midyear',
		'final',
		'final',
	]);
});
