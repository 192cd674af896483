import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../src/domain/record/operation.ts';
import { meet } from '../devices.ts';
import { enters, forges, historyOf, moves, reviewOf, school, standing } from './people.ts';

describe('校長確認, one step after the other', () => {
	test('begins as a draft of which nobody has said anything', () => {
		const { lead } = school();
		expect(reviewOf(lead)).toMatchObject({ state: 'draft', others: [], locked: false, steps: [], seen: [] });
		expect(reviewOf(lead).step).toBeUndefined();
	});

	test('goes from 提出 over 差戻し and 教頭の確認 to 承認 and 受理, and every step tells who, when and why', () => {
		const { lead, head, deputy, hall } = school();
		moves(lead, 'submitted');
		meet(lead, head);
		moves(head, 'returned', '根拠が足りません。');
		meet(lead, head, deputy);
		expect(reviewOf(lead).step).toMatchObject({
			...{ event: 'return', from: 'submitted', state: 'returned', reason: '根拠が足りません。' },
			...{ by: 'principal', label: '校長', at: '2025-10-01T00:00:00.000Z' },
		});
		moves(lead, 'submitted');
		meet(lead, deputy);
		moves(deputy, 'checked');
		meet(deputy, head);
		moves(head, 'approved');
		meet(head, hall);
		moves(hall, 'accepted');
		const fold = meet(lead, hall);
		expect(historyOf(fold)).toEqual([
			['submit', 'ictLead'],
			['return', 'principal'],
			['submit', 'ictLead'],
			['check', 'vicePrincipal'],
			['approve', 'principal'],
			['accept', 'board'],
		]);
		expect(standing(reviewOf(lead))).toMatchObject({ state: 'accepted', locked: true, others: [], approvedBy: '校長' });
	});

	test('two phases do not touch each other', () => {
		const { lead } = school();
		moves(lead, 'submitted');
		expect(reviewOf(lead, 'final')).toMatchObject({ state: 'draft', steps: [] });
	});

	test('an approval names the content it covers; a bare word is a state without one', () => {
		const { lead, head } = school();
		enters(lead, 'result', '実施した');
		moves(lead, 'submitted');
		meet(lead, head);
		moves(head, 'approved');
		expect(reviewOf(head).approval?.content).toMatchObject({ operations: 2, versionVector: { lead: 2 } });
		const bare = school();
		forges(bare.lead, 'submitted');
		expect(reviewOf(bare.lead)).toMatchObject({ state: 'submitted' });
		expect(reviewOf(bare.lead).step?.content).toBeUndefined();
	});

	test('an approval that was taken back is no approval any more; the next one is', () => {
		const { lead, head } = school();
		moves(lead, 'submitted');
		meet(lead, head);
		moves(head, 'approved');
		moves(head, 'draft', '開き直し');
		expect(reviewOf(head).approval).toBeUndefined();
		moves(head, 'submitted');
		const again = moves(head, 'approved');
		expect(reviewOf(head).approval?.id).toBe(again.id);
	});

	test('approving once more what has changed leaves the later approval', () => {
		const { lead, head } = school();
		moves(lead, 'submitted');
		meet(lead, head);
		moves(head, 'approved');
		const later = moves(head, 'approved');
		expect(reviewOf(head)).toMatchObject({ state: 'approved', others: [], approval: { id: later.id } });
	});
});

describe('two devices that do not hear of each other', () => {
	test('one principal approves, the other returns: 差戻し counts, both stand, and submitting again settles it', () => {
		const { lead, head, second } = school();
		moves(lead, 'submitted');
		meet(lead, head, second);
		moves(head, 'approved');
		moves(second, 'returned', '6年生の分がありません。');
		meet(lead, head, second);
		for (const device of [lead, head, second]) {
			expect(standing(reviewOf(device))).toEqual({
				...{ state: 'returned', locked: false, others: ['approved'] },
				...{ by: 'principal', approvedBy: undefined },
			});
		}
		moves(lead, 'submitted');
		meet(lead, head, second);
		expect(standing(reviewOf(second))).toMatchObject({ state: 'submitted', others: [] });
		moves(second, 'approved');
		expect(historyOf(second.fold).map(([event]) => event)).toEqual([
			...['submit', 'approve', 'return', 'submit', 'approve'],
		]);
	});

	test('both approve: it is approved, and the later one is told', () => {
		const { lead, head, second } = school();
		moves(lead, 'submitted');
		meet(lead, head, second);
		moves(head, 'approved');
		enters(second, 'result', '見て気づいたこと');
		const later = moves(second, 'approved');
		meet(head, second);
		expect(reviewOf(head)).toMatchObject({ state: 'approved', others: [], step: { id: later.id } });
		expect(reviewOf(head).approval?.id).toBe(later.id);
	});

	test('the school edits while the principal approves: the approval stands and covers what was seen', () => {
		const { lead, head } = school();
		enters(lead, 'result', '前');
		moves(lead, 'submitted');
		meet(lead, head);
		const approval = moves(head, 'approved');
		enters(lead, 'result', '後');
		meet(lead, head);
		expect(reviewOf(lead)).toMatchObject({ state: 'approved', approval: { id: approval.id } });
		expect(reviewOf(lead).approval?.content?.versionVector).toEqual({ lead: 2 });
	});

	test('the lead takes the submission back while the principal approves: the draft counts until one more step', () => {
		const { lead, head } = school();
		moves(lead, 'submitted');
		meet(lead, head);
		moves(head, 'approved');
		moves(lead, 'draft');
		meet(lead, head);
		expect(standing(reviewOf(lead))).toMatchObject({ state: 'draft', others: ['approved'] });
		moves(lead, 'submitted');
		meet(lead, head);
		expect(standing(reviewOf(head))).toMatchObject({ state: 'submitted', others: [] });
	});

	test('the principal reopens while the board accepts: it is locked, and only the board settles it', () => {
		const { lead, head, hall } = school();
		moves(lead, 'submitted');
		meet(lead, head);
		moves(head, 'approved');
		meet(head, hall, lead);
		moves(hall, 'accepted');
		moves(head, 'draft', '一つ直したい');
		meet(lead, head, hall);
		expect(standing(reviewOf(head))).toMatchObject({ state: 'draft', locked: true, others: ['accepted'] });
		expect(standing(reviewOf(head)).approvedBy, 'what the board has accepted stays approved').toBe('校長');
		moves(lead, 'submitted');
		moves(head, 'approved');
		meet(lead, head, hall);
		expect(standing(reviewOf(hall)), 'whoever has seen the acceptance moves nothing').toMatchObject({
			state: 'draft',
			others: ['accepted'],
		});
		moves(hall, 'draft', '直してください');
		meet(lead, hall);
		expect(standing(reviewOf(lead))).toMatchObject({ state: 'draft', locked: false, others: [] });
		moves(lead, 'submitted');
		expect(reviewOf(lead).state).toBe('submitted');
	});
});

test('an approval that the board did not see is not what it accepted', () => {
	const { lead, head, second, hall } = school();
	moves(lead, 'submitted');
	meet(lead, head, second);
	moves(head, 'approved');
	meet(head, hall);
	moves(hall, 'accepted');
	// Elsewhere and later, without knowing of either.
	enters(lead, 'result', '書き足した。');
	meet(lead, second);
	moves(second, 'approved');
	meet(lead, head, second, hall);
	expect(standing(reviewOf(lead))).toMatchObject({ locked: true, approvedBy: '校長' });
});

describe('what does not hold changes nothing', () => {
	const approved = () => {
		const people = school();
		moves(people.lead, 'submitted');
		meet(people.lead, people.head);
		const approval = moves(people.head, 'approved');
		meet(...Object.values(people));
		return { ...people, approval };
	};

	test.each<[string, Role, unknown]>([
		['an ICT lead’s draft over an approval', 'ictLead', { state: 'draft', reason: 'x' }],
		['a teacher’s approval', 'teacher', 'approved'],
		['a teacher’s draft', 'teacher', 'draft'],
		['a vice principal’s reopening', 'vicePrincipal', 'draft'],
		['a check of what is approved', 'vicePrincipal', 'checked'],
		['returning what is approved', 'principal', { state: 'returned', reason: 'x' }],
		['a principal’s acceptance', 'principal', 'accepted'],
		['a state of a newer version', 'principal', { state: 'sealed' }],
		['no state at all', 'principal', null],
		['the post of a newer version', 'nurse' as Role, 'draft'],
	])('%s', (_, role, value) => {
		const { lead, approval } = approved();
		const before = { ...reviewOf(lead), seen: [] };
		lead.by = { role, label: '' };
		const forged = forges(lead, value as string, [approval.id]);
		expect({ ...reviewOf(lead), seen: [] }).toEqual(before);
		expect(reviewOf(lead).seen, 'the next step covers it').toEqual(expect.arrayContaining([approval.id, forged.id]));
	});

	test('approval out of nothing', () => {
		const { head } = school();
		forges(head, 'approved');
		expect(reviewOf(head)).toMatchObject({ state: 'draft', steps: [] });
		forges(head, 'approved', ['lead.7']);
		expect(reviewOf(head)).toMatchObject({ state: 'draft', steps: [] });
	});

	test('nobody but the board goes on from an acceptance, whatever else they name beside it', () => {
		const { lead, head, hall, approval } = approved();
		const submission = reviewOf(lead).steps[0]?.name ?? '';
		const accepted = moves(hall, 'accepted');
		meet(lead, head, hall);
		for (const device of [lead, head]) {
			for (const state of ['draft', 'returned', 'submitted', 'approved']) {
				forges(device, state, [submission, approval.id, accepted.id]);
			}
		}
		meet(lead, head);
		expect(standing(reviewOf(lead))).toMatchObject({ state: 'accepted', locked: true, others: [] });
	});

	test('deleting a review deletes nothing of it', () => {
		const { head, approval } = approved();
		head.does({ entity: 'review/midyear', field: 'deleted', value: true, seen: [approval.id] });
		expect(reviewOf(head)).toMatchObject({ state: 'approved', approval: { id: approval.id } });
	});
});
