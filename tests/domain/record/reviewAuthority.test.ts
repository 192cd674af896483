import { describe, expect, test } from 'vitest';
import { maySign, mustBeSigned } from '../../../src/domain/record/reviewAuthority.ts';

const roles = ['teacher', 'ictLead', 'vicePrincipal', 'principal', 'board'];
const signersOf = (field: string, value: string | boolean | null) =>
	roles.filter((role) => maySign(role, { field, value }));

describe('who may say what in 校長確認', () => {
	test('only operations of the review need a signature', () => {
		expect(mustBeSigned({ entity: 'review/final' })).toBe(true);
		for (const entity of ['action/a1', 'reviewer/final', 'comment/review', 'school']) {
			expect(mustBeSigned({ entity }), entity).toBe(false);
		}
	});

	test.each([
		['draft', ['ictLead', 'vicePrincipal', 'principal']],
		['submitted', ['ictLead', 'vicePrincipal', 'principal']],
		['returned', ['vicePrincipal', 'principal']],
		['approved', ['principal']],
		['accepted', ['board']],
	])('%s', (state, may) => {
		expect(signersOf('state', state)).toEqual(may);
	});

	test('a state that this version does not know, or none, is the principal’s', () => {
		for (const state of ['sealed', 'constructor', '__proto__', null, true]) {
			expect(signersOf('state', state), String(state)).toEqual(['principal']);
		}
	});

	test('deleting a review is the principal’s, bringing it back too', () => {
		expect(signersOf('deleted', true)).toEqual(['principal']);
		expect(signersOf('deleted', false)).toEqual(['principal']);
	});

	test('words beside the state are written by everybody who takes part; a class’s tablet and strangers are not', () => {
		expect(signersOf('reason', '根拠が足りません。')).toEqual(['ictLead', 'vicePrincipal', 'principal', 'board']);
		expect(maySign('owner', { field: 'reason', value: '' })).toBe(false);
	});
});
