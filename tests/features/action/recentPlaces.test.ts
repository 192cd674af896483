import { describe, expect, test } from 'vitest';
import { addOccurrence, deleteEntity } from '../../../src/domain/record/edits.ts';
import { recentPlaces } from '../../../src/features/action/recentPlaces.ts';
import { Device } from '../../domain/record/devices.ts';

/** A school that recorded in these places, one after the other, under various □. */
const recorded = (...places: string[]): Device => {
	const device = new Device('d');
	for (const [index, place] of places.entries()) {
		device.does(addOccurrence(`o${index}`, { action: `a${index % 2}`, date: '2025-10-01', place }));
	}
	return device;
};

describe('the places offered for the next 実施記録', () => {
	test('are the newest of the whole school first, each once, and no more than asked for', () => {
		const { fold } = recorded('5年1組', '6年1組', '5年1組', '体育館', '6年1組');
		expect(recentPlaces(fold, 6)).toEqual(['6年1組', '体育館', '5年1組']);
		expect(recentPlaces(fold, 2)).toEqual(['6年1組', '体育館']);
	});

	test('leave out empty places and deleted records', () => {
		const device = recorded('5年1組', '', '取り消した学級');
		device.does(deleteEntity(device.fold, 'occurrence/o2'));
		expect(recentPlaces(device.fold, 6)).toEqual(['5年1組']);
	});

	test('leave out where a network was measured: that is no class', () => {
		const device = recorded('5年1組', '体育館');
		device.does({ entity: 'occurrence/o1', field: 'measured', value: { at: '' }, seen: [] });
		expect(recentPlaces(device.fold, 6)).toEqual(['5年1組']);
	});

	test('are none in April', () => {
		expect(recentPlaces(new Device('d').fold, 6)).toEqual([]);
	});
});
