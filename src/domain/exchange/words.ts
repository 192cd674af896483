import * as z from 'zod/mini';
import type { Role } from '../record/operation.ts';

/** The small words that every request and answer is made of. */

/** Who runs the endpoint, minted when its first account is made. */
export const MunicipalityId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));

/** 学校コード as the board gives it: the national 学校コード or the city's own. */
export const SchoolCode = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}$/));

export const FiscalYearNumber = z.int().check(z.minimum(2000), z.maximum(2999));

/** 128 random bits as hex: an installation's name in its operations, and the endpoint's name for an enrolled device. */
export const DeviceId = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** Changes whenever the endpoint was restored from a backup. */
export const Epoch = z.string().check(z.regex(/^[0-9a-f]{16,64}$/));

/** ISO 8601 UTC. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/));

/** What counts from 0 and never goes back within an epoch. */
export const Sequence = z.int().check(z.nonnegative());

/** Posts that a device of a school can be enrolled as, from the least to the greatest. */
export const SchoolRole = z.enum(['teacher', 'ictLead', 'vicePrincipal', 'principal']);
export type SchoolRole = z.infer<typeof SchoolRole>;

/** How a device is called among colleagues, 「職員室のiPad」. Never a person's name; may be empty. */
export const DeviceLabel = z.string().check(z.maxLength(40));

/** Device → greatest counter. */
export const VersionVectorSchema = z
	.record(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)), z.int().check(z.positive()))
	.check(z.refine((vector) => Object.keys(vector).length <= 10_000));

const ranks: Readonly<Record<SchoolRole, number>> = { teacher: 1, ictLead: 2, vicePrincipal: 3, principal: 4 };

/** Whether a device that may hand on `ceiling` may hand on `role`: nobody gives more than was given to them. */
export const mayGrant = (ceiling: SchoolRole, role: SchoolRole): boolean => ranks[role] <= ranks[ceiling];

/** The posts that such a device may hand on, from the least to the greatest. */
export const grantable = (ceiling: SchoolRole): readonly SchoolRole[] =>
	SchoolRole.options.filter((role) => mayGrant(ceiling, role));

/** The sheet for the successor is made, and ended, by who runs ます目 at the school or is above them. */
export const mayHandOver = (role: SchoolRole): boolean => mayGrant(role, 'ictLead');

export const isSchoolRole = (role: Role | string): role is SchoolRole => Object.hasOwn(ranks, role);
