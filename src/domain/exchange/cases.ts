import * as z from 'zod/mini';
import { SchoolType } from '../plan/edition.ts';
import { CaseSummary } from '../summary/schema.ts';
import { FiscalYearNumber, Instant, SchoolCode } from './words.ts';

/** `GET /cases?year=&after=`: what the other schools of the municipality share. Pages by school code. */
export const CasesQuery = z.strictObject({
	year: FiscalYearNumber,
	/** The last school of the page before. */
	after: z.optional(SchoolCode),
});
export type CasesQuery = z.infer<typeof CasesQuery>;

/** One school with what it shares. */
export const SchoolCases = z.looseObject({
	school: SchoolCode,
	name: z.string().check(z.minLength(1), z.maxLength(60)),
	schoolType: SchoolType,
	/** When the endpoint received these cases as they are. */
	receivedAt: Instant,
	cases: z.array(CaseSummary).check(z.minLength(1)),
});
export type SchoolCases = z.infer<typeof SchoolCases>;

export const CasesAnswer = z.looseObject({
	fiscalYear: FiscalYearNumber,
	/** In the order of the school codes; the asking school is not among them. */
	schools: z.array(SchoolCases),
	/** Where the next page begins; null on the last. */
	next: z.nullable(SchoolCode),
});
export type CasesAnswer = z.infer<typeof CasesAnswer>;

/** What a device keeps of a year's answers for when there is no line. */
export const CasesCopy = z.object({
	/** When they were read, by the clock of the device. */
	readAt: Instant,
	schools: z.array(SchoolCases),
});
