import { describe, expect, test } from 'vitest';
import { addOccurrence, changeOccurrence, deleteEntity, reviveEntity } from '../../../src/domain/record/edits.ts';
import { Device, meet, operation } from './devices.ts';
import { stateOf } from './plan.ts';

const entity = 'occurrence/o1';

/** Two devices that both hold one 実施記録. */
function classTogether(): [Device, Device] {
	const [lead, teacher] = [new Device('lead'), new Device('teacher')];
	lead.does(addOccurrence('o1', { action: 'a1', date: '2025-10-03', memo: '5年2組' }));
	meet(lead, teacher);
	return [lead, teacher];
}

describe('deleting', () => {
	test('what nobody else touched is gone, and its text is still in the record', () => {
		const [lead, teacher] = classTogether();
		lead.does(deleteEntity(lead.fold, entity));
		const school = meet(lead, teacher);
		expect(school.liveness(entity)).toBe('deleted');
		expect(stateOf(school).occurrences).toEqual([]);
		expect(school.heads(entity, 'memo').map(({ value }) => value)).toEqual(['5年2組']);
	});

	test('an edit made without knowing of the deletion brings the thing back, flagged', () => {
		const [lead, teacher] = classTogether();
		lead.does(deleteEntity(lead.fold, entity));
		teacher.does(changeOccurrence(teacher.fold, 'o1', { memo: '5年2組 生成AI' }));
		const school = meet(lead, teacher);
		expect(school.liveness(entity)).toBe('revived');
		expect(stateOf(school).occurrences).toMatchObject([{ memo: '5年2組 生成AI', revived: true }]);
	});

	test('a field that the deleting device had never heard of brings it back too', () => {
		const [lead, teacher] = classTogether();
		lead.does(deleteEntity(lead.fold, entity));
		teacher.does(changeOccurrence(teacher.fold, 'o1', { place: '図書室' }));
		expect(meet(lead, teacher).liveness(entity)).toBe('revived');
	});

	test('deleting the revived thing again, now in full knowledge, holds', () => {
		const [lead, teacher] = classTogether();
		lead.does(deleteEntity(lead.fold, entity));
		teacher.does(changeOccurrence(teacher.fold, 'o1', { memo: '別の組' }));
		meet(lead, teacher);
		lead.does(deleteEntity(lead.fold, entity));
		expect(meet(lead, teacher).liveness(entity)).toBe('deleted');
	});

	test('two people deleting the same thing agree', () => {
		const [lead, teacher] = classTogether();
		lead.does(deleteEntity(lead.fold, entity));
		teacher.does(deleteEntity(teacher.fold, entity));
		expect(meet(lead, teacher).liveness(entity)).toBe('deleted');
	});
});

describe('bringing back', () => {
	test('a deleted thing stands again as if nothing had been', () => {
		const [lead] = classTogether();
		lead.does(deleteEntity(lead.fold, entity));
		lead.does(reviveEntity(lead.fold, entity));
		expect(lead.fold.liveness(entity)).toBe('live');
	});

	test('settles what was flagged', () => {
		const [lead, teacher] = classTogether();
		lead.does(deleteEntity(lead.fold, entity));
		teacher.does(changeOccurrence(teacher.fold, 'o1', { memo: '別の組' }));
		meet(lead, teacher);
		teacher.does(reviveEntity(teacher.fold, entity));
		expect(meet(lead, teacher).liveness(entity)).toBe('live');
	});

	test('one person brings it back while another deletes it again: it stands, flagged', () => {
		const [lead, teacher] = classTogether();
		lead.does(deleteEntity(lead.fold, entity));
		meet(lead, teacher);
		lead.does(reviveEntity(lead.fold, entity));
		teacher.does(deleteEntity(teacher.fold, entity));
		expect(meet(lead, teacher).liveness(entity)).toBe('revived');
	});
});

test('a deletion that names what is greater than itself, as no honest device would, deletes nothing', () => {
	const lead = new Device('lead');
	lead.hears([
		operation('x.1', 9, '体育館', { entity, field: 'place' }),
		operation('y.1', 3, true, { entity, field: 'deleted', replaces: ['x.1'] }),
	]);
	expect(lead.fold.liveness(entity)).toBe('revived');
});

test('a thing nobody has written of is absent', () => {
	expect(new Device('lead').fold.liveness('occurrence/none')).toBe('absent');
});
