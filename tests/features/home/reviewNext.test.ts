import { describe, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/record/operation.ts';
import type { ReviewState } from '../../../src/domain/record/review/states.ts';
import { reviewNext } from '../../../src/features/home/reviewNext.ts';
import { type Device, meet } from '../../domain/record/devices.ts';
import { moves, reviewOf, school } from '../../domain/record/review/people.ts';

const roles: readonly Role[] = ['teacher', 'ictLead', 'vicePrincipal', 'principal', 'board'];

/** What the review asks of each post, as one line. */
const asks = (device: Device, checksFirst = false): string =>
	roles
		.map((role) => {
			const next = reviewNext(reviewOf(device), role, checksFirst);
			return next ? `${next.kind}${next.awaits ? `(${next.awaits})` : ''}` : '-';
		})
		.join(' ');

/** Somebody after somebody else moves the review, each having heard of the last. */
function afterwards(...steps: readonly (readonly [who: keyof ReturnType<typeof school>, state: ReviewState])[]) {
	const people = school();
	for (const [who, state] of steps) {
		moves(people[who], state, '理由');
		meet(...Object.values(people));
	}
	return people;
}

const submitted = ['lead', 'submitted'] as const;

describe('what 今やること says of the review to 教員, ICT担当, 教頭, 校長, 教育委員会', () => {
	test('nothing before it has begun, nor when it is approved, nor when it is accepted', () => {
		const nothing = '- - - - -';
		expect(asks(school().lead)).toBe(nothing);
		expect(asks(afterwards(submitted, ['head', 'approved']).lead)).toBe(nothing);
		expect(asks(afterwards(submitted, ['head', 'approved'], ['hall', 'accepted']).lead)).toBe(nothing);
	});

	test('submitted: the principal decides, the others wait', () => {
		expect(asks(afterwards(submitted).lead)).toBe('- wait(principal) wait(principal) decide -');
	});

	test('submitted where the vice principal looks first, and after that', () => {
		expect(asks(afterwards(submitted).lead, true)).toBe('- wait(vicePrincipal) decide wait(vicePrincipal) -');
		expect(asks(afterwards(submitted, ['deputy', 'checked']).lead, true)).toBe(
			'- wait(principal) wait(principal) decide -',
		);
	});

	test('returned: whoever stands below the one who returned it mends', () => {
		expect(asks(afterwards(submitted, ['head', 'returned']).lead)).toBe('- mend mend - -');
		expect(asks(afterwards(submitted, ['deputy', 'returned']).lead)).toBe('- mend - - -');
	});

	test('opened again by the principal, or by the board', () => {
		expect(asks(afterwards(submitted, ['head', 'approved'], ['head', 'draft']).lead)).toBe('- mend mend - -');
		const byBoard = afterwards(submitted, ['head', 'approved'], ['hall', 'accepted'], ['hall', 'draft']);
		expect(asks(byBoard.lead)).toBe('- mend mend mend -');
	});

	test('taken back by the school itself: nothing', () => {
		expect(asks(afterwards(submitted, ['lead', 'draft']).lead)).toBe('- - - - -');
	});

	test('decided apart on two devices: everybody who takes part settles it', () => {
		const { lead, head, second } = afterwards(submitted);
		moves(head, 'approved');
		moves(second, 'returned', '理由');
		meet(lead, head, second);
		expect(asks(lead)).toBe('- settle settle settle -');
	});
});
