import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../src/domain/record/operation.ts';
import { eventBetween, reviewAfter, reviewEvents, type Situation } from '../../../../src/domain/record/review/rules.ts';
import { type ReviewEvent, type ReviewState, reviewStates } from '../../../../src/domain/record/review/states.ts';

const roles: readonly Role[] = ['teacher', 'ictLead', 'vicePrincipal', 'principal', 'board'];

/** Nothing but state, event and post stands in the way. */
const open = { missing: 0, reason: '根拠が足りません。', checksFirst: false, changed: true };

const answer = (situation: Omit<Situation, keyof typeof open> & Partial<Situation>): string => {
	const after = reviewAfter({ ...open, ...situation });
	return after.ok ? after.value : after.refusal.reason;
};

/*
 * Every event: one line for each post (教員, ICT担当, 教頭, 校長, 教育委員会), one column for each state
 * (draft, returned, submitted, checked, approved, accepted).
 * L = locked, P = not this post's, S = not in this state, else the state it leads to:
 * d draft, r returned, s submitted, c checked, a approved, x accepted.
 */
const expected: Readonly<Record<ReviewEvent, readonly string[]>> = {
	submit: ['PPPPPL', 'ssSSSL', 'ssSSSL', 'ssSSSL', 'PPPPPP'],
	withdraw: ['PPPPPL', 'SSddSL', 'SSddSL', 'SSddSL', 'PPPPPP'],
	check: ['PPPPPL', 'PPPPPL', 'SScSSL', 'PPPPPL', 'PPPPPP'],
	return: ['PPPPPL', 'PPPPPL', 'SSrrSL', 'SSrrSL', 'PPPPPP'],
	approve: ['PPPPPL', 'PPPPPL', 'PPPPPL', 'SSaaaL', 'PPPPPP'],
	reopen: ['PPPPPL', 'PPPPPL', 'PPPPPL', 'SSSSdL', 'SSSSdd'],
	accept: ['PPPPPL', 'PPPPPL', 'PPPPPL', 'PPPPPL', 'SSSSxS'],
};
const meaning: Readonly<Record<string, string>> = {
	...{ L: 'locked', P: 'wrongPost', S: 'wrongState' },
	...{ d: 'draft', r: 'returned', s: 'submitted', c: 'checked', a: 'approved', x: 'accepted' },
};

const cells = Object.entries(expected).flatMap(([event, lines]) =>
	lines.flatMap((line, post) =>
		[...line].map((letter, column) => ({
			event: event as ReviewEvent,
			role: roles[post] as Role,
			state: reviewStates[column] as ReviewState,
			answer: meaning[letter],
		})),
	),
);

describe('every state × event × post', () => {
	test('the table is whole', () => {
		expect(cells).toHaveLength(6 * 7 * 5);
		expect(Object.keys(expected).toSorted()).toEqual(reviewEvents.toSorted());
	});

	test.each(cells)('$event by $role where it is $state: $answer', ({ event, role, state, answer: wanted }) => {
		expect(answer({ event, role, state })).toBe(wanted);
	});

	test('what is read back as an event is what would have been allowed, and nothing else', () => {
		for (const from of reviewStates) {
			for (const role of roles) {
				for (const to of reviewStates) {
					const leading = reviewEvents.filter((event) => answer({ event, role, state: from }) === to);
					expect(leading.length, `${from} → ${to} by ${role}`).toBeLessThan(2);
					expect(eventBetween(from, to, role), `${from} → ${to} by ${role}`).toBe(leading[0]);
				}
			}
		}
	});

	test('a post that a newer app has invented may do nothing', () => {
		for (const event of reviewEvents) {
			for (const state of reviewStates) {
				expect(['wrongPost', 'locked']).toContain(answer({ event, state, role: 'nurse' as Role }));
			}
		}
	});
});

describe('each rule by its name', () => {
	const told = (situation: Parameters<typeof answer>[0]) => {
		const after = reviewAfter({ ...open, ...situation });
		return after.ok ? after.value : [after.refusal.reason, after.refusal.sentence];
	};

	test('only a complete draft is submitted', () => {
		const submits = { event: 'submit', state: 'draft', role: 'ictLead' } as const;
		expect(told({ ...submits, missing: 3 })).toEqual(['incomplete', '提出の前に直すところが3件あります。']);
		expect(told({ ...submits, missing: 1, state: 'returned' })).toMatchObject([
			'incomplete',
			expect.stringContaining('1件'),
		]);
		expect(told({ ...submits, missing: 0 })).toBe('submitted');
	});

	test.each([
		['return', 'submitted', '差戻し'],
		['reopen', 'approved', '開き直し'],
	] as const)('who does %s says why', (event, state, word) => {
		for (const reason of ['', '  \n']) {
			expect(told({ event, state, role: 'principal', reason })).toMatchObject([
				'reasonMissing',
				expect.stringContaining(`${word}には理由が必要です`),
			]);
		}
	});

	test('a check comes first where the school wants it', () => {
		const approves = { event: 'approve', role: 'principal', checksFirst: true } as const;
		expect(told({ ...approves, state: 'submitted' })).toMatchObject([
			'checkComesFirst',
			expect.stringContaining('教頭の確認のあと'),
		]);
		expect(told({ ...approves, state: 'checked' })).toBe('approved');
		expect(told({ ...approves, state: 'approved' })).toBe('approved');
		expect(told({ ...approves, state: 'submitted', event: 'return' })).toBe('returned');
	});

	test('what has not changed is not approved again', () => {
		const approves = { event: 'approve', role: 'principal', changed: false } as const;
		expect(told({ ...approves, state: 'approved' })).toEqual(['nothingChanged', 'この内容は、もう承認されています。']);
		expect(told({ ...approves, state: 'submitted' })).toBe('approved');
	});

	test('what the board has accepted is locked for everybody else, and it says whom to ask', () => {
		for (const event of reviewEvents) {
			for (const role of roles.filter((each) => each !== 'board')) {
				expect(told({ event, role, state: 'accepted' })).toMatchObject([
					'locked',
					expect.stringContaining('教育委員会に開き直しを頼んで'),
				]);
			}
		}
	});

	test('whoever may not is told whose device may', () => {
		expect(told({ event: 'approve', state: 'submitted', role: 'ictLead' })).toEqual([
			'wrongPost',
			'承認は、校長の端末で行います。',
		]);
		expect(told({ event: 'return', state: 'submitted', role: 'teacher' })).toEqual([
			'wrongPost',
			'差戻しは、教頭・校長の端末で行います。',
		]);
	});
});
