import { CasesCopy, type SchoolCases } from '../domain/exchange/cases.ts';
import type { Json } from '../domain/record/operation.ts';
import { ok } from '../domain/result.ts';
import type { RecordStore } from '../store/recordStore.ts';
import type { EndpointRoutes } from './endpointRoutes.ts';
import type { Answered } from './fault.ts';
import type { CityCases } from './sync.ts';

/** Cases that are read of one year; a Chromebook keeps no more of a large city. */
const mostCases = 1_000;
const mostPages = 20;

/** All pages of a year, as far as there is room. All or nothing: half a city would look like the whole. */
export async function readCases(
	{ cases }: Pick<EndpointRoutes, 'cases'>,
	fiscalYear: number,
): Answered<readonly SchoolCases[]> {
	const schools: SchoolCases[] = [];
	let after: string | undefined;
	for (let page = 0; page < mostPages; page += 1) {
		const answer = await cases(fiscalYear, after);
		if (!answer.ok) return answer;
		schools.push(...answer.value.schools);
		const { next } = answer.value;
		// A page that does not go on from the last one would be read for ever.
		if (next === null || (after !== undefined && next <= after)) break;
		if (schools.reduce((sum, each) => sum + each.cases.length, 0) >= mostCases) break;
		after = next;
	}
	return ok(schools);
}

/** The copy for when there is no line; of another school it would be another one. */
const copyOf = (schoolKey: string, fiscalYear: number): string => `cases/${schoolKey}/${fiscalYear}`;

/** Keeps a copy. Where there is no room for it, what is on the screen stays, and the next page reads anew. */
export async function keepCopy(
	store: Pick<RecordStore, 'putSetting'>,
	schoolKey: string,
	fiscalYear: number,
	copy: { readonly readAt: string; readonly schools: readonly SchoolCases[] },
): Promise<void> {
	await store.putSetting(copyOf(schoolKey, fiscalYear), copy as unknown as Json);
}

export async function readCopy(
	store: Pick<RecordStore, 'getSetting'>,
	schoolKey: string,
	fiscalYear: number,
): Promise<CityCases | undefined> {
	const kept = await store.getSetting(copyOf(schoolKey, fiscalYear));
	const read = kept.ok ? CasesCopy.safeParse(kept.value) : undefined;
	return read?.success ? { ...read.data, current: false } : undefined;
}
