import * as z from 'zod/mini';
import { SchoolType, SchoolUnit } from '../plan/edition.ts';
import { SummarySchema } from '../summary/schema.ts';
import { FiscalYearNumber, Instant, MunicipalityId, SchoolCode } from './words.ts';

/** Requests and answers of the board's pages. A session cookie carries the account; devices' tokens count for nothing here. */

const LoginName = z.string().check(z.regex(/^[A-Za-z0-9._@-]{3,60}$/));
const Password = z.string().check(z.minLength(12), z.maxLength(200));
const MunicipalityName = z.string().check(z.minLength(1), z.maxLength(60));

/** `POST /board/setup`: the one-time link printed at the first start makes the municipality and its first account. */
export const SetupRequest = z.strictObject({
	secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
	municipalityName: MunicipalityName,
	loginName: LoginName,
	password: Password,
});
export type SetupRequest = z.infer<typeof SetupRequest>;

/** `POST /board/session` signs in, `DELETE` signs out, `GET` tells who is signed in. */
export const SignInRequest = z.strictObject({ loginName: LoginName, password: z.string().check(z.maxLength(200)) });
export type SignInRequest = z.infer<typeof SignInRequest>;
export const SessionAnswer = z.looseObject({
	loginName: z.string(),
	municipality: MunicipalityId,
	municipalityName: MunicipalityName,
	expiresAt: Instant,
	/** `https://…` under which the schools' devices find the site, where the endpoint was told. */
	siteOrigin: z.optional(z.string()),
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;

/** One row of the board's list of schools. */
export const SchoolRow = z.strictObject({
	code: SchoolCode,
	name: z.string().check(z.minLength(1), z.maxLength(60)),
	schoolType: SchoolType,
	units: z.array(SchoolUnit),
});
export type SchoolRow = z.infer<typeof SchoolRow>;

/** `POST /board/schools`: adds schools and renews those whose code is known; removes none. All of it or nothing. */
export const SchoolsRequest = z.strictObject({
	schools: z.array(SchoolRow).check(z.minLength(1), z.maxLength(5_000)),
});
export type SchoolsRequest = z.infer<typeof SchoolsRequest>;
export const SchoolsChanged = z.looseObject({ added: z.int(), changed: z.int(), same: z.int() });
export type SchoolsChanged = z.infer<typeof SchoolsChanged>;

/** `GET /board/schools`. */
export const SchoolsAnswer = z.looseObject({
	schools: z.array(
		z.looseObject({
			...SchoolRow.shape,
			/** Devices that are enrolled and not revoked. */
			devices: z.int(),
			lastContactAt: z.nullable(Instant),
			/** An unused code that has not expired. The code itself is only told when it is issued. */
			codeExpiresAt: z.nullable(Instant),
			/** The summary last received, of any year. */
			summaryReceivedAt: z.nullable(Instant),
		}),
	),
	now: Instant,
});
export type SchoolsAnswer = z.infer<typeof SchoolsAnswer>;

/** `POST /board/codes`: new codes for these schools, valid for 30 days; older unused ones of theirs end. */
export const CodesRequest = z.strictObject({ schools: z.array(SchoolCode).check(z.minLength(1), z.maxLength(5_000)) });
export type CodesRequest = z.infer<typeof CodesRequest>;
export const CodesAnswer = z.looseObject({
	codes: z.array(z.looseObject({ school: SchoolCode, name: z.string(), code: z.string(), expiresAt: Instant })),
});
export type CodesAnswer = z.infer<typeof CodesAnswer>;

/** `GET /board/summaries?year=`: what every school's last summary of a year says, in the order of the school codes. */
export const SummariesQuery = z.strictObject({ year: FiscalYearNumber });
export type SummariesQuery = z.infer<typeof SummariesQuery>;
export const SummariesAnswer = z.looseObject({
	fiscalYear: FiscalYearNumber,
	summaries: z.array(z.looseObject({ school: SchoolCode, receivedAt: Instant, summary: SummarySchema })),
	now: Instant,
});
export type SummariesAnswer = z.infer<typeof SummariesAnswer>;
