import type { Operation } from '../../src/domain/record/operation.ts';
import type { Enrolment } from '../../src/store/exchangeStore.ts';
import type { RecordStore } from '../../src/store/recordStore.ts';
import { freshProfile, good, typed, year } from './profile.ts';

export const epoch = 'e'.repeat(16);
export const laterEpoch = 'f'.repeat(16);

/** A place at a school, as an endpoint gives it. */
export function enrolmentAt(name: string, changed: Partial<Enrolment> = {}): Enrolment {
	return {
		endpoint: '',
		token: `aoba.${'t'.repeat(43)}`,
		id: '0'.repeat(32),
		keyId: 'k'.repeat(43),
		role: 'ictLead',
		grants: 'principal',
		school: {
			municipality: 'aoba',
			municipalityName: '青葉モデル市教育委員会（架空）',
			code: `C-${name}`,
			name: `${name}小学校（架空）`,
			schoolType: 'elementary',
			units: [],
		},
		enrolledAt: '2026-11-21T05:00:00Z',
		...changed,
	};
}

/** Enrols a device at the school, with the key it has. */
export async function enrolled(tab: RecordStore, name = '若葉', adopt = false): Promise<RecordStore> {
	const { keyId } = await good(tab.exchange.signingKey());
	await good(tab.exchange.enrol(enrolmentAt(name, { keyId }), { adopt }));
	return tab;
}

export const wide = { operations: 500, bytes: 512_000 };

/** What would be sent next of the year. */
export const nextOf = (tab: RecordStore, fiscalYear = year): Promise<readonly Operation[]> =>
	good(tab.exchange.nextBatch(fiscalYear, wide));

export const waitingIn = async (tab: RecordStore, fiscalYear = year): Promise<number> =>
	(await good(tab.exchange.waiting())).find((each) => each.fiscalYear === fiscalYear)?.count ?? 0;

/** A page of the endpoint's log up to a number. */
export const pageTo = (sequence: number, changed: { epoch?: string; durableSequence?: number } = {}) => ({
	epoch,
	cursor: sequence,
	sequence,
	durableSequence: 0,
	...changed,
});

export const answerOf = (sequence: number, changed: { epoch?: string; durableSequence?: number } = {}) => ({
	epoch,
	sequence,
	durableSequence: 0,
	at: '2026-11-21T05:00:10Z',
	...changed,
});

/** What a colleague's device wrote at the same school. */
export async function elsewhere(...texts: string[]): Promise<Operation[]> {
	const tab = await enrolled(freshProfile().tab());
	return good(
		tab.commit(
			year,
			texts.map((text) => typed(text)),
		),
	);
}
