import { ok, type Result } from '../domain/result.ts';
import type { RecordStore } from '../store/recordStore.ts';
import type { EndpointRoutes } from './endpointRoutes.ts';
import type { Answered } from './fault.ts';
import { keepCopy, readCases, readCopy } from './sharedCases.ts';
import { openStore } from './statusBoard.ts';
import type { CityCases, Sync } from './sync.ts';

interface CaseReaderDeps {
	readonly store: () => Promise<RecordStore>;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Does what only a device of a school may. */
	readonly asMember: <Value>(
		work: (member: { readonly routes: EndpointRoutes }) => Answered<Value>,
	) => Promise<Result<Value>>;
}

/** How long what was read counts as read just now, in milliseconds: whoever goes from □ to □ asks once. */
const fresh = 60_000;

/** Reads what other schools share: from the endpoint where there is a line, else from the copy of the last time. */
export function createCaseReader({ store, now, asMember }: CaseReaderDeps): Sync['cases'] {
	const latest = new Map<string, { readonly at: number; readonly cases: Promise<CityCases | undefined> }>();

	async function read(opened: RecordStore, school: string, fiscalYear: number): Promise<CityCases | undefined> {
		const answer = await asMember(async ({ routes }) => readCases(routes, fiscalYear));
		if (!answer.ok) return readCopy(opened, school, fiscalYear);
		const copy = { readAt: new Date(now()).toISOString(), schools: answer.value };
		await keepCopy(opened, school, fiscalYear, copy);
		return { ...copy, current: true };
	}

	return async (fiscalYear) => {
		const opened = await openStore(store);
		const enrolment = opened.ok ? await opened.value.exchange.enrolment() : ok(undefined);
		if (!opened.ok || !enrolment.ok || !enrolment.value) return undefined;
		const { municipality, code } = enrolment.value.school;
		const school = `${municipality}/${code}`;
		const key = `${school}/${fiscalYear}`;
		const before = latest.get(key);
		if (before && Math.abs(now() - before.at) < fresh && (await before.cases)?.current) return before.cases;
		const cases = read(opened.value, school, fiscalYear);
		latest.set(key, { at: now(), cases });
		return cases;
	};
}
