import { describe, expect, test } from 'vitest';
import { maySign, mustBeSigned } from '../../../../src/domain/record/review/authority.ts';

const roles = ['teacher', 'ictLead', 'vicePrincipal', 'principal', 'board'];
const signersOf = (field: string, value: string | boolean | null) =>
	roles.filter((role) => maySign(role, { entity: 'review/final', field, value }));

describe('who may say what in 校長確認', () => {
	test('only operations of the review and its comments need a signature', () => {
		for (const entity of ['review/final', 'comment/c1']) expect(mustBeSigned({ entity }), entity).toBe(true);
		for (const entity of ['action/a1', 'reviewer/final', 'commentary/c1', 'school']) {
			expect(mustBeSigned({ entity }), entity).toBe(false);
		}
	});

	test.each([
		['draft', ['ictLead', 'vicePrincipal', 'principal', 'board']],
		['checked', ['vicePrincipal']],
		['submitted', ['ictLead', 'vicePrincipal', 'principal']],
		['returned', ['vicePrincipal', 'principal']],
		['approved', ['principal']],
		['accepted', ['board']],
	])('%s', (state, may) => {
		expect(signersOf('state', state)).toEqual(may);
	});

	test('a state with its reason and content is a state', () => {
		const approval = { state: 'approved', content: { hash: '0', versionVector: {}, operations: 1 } };
		expect(roles.filter((role) => maySign(role, { entity: 'review/final', field: 'state', value: approval }))).toEqual([
			'principal',
		]);
	});

	test('comments are for everybody who takes part; sending a □ back with one is not', () => {
		const may = (field: string, value: string | boolean) =>
			roles.filter((role) => maySign(role, { entity: 'comment/c1', field, value }));
		expect(may('text', '資料を足してください')).toEqual(['ictLead', 'vicePrincipal', 'principal', 'board']);
		expect(may('settled', true)).toEqual(['ictLead', 'vicePrincipal', 'principal', 'board']);
		expect(may('returns', true)).toEqual(['vicePrincipal', 'principal']);
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
		expect(maySign('owner', { entity: 'review/final', field: 'reason', value: '' })).toBe(false);
	});
});
