import * as z from 'zod/mini';
import * as board from '../../domain/exchange/board.ts';
import * as cases from '../../domain/exchange/cases.ts';
import * as enrolment from '../../domain/exchange/enrolment.ts';
import { HealthAnswer } from '../../domain/exchange/health.ts';
import * as logs from '../../domain/exchange/logs.ts';
import * as measuring from '../../domain/exchange/measuring.ts';
import { OperationSchema } from '../../domain/exchange/operations.ts';
import { PlansAnswer } from '../../domain/exchange/plans.ts';
import { ProblemAnswer } from '../../domain/exchange/problem.ts';
import * as review from '../../domain/exchange/review.ts';
import * as summaries from '../../domain/exchange/summaries.ts';
import { PlanEdition } from '../../domain/plan/edition.ts';
import { SummarySchema } from '../../domain/summary/schema.ts';

/** The schemas that have a name in the document, so that each is written there once. */
const named = {
	Problem: ProblemAnswer,
	Health: HealthAnswer,
	Operation: OperationSchema,
	Plan: PlanEdition,
	Plans: PlansAnswer,
	Summary: SummarySchema,
	RegisteredSchool: enrolment.RegisteredSchool,
	CodeLookup: enrolment.CodeLookup,
	CodeMeaning: enrolment.CodeMeaning,
	EnrolmentRequest: enrolment.EnrolmentRequest,
	Enrolment: enrolment.EnrolmentAnswer,
	InvitationRequest: enrolment.InvitationRequest,
	Invitation: enrolment.InvitationAnswer,
	HandoverInvitation: enrolment.HandoverInvitation,
	StandingInvitation: enrolment.HandoverInvitationAnswer,
	Device: enrolment.DeviceEntry,
	Devices: enrolment.DevicesAnswer,
	PushRequest: logs.PushRequest,
	PushAnswer: logs.PushAnswer,
	PullQuery: logs.PullQuery,
	PullAnswer: logs.PullAnswer,
	Years: logs.YearsAnswer,
	SummaryRequest: summaries.SummaryRequest,
	SummaryReceipt: summaries.SummaryReceipt,
	StoredSummary: summaries.StoredSummary,
	DownloadQuery: measuring.DownloadQuery,
	Upload: measuring.UploadAnswer,
	CasesQuery: cases.CasesQuery,
	Cases: cases.CasesAnswer,
	SetupRequest: board.SetupRequest,
	SignInRequest: board.SignInRequest,
	Session: board.SessionAnswer,
	SchoolsRequest: board.SchoolsRequest,
	SchoolsChanged: board.SchoolsChanged,
	Schools: board.SchoolsAnswer,
	CodesRequest: board.CodesRequest,
	Codes: board.CodesAnswer,
	SummariesQuery: board.SummariesQuery,
	Summaries: board.SummariesAnswer,
	BoardKey: enrolment.BoardKey,
	PhaseStanding: review.PhaseStanding,
	SchoolReviews: review.SchoolReviews,
	BoardReviewRequest: review.BoardReviewRequest,
	BoardReview: review.BoardReviewAnswer,
	ReviewsQuery: review.ReviewsQuery,
	Reviews: review.ReviewsAnswer,
} as const satisfies Readonly<Record<string, z.core.$ZodType>>;

const nameOf = new Map<unknown, string>(Object.entries(named).map(([name, schema]) => [schema, name]));

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Reference to a schema by its name in the document. */
export function reference(schema: unknown): { readonly $ref: string } {
	const name = nameOf.get(schema);
	if (name === undefined) throw new Error('a route speaks of a schema that has no name in the document');
	return { $ref: `#/components/schemas/${name}` };
}

/** Every named schema as JSON Schema, referring to the others by name. What zod checks in code only, stands as anything. */
export function componentSchemas(): Readonly<Record<string, JsonSchema>> {
	const registry = z.registry<{ id: string }>();
	for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
	const { schemas } = z.toJSONSchema(registry, { unrepresentable: 'any', uri: (id) => `#/components/schemas/${id}` });
	// OpenAPI 3.1 says once for the whole document which dialect it speaks, and names schemas by where they stand.
	return Object.fromEntries(
		Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema as JsonSchema]),
	);
}

/** One schema alone, as JSON Schema 2020-12. */
export const standAlone = (schema: z.core.$ZodType): JsonSchema =>
	z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema;
