import { CasesAnswer } from '../domain/exchange/cases.ts';
import {
	CodeMeaning,
	DevicesAnswer,
	EnrolmentAnswer,
	type EnrolmentRequest,
	HandoverInvitationAnswer,
	InvitationAnswer,
} from '../domain/exchange/enrolment.ts';
import { exchangeBounds, PullAnswer, PushAnswer, YearsAnswer } from '../domain/exchange/logs.ts';
import { SummaryReceipt } from '../domain/exchange/summaries.ts';
import type { SchoolRole } from '../domain/exchange/words.ts';
import type { Operation } from '../domain/record/operation.ts';
import { ok } from '../domain/result.ts';
import type { Summary } from '../domain/summary/schema.ts';
import { type Answered, fail, faultOf } from './fault.ts';
import { type Asked, ask, type RequestDeps } from './request.ts';

/** Where requests go, and as whom. */
export interface Address {
	/** Origin of the endpoint; empty = the one that serves the site. */
	readonly endpoint: string;
	readonly token?: string | undefined;
	/** 学校コード; unused by routes that come before the enrolment. */
	readonly school?: string;
}

/** Every route a device uses, as a function: checked values in, checked answers out. */
export type EndpointRoutes = ReturnType<typeof routesAt>;

/** What has no body: 204. */
const nothing = { safeParse: (raw: unknown) => ({ success: raw === undefined, data: undefined }) };

export function routesAt(deps: RequestDeps, { endpoint, token, school = '' }: Address) {
	const at = (path: string): string => `${endpoint}/api/v1${path}`;
	const logAt = (year: number, what: string): string =>
		at(`/schools/${encodeURIComponent(school)}/years/${year}/${what}`);
	async function value<Value>(asked: Omit<Asked<Value>, 'token'>): Answered<Value> {
		const answer = await ask(deps, { ...asked, token });
		return answer.ok ? ok(answer.value.value) : answer;
	}

	async function push(year: number, epoch: string, operations: readonly Operation[]): Answered<PushAnswer> {
		const url = logAt(year, 'operations');
		const answer = await value({ method: 'POST', url, body: { epoch, operations }, reader: PushAnswer });
		// What is not acknowledged whole counts as not acknowledged.
		const whole = !answer.ok || answer.value.acknowledged === operations.length;
		return whole ? answer : fail(faultOf('unreadable'));
	}

	async function pull(year: number, after: number, epoch: string): Answered<PullAnswer> {
		const url = `${logAt(year, 'operations')}?after=${after}&epoch=${epoch}&limit=${exchangeBounds.page}`;
		const answer = await ask(deps, { method: 'GET', url, token, reader: PullAnswer });
		if (!answer.ok) return answer;
		const page = answer.value.value;
		if (!isWhole(page, year, after)) return fail(faultOf('unreadable'));
		// As they came: a schema may put the keys of an operation into another order.
		return ok({ ...page, operations: (answer.value.raw as PullAnswer).operations });
	}

	return {
		push,
		pull,
		lookUp: (code: string) =>
			value({ method: 'POST', url: at('/enrolments/lookup'), body: { code }, reader: CodeMeaning }),
		enrol: (body: EnrolmentRequest) => value({ method: 'POST', url: at('/enrolments'), body, reader: EnrolmentAnswer }),
		invite: (role: SchoolRole, purpose?: 'handover') =>
			value({
				...{ method: 'POST', url: at('/invitations'), reader: InvitationAnswer },
				body: { role, ...(purpose && { for: purpose }) },
			}),
		handoverInvitation: () =>
			value({ method: 'GET', url: at('/invitations/handover'), reader: HandoverInvitationAnswer }),
		endHandoverInvitation: () => value({ method: 'DELETE', url: at('/invitations/handover'), reader: nothing }),
		devices: () => value({ method: 'GET', url: at('/devices'), reader: DevicesAnswer }),
		revoke: (id: string) => value({ method: 'DELETE', url: at(`/devices/${encodeURIComponent(id)}`), reader: nothing }),
		years: () => value({ method: 'GET', url: at(`/schools/${encodeURIComponent(school)}/years`), reader: YearsAnswer }),
		cases: (year: number, after: string | undefined) => {
			const url = at(`/cases?year=${year}${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`);
			return value({ method: 'GET', url, reader: CasesAnswer, revalidates: true });
		},
		putSummary: (year: number, epoch: string, summary: Summary) =>
			value({ method: 'PUT', url: logAt(year, 'summary'), body: { epoch, summary }, reader: SummaryReceipt }),
	};
}

/** A page must hold exactly the numbers it says it holds: a shorter one would move the cursor past what never came. */
function isWhole(page: PullAnswer, year: number, after: number): boolean {
	return (
		page.fiscalYear === year &&
		page.next - after === page.operations.length &&
		page.next <= page.sequence &&
		(page.more ? page.next > after : page.next === page.sequence)
	);
}
