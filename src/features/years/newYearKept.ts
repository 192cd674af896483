import type { RecordStore } from '../../store/recordStore.ts';

export type WizardStep = 1 | 2 | 3;

/** How far a person has come on this device; kept, because April is full of interruptions. */
export interface Kept {
	readonly step: WizardStep;
	/** Ids of the □ to be carried over. */
	readonly chosen: readonly string[];
}

const keyOf = (from: number) => `newYear.${from}`;

export const nothingChosen: Kept = { step: 1, chosen: [] };

/** What was kept of the turn from a year; nothing where it cannot be read. */
export async function readKept(store: () => Promise<RecordStore>, from: number): Promise<Kept> {
	const kept = await (await store()).getSetting(keyOf(from));
	if (!kept.ok || typeof kept.value !== 'object' || kept.value === null) return nothingChosen;
	const { step, chosen } = kept.value as Partial<Kept>;
	const ids = Array.isArray(chosen) ? chosen.filter((id) => typeof id === 'string') : [];
	return { step: step === 2 || step === 3 ? step : 1, chosen: ids };
}

export const writeKept = async (store: () => Promise<RecordStore>, from: number, kept: Kept): Promise<void> => {
	await (await store()).putSetting(keyOf(from), { step: kept.step, chosen: [...kept.chosen] });
};
