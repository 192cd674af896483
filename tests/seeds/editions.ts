import { readFileSync } from 'node:fs';
import type { PlanEdition } from '../../src/domain/plan/edition.ts';

/** What the transcription changed or left aside, kept as data: seeds/corrections.json. */
export interface TranscriptionLog {
	/** Page heads and column heads. */
	readonly heads: readonly string[];
	readonly corrections: readonly {
		readonly item: string;
		readonly field: 'label' | 'text';
		readonly printed: string;
		readonly reads: string;
		readonly reason: string;
	}[];
	/** Actions printed once more beside a goal because their cell was split. */
	readonly reprints: readonly {
		readonly item: string;
		readonly goal: string;
		readonly actions: readonly string[];
		readonly reason: string;
	}[];
}

/** A file of seeds/ as text. */
export const seedText = (name: string): string => readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8');

export const editionIds = ['sendai-2024', 'sendai-2025'] as const;
/** An edition as it stands in seeds; a fresh copy each time. */
export const loadEdition = (id: string): PlanEdition => JSON.parse(seedText(`${id}.json`));
export const loadSource = (id: string): string => seedText(`sources/${id}.txt`);
export const loadLog = (id: string): TranscriptionLog => {
	const log = JSON.parse(seedText('corrections.json'))[id];
	if (!log) throw new Error(`seeds/corrections.json says nothing of ${id}`);
	return log;
};
