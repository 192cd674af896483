import type { Operation } from '../../src/domain/record/operation.ts';
import type { Chance } from './chance.ts';

/** What a newer version wrote: another version, unknown things, keys that nobody here knows, in their own order. */
export const byNewerApp = (chance: Chance, counter: number, text: string): Operation =>
	({
		weather: { zeta: 1, alpha: [null, '晴れ'] },
		...{ version: chance.pick([1, 2, 7]), id: `${'f'.repeat(31)}${chance.int(2)}.${counter}` },
		...{ lamport: 1 + chance.int(500), at: 'いつか', by: { role: 'nurse', label: '保健室', shift: 2 } },
		...{
			entity: chance.pick(['action/r7-1-1-1-a', 'garden/3', 'timetable/3']),
			field: 'colour',
			value: text,
			replaces: [],
		},
		anything: 'あとから加わった言葉',
	}) as unknown as Operation;
