import { expect, test } from 'vitest';
import { setField } from '../../../src/domain/record/edits.ts';
import { readHandover } from '../../../src/domain/record/handover.ts';
import { observationEntity } from '../../../src/domain/record/indicators.ts';
import type { Json } from '../../../src/domain/record/operation.ts';
import { addComment } from '../../../src/domain/record/review/comments.ts';
import { viewYear } from '../../../src/domain/record/yearsCompared.ts';
import { Device, principal } from './devices.ts';
import { plan2025 } from './editions.ts';
import { context } from './plan.ts';

const first = 'sendai-2025-1-1-1-1';
const second = 'sendai-2025-1-1-1-2';

/** A school where somebody has said these things. */
const school = (...said: readonly (readonly [entity: string, field: string, value: Json])[]) => {
	const device = new Device('lead');
	for (const [entity, field, value] of said) device.does(setField(device.fold, entity, field, value));
	return device;
};

const sheetOf = (device: Device) => {
	const { states, own } = viewYear({
		...{ fiscalYear: 2025, edition: plan2025, profile: context.profile, today: '2026-03-18' },
		record: device.fold,
	});
	const theirs = own.map(({ id, measure, text }) => ({ id, measure, text: text.value }));
	return readHandover({ edition: plan2025, record: device.fold, states, own: theirs });
};

test('what is unfinished stands on the sheet in the order of the plan, the school’s own last', () => {
	const device = school(
		[`action/${first}`, 'status', 'achieved'],
		[`action/${second}`, 'status', 'inProgress'],
		['own/x1', 'measure', '1-1-1'],
		['own/x1', 'text', '図書室で使う'],
	);
	const { open, progress } = sheetOf(device);
	const ids = open.map(({ state }) => state.id);
	expect(ids[0]).toBe(second);
	expect(ids).not.toContain(first);
	expect(open.at(-1)).toMatchObject({ code: '1-(1)-①', text: '図書室で使う', own: true });
	// The school's own □ are not the plan's, and 該当なし is nobody's work.
	expect(open).toHaveLength(progress.applicable - progress.achieved + 1);
	expect(open.every(({ state }) => state.status !== 'notApplicable')).toBe(true);
});

test('a □ that was sent back stands there although it is ticked, with what is asked', () => {
	const device = school([`action/${first}`, 'status', 'achieved']);
	device.by = principal;
	device.does(addComment('c1', { action: first, phase: 'midyear', text: '根拠を足してください', returns: true }));
	device.does(addComment('c2', { action: first, phase: 'midyear', text: 'よくできています', returns: false }));
	expect(sheetOf(device).open[0]).toMatchObject({ state: { id: first }, asked: ['根拠を足してください'] });
	device.does(setField(device.fold, 'comment/c1', 'settled', true));
	expect(sheetOf(device).open.map(({ state }) => state.id)).not.toContain(first);
});

test('a scene is unmeasured until somebody has measured it; 未測定 is told from silence', () => {
	const [one, two, three] = plan2025.indicators.map(({ id }) => id);
	const device = school(
		[observationEntity(String(one), 'a'), 'frequency', 'threePerWeek'],
		[observationEntity(String(two), 'a'), 'frequency', 'unmeasured'],
		[observationEntity(String(three), 'a'), 'classes', { count: 0, of: 12 }],
	);
	expect(sheetOf(device).unmeasured.map(({ scene, said }) => [scene.label, said])).toEqual([
		['②', true],
		['④', false],
		['⑤', false],
	]);
});

test('posts are named with the □ that are done, notes as they were written', () => {
	const device = school(
		[`action/${first}`, 'status', 'achieved'],
		[`action/${first}`, 'owner', '教務主任'],
		['action/sendai-2025-1-1-2-1', 'status', 'achieved'],
		['action/sendai-2025-1-1-2-1', 'owner', '教務主任'],
		[`action/${second}`, 'owner', '情報主任'],
		['year', 'handoverNotes', '鍵は職員室\nの鍵箱'],
	);
	const { owners, notes, reviews } = sheetOf(device);
	expect(owners).toEqual([{ post: '教務主任', codes: ['1-(1)-①', '1-(1)-②'] }]);
	expect(notes.value).toBe('鍵は職員室\nの鍵箱');
	expect(reviews.midyear.state).toBe('draft');
});
