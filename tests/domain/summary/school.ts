import { readFileSync } from 'node:fs';
import { PlanEdition } from '../../../src/domain/plan/edition.ts';
import { foldRecord } from '../../../src/domain/record/fold.ts';
import type { Author } from '../../../src/domain/record/operation.ts';
import type { Summary } from '../../../src/domain/summary/schema.ts';
import { type SummarySource, summarise } from '../../../src/domain/summary/summarise.ts';
import { Device } from '../record/devices.ts';

export const edition = PlanEdition.parse(
	JSON.parse(readFileSync(new URL('../../../seeds/sendai-2025.json', import.meta.url), 'utf8')),
);

/** A summary of an elementary school of the model city in November 2025, unless told otherwise. */
export const summaryOf = (told: Partial<SummarySource> = {}): Summary =>
	summarise({
		edition,
		school: { municipality: 'aoba-model', code: 'AOBA-E001' },
		fold: foldRecord([]),
		fiscalYear: 2025,
		today: '2025-11-21',
		profile: { schoolType: 'elementary', units: [] },
		...told,
	});

/** A device under a name as the app mints them. */
export const device = (n: number, by?: Author): Device => new Device(n.toString(16).padStart(32, '0'), by);

/** A □ of the edition by what stands behind the edition in its id, and the entity of what is entered there. */
export const action = (id: string): string => `${edition.id}-${id}`;
export const entity = (id: string): string => `action/${action(id)}`;

/** One □ of a summary by what stands behind the edition in its id. */
export function lineOf(summary: Summary, id: string): Summary['actions'][number] {
	const line = summary.actions.find(({ action }) => action === `${edition.id}-${id}`);
	if (!line) throw new Error(`no □ ${id}`);
	return line;
}
