import type { BoardApi, SchoolStanding } from '../../src/board/boardApi.ts';
import type { SchoolRow, SessionAnswer, SetupRequest } from '../../src/domain/exchange/board.ts';
import type { BoardReviewRequest, PhaseStanding, SchoolReviews } from '../../src/domain/exchange/review.ts';
import { ok, type Refusal, refuse } from '../../src/domain/result.ts';

export const now = '2025-11-21T05:32:00Z';
export const inThirtyDays = '2025-12-21T05:32:00Z';
export const secret = 'S'.repeat(43);

export const session: SessionAnswer = {
	loginName: 'ict-center',
	municipality: 'aoba',
	municipalityName: '青葉モデル市教育委員会（架空）',
	expiresAt: '2025-11-21T17:32:00Z',
};

/** A registered school from which nothing was heard yet. */
export const school = (code: string, name: string, more: Partial<SchoolStanding> = {}): SchoolStanding => ({
	...{ code, name, schoolType: 'elementary', units: [], devices: 0 },
	...{ lastContactAt: null, codeExpiresAt: null, summaryReceivedAt: null },
	...more,
});

export const phaseStanding = (state: PhaseStanding['state'], more: Partial<PhaseStanding> = {}): PhaseStanding => ({
	...{ state, at: null, approval: null, changedSince: false, reopenedBecause: null },
	...more,
});

/** A school's reviews in which nothing has happened but what is said. */
export const reviews = (code: string, more: Partial<SchoolReviews> = {}): SchoolReviews => ({
	...{ school: code, midyear: phaseStanding('draft'), final: phaseStanding('draft') },
	...more,
});

const signedOut = () => refuse('signInFirst', 'ログインしてください。');

/** The board's routes without a network: what they keep, what they were asked, and what goes wrong next. */
export class FakeEndpoint implements BoardApi {
	signedIn = true;
	schoolsKept: SchoolStanding[] = [];
	readonly setups: SetupRequest[] = [];
	readonly registrations: (readonly SchoolRow[])[] = [];
	readonly codesAsked: (readonly string[])[] = [];
	/** By fiscal year. */
	readonly reviewsKept = new Map<number, SchoolReviews[]>();
	readonly decisions: (readonly [string, number, BoardReviewRequest])[] = [];
	/** The next request that changes something is refused with this, once. */
	next: Refusal | undefined;

	private refusal() {
		const { next } = this;
		this.next = undefined;
		if (next) return refuse(next.reason, next.sentence);
		return this.signedIn ? undefined : signedOut();
	}

	setUp = async (request: SetupRequest) => {
		this.setups.push(request);
		const { next } = this;
		this.next = undefined;
		if (next) return refuse(next.reason, next.sentence);
		this.signedIn = true;
		return ok({ ...session, municipalityName: request.municipalityName, loginName: request.loginName });
	};

	session: BoardApi['session'] = async () => (this.signedIn ? ok(session) : signedOut());

	signIn = async ({ password }: { loginName: string; password: string }) => {
		if (password !== 'nagai kotoba desu') return refuse('wrongPassword', 'ログイン名かパスワードが違います。');
		this.signedIn = true;
		return ok(session);
	};

	signOut = async () => {
		const refusal = this.refusal();
		if (refusal) return refusal;
		this.signedIn = false;
		return ok(undefined);
	};

	schools: BoardApi['schools'] = async () => (this.signedIn ? ok({ schools: this.schoolsKept, now }) : signedOut());

	register = async (rows: readonly SchoolRow[]) => {
		const refusal = this.refusal();
		if (refusal) return refusal;
		this.registrations.push(rows);
		const known = new Map(this.schoolsKept.map((each) => [each.code, each]));
		const added = rows.filter(({ code }) => !known.has(code)).length;
		for (const row of rows) known.set(row.code, { ...school(row.code, row.name), ...known.get(row.code), ...row });
		this.schoolsKept = [...known.values()];
		return ok({ added, changed: rows.length - added, same: 0 });
	};

	reviews: BoardApi['reviews'] = async (fiscalYear) =>
		this.signedIn ? ok({ fiscalYear, schools: this.reviewsKept.get(fiscalYear) ?? [], now }) : signedOut();

	decide: BoardApi['decide'] = async (code, fiscalYear, request) => {
		const refusal = this.refusal();
		if (refusal) return refusal;
		this.decisions.push([code, fiscalYear, request]);
		const { event, phase, reason = null } = request;
		const before = this.reviewsKept.get(fiscalYear) ?? [];
		const decided = {
			...reviews(code),
			...before.find((each) => each.school === code),
			[phase]:
				event === 'accept'
					? phaseStanding('accepted', { at: now })
					: phaseStanding('draft', { at: now, reopenedBecause: reason }),
		};
		this.reviewsKept.set(fiscalYear, [...before.filter((each) => each.school !== code), decided]);
		return ok({ ...decided, now });
	};

	makeCodes = async (asked: readonly string[]) => {
		const refusal = this.refusal();
		if (refusal) return refusal;
		this.codesAsked.push(asked);
		this.schoolsKept = this.schoolsKept.map((each) =>
			asked.includes(each.code) ? { ...each, codeExpiresAt: inThirtyDays } : each,
		);
		const nameOf = (code: string) => this.schoolsKept.find((each) => each.code === code)?.name ?? '';
		return ok({
			codes: asked.map((code, index) => ({
				...{ school: code, name: nameOf(code), expiresAt: inThirtyDays },
				code: `ABCD1234EFG${index}`,
			})),
		});
	};
}
