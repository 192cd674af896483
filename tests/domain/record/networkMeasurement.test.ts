import { describe, expect, test } from 'vitest';
import { deleteEntity, undoEdits } from '../../../src/domain/record/edits.ts';
import type { Measurement } from '../../../src/domain/record/measurement.ts';
import {
	keepMeasurement,
	measuredWords,
	measuringAction,
	ownMeasuring,
	readMeasurements,
} from '../../../src/domain/record/networkMeasurement.ts';
import { readOwnActions } from '../../../src/domain/record/readSchool.ts';
import { loadEdition } from '../../seeds/editions.ts';
import { Device, meet } from './devices.ts';

const [plan2024, plan2025] = [loadEdition('sendai-2024'), loadEdition('sendai-2025')];

const measured = (at: string, more: Partial<Measurement> = {}): Measurement => ({
	...{ at, roundTripMs: 12.3, downMbps: 41.2, upMbps: 8.5, devices: 32, ...more },
});

const keeps = (device: Device, id: string, place: string, at = '2025-11-21T05:00:00.000Z', edition = plan2025) =>
	device.does(keepMeasurement(device.fold, edition, id, { date: at.slice(0, 10), place, measured: measured(at) }));

const standingOwn = (device: Device) => readOwnActions(device.fold).filter(({ liveness }) => liveness !== 'deleted');

describe('a network measurement', () => {
	test('is kept under the □ of the plan that asks for it', () => {
		const device = new Device('d');
		keeps(device, 'm1', '5年1組', undefined, plan2024);
		expect(measuringAction(plan2024)).toBe('sendai-2024-3-1-1-1');
		expect(readMeasurements(device.fold)).toEqual([
			{
				...{ id: 'm1', action: 'sendai-2024-3-1-1-1', date: '2025-11-21', place: '5年1組' },
				measured: measured('2025-11-21T05:00:00.000Z'),
			},
		]);
		expect(readOwnActions(device.fold)).toEqual([]);
	});

	test('is kept under one □ of the school’s own where the plan has none, whoever measures first', () => {
		const [lead, colleague] = [new Device('a'), new Device('b')];
		keeps(lead, 'm1', '5年1組', '2025-11-21T05:00:00.000Z');
		keeps(colleague, 'm2', '体育館', '2025-11-20T05:00:00.000Z');
		meet(lead, colleague);
		keeps(lead, 'm3', '', '2025-11-22T05:00:00.000Z');
		const [own, ...others] = standingOwn(lead);
		expect(others).toEqual([]);
		expect(own).toMatchObject({ id: 'network-measurement', measure: '3-1-1', liveness: 'live' });
		expect(own?.text).toMatchObject({ value: '定期的なネットワーク測定と報告', others: [] });
		expect(readMeasurements(lead.fold).map(({ id, place }) => [id, place])).toEqual([
			['m2', '体育館'],
			['m1', '5年1組'],
			['m3', ''],
		]);
	});

	test('brings its □ back where somebody has deleted it', () => {
		const device = new Device('d');
		keeps(device, 'm1', '5年1組');
		device.does(deleteEntity(device.fold, `own/${ownMeasuring.id}`));
		expect(standingOwn(device)).toEqual([]);
		keeps(device, 'm2', '5年1組');
		expect(standingOwn(device)).toHaveLength(1);
	});

	test('taken back as the first leaves no □ behind, as a later one leaves it standing', () => {
		const device = new Device('d');
		const first = keeps(device, 'm1', '5年1組');
		device.does(undoEdits(device.fold, first));
		expect([standingOwn(device).length, readMeasurements(device.fold).length]).toEqual([0, 0]);
		keeps(device, 'm2', '5年1組');
		const later = keeps(device, 'm3', '体育館');
		device.does(undoEdits(device.fold, later));
		expect([standingOwn(device).length, readMeasurements(device.fold).map(({ id }) => id)]).toEqual([1, ['m2']]);
	});

	test('that a newer or broken app wrote otherwise is passed over', () => {
		const device = new Device('d');
		for (const [index, value] of [
			null,
			'schnell',
			{ at: 'x' },
			{ at: '午後', roundTripMs: 1, downMbps: 1, upMbps: 1 },
			[1, 2],
		].entries()) {
			device.does({ entity: `occurrence/o${index}`, field: 'measured', value, seen: [] });
		}
		expect(readMeasurements(device.fold)).toEqual([]);
	});

	test('says its figures in words; uncounted devices are not spoken of', () => {
		expect(measuredWords(measured(''))).toBe('往復 12.3ミリ秒・下り 41.2 Mbps・上り 8.5 Mbps・使用中の端末 32台');
		expect(measuredWords(measured('', { devices: 0 }))).toContain('使用中の端末 0台');
		expect(measuredWords(measured('', { devices: null }))).not.toContain('端末');
	});
});

describe('the □ with a page of its own', () => {
	test('are these, by edition', () => {
		const tools = (edition: typeof plan2024) =>
			edition.policies
				.flatMap(({ areas }) => areas)
				.flatMap(({ measures }) => measures)
				.flatMap(({ schoolActions }) => schoolActions)
				.flatMap(({ id, tool }) => (tool ? [[tool, id]] : []));
		expect(tools(plan2024)).toEqual([
			['staffChecklist', 'sendai-2024-2-1-1-3'],
			['networkMeasurement', 'sendai-2024-3-1-1-1'],
		]);
		expect(tools(plan2025)).toEqual([['staffChecklist', 'sendai-2025-2-1-1-1']]);
	});

	test('the □ of 3-(1)-① that measurements make stands under a 項目 that the edition has', () => {
		const measures = plan2025.policies.flatMap(({ areas }) => areas).flatMap((area) => area.measures);
		expect(measures.map(({ id }) => id)).toContain(ownMeasuring.measure);
	});
});
