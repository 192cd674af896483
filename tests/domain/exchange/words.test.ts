import { describe, expect, test } from 'vitest';
import { isSchoolRole, mayGrant, type SchoolRole } from '../../../src/domain/exchange/words.ts';

const roles: readonly SchoolRole[] = ['teacher', 'ictLead', 'vicePrincipal', 'principal'];

describe('handing a role on', () => {
	test('nobody gives more than was given to them', () => {
		const given = roles.map((ceiling) => roles.filter((role) => mayGrant(ceiling, role)));
		expect(given).toEqual([
			['teacher'],
			['teacher', 'ictLead'],
			['teacher', 'ictLead', 'vicePrincipal'],
			['teacher', 'ictLead', 'vicePrincipal', 'principal'],
		]);
	});

	test('only posts of a school can be enrolled as', () => {
		for (const role of roles) expect(isSchoolRole(role)).toBe(true);
		for (const role of ['board', 'librarian', 'constructor', '']) expect(isSchoolRole(role), role).toBe(false);
	});
});
