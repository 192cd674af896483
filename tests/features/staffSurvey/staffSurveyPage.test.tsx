// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { closeYear } from '../../../src/domain/record/closing.ts';
import { setField } from '../../../src/domain/record/edits.ts';
import { foldRecord } from '../../../src/domain/record/fold.ts';
import { readStaffSurvey, staffEntity } from '../../../src/domain/record/staffSurvey.ts';
import { StaffSurveyPage } from '../../../src/features/staffSurvey/StaffSurveyPage.tsx';
import type { Years } from '../../../src/session/years.ts';
import { Device } from '../../domain/record/devices.ts';
import { elementary } from '../../session/browser.ts';
import { happens, standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';

/** Last year's record, where there is one. */
const yearsWith = (before: Device | undefined): Years =>
	({ record: async (year: number) => (year === 2025 ? before?.fold : undefined) }) as unknown as Years;

const opened = async (before?: Device) => {
	const { session, store } = await (await elementary()).visits();
	const page = standing(<StaffSurveyPage session={session} years={yearsWith(before)} />);
	const inputs = (item: string) => page.all<HTMLInputElement>(`#${item} .counts input`);
	const types = (item: string, ...texts: string[]) => {
		for (const [index, text] of texts.entries()) {
			const input = inputs(item)[index];
			if (!input) throw new Error(`no field ${index}`);
			input.value = text;
			happens(input, 'input');
		}
	};
	/** Leaves the last field. */
	const leaves = async (item: string) => {
		happens(inputs(item).at(-1) as HTMLInputElement, 'change');
		await act(async () => session.refresh());
	};
	const counts = (item: string) =>
		readStaffSurvey(session.record()).entries.find((entry) => entry.item.id === item)?.counts;
	return { ...page, ...person(page), session, store, inputs, types, leaves, counts };
};

describe('the counts of an item', () => {
	test('are one value, kept when the field is left', async () => {
		const { types, leaves, counts, sees, session } = await opened();
		types('a1', '10', '１２', '3人', '1');
		expect(counts('a1')).toBeNull();
		await leaves('a1');
		expect(counts('a1')).toEqual([10, 12, 3, 1]);
		await sees('答えた人 26人');
		expect(session.notice.value?.words).toBe('A-1 の人数を記録しました');
	});

	test('are not kept as long as one is missing, and say so', async () => {
		const { types, leaves, counts, sees, all } = await opened();
		types('a1', '10', '12', '', '1');
		await leaves('a1');
		await sees('4つとも入れると記録します。いない場合は0を入れてください。');
		expect(counts('a1')).toBeNull();
		types('a1', '10', '12', '0', '1');
		await leaves('a1');
		expect(counts('a1')).toEqual([10, 12, 0, 1]);
		expect(
			all('.counts-lacking')
				.map(({ textContent }) => textContent)
				.join(''),
		).toBe('');
	});

	test.each(['-1', '1.5', 'x', '1000'])('are none where %s was typed', async (wrong) => {
		const { types, leaves, counts, sees } = await opened();
		types('a1', '10', '12', '3', wrong);
		await leaves('a1');
		await sees('人数は0から999までの整数で入れてください。まだ記録していません。');
		expect(counts('a1')).toBeNull();
	});

	test('can be emptied again: then nobody has entered them, which is not 0', async () => {
		const { types, leaves, counts, one } = await opened();
		types('a1', '10', '12', '3', '1');
		await leaves('a1');
		types('a1', '', '', '', '');
		await leaves('a1');
		expect(counts('a1')).toBeNull();
		expect(one('#a1').textContent).toContain('未入力');
	});

	test('taken back are the ones before', async () => {
		const { types, leaves, session, inputs } = await opened();
		types('a1', '10', '12', '3', '1');
		await leaves('a1');
		types('a1', '11', '12', '3', '0');
		await leaves('a1');
		await act(async () => {
			session.notice.value?.undo?.();
			await session.refresh();
		});
		expect(inputs('a1').map(({ value }) => value)).toEqual(['10', '12', '3', '1']);
	});

	test('that a colleague enters meanwhile do not disturb who is typing, and stand beside what was typed', async () => {
		const { types, leaves, session, inputs, sees } = await opened();
		types('a1', '10', '12');
		await act(async () => {
			await session.take({
				edits: () => [{ entity: staffEntity('a1'), field: 'counts', value: [1, 1, 1, 1], seen: [] }],
			});
		});
		expect(inputs('a1').map(({ value }) => value)).toEqual(['10', '12', '', '']);
		types('a1', '10', '12', '3', '1');
		await leaves('a1');
		await sees('A-1 の人数が食い違っています。');
		await sees('できる 1人・ややできる 1人・あまりできない 1人・ほとんどできない 1人');
	});

	test('are kept when the page hides in the middle', async () => {
		const { types, session, counts } = await opened();
		types('a1', '10', '12', '3', '1');
		happens(window, 'pagehide');
		await act(async () => session.refresh());
		expect(counts('a1')).toEqual([10, 12, 3, 1]);
	});
});

describe('the results', () => {
	test('stand beside last year’s, with the difference in points', async () => {
		const before = new Device('d');
		before.does(setField(before.fold, staffEntity('a1'), 'counts', [5, 8, 7, 6]));
		const { types, leaves, sees, one } = await opened(before);
		await sees('下の線は令和7年度。');
		types('a1', '10', '12', '3', '1');
		await leaves('a1');
		expect(one('.survey-results li').textContent).toContain(
			'84.6%（4項目のうち1項目）令和7年度 50.0%　差 +34.6ポイント',
		);
		expect(one('#a1').textContent).toContain('昨年度 50.0%　差 +34.6ポイント');
	});

	test('give no difference between shares over different items', async () => {
		const before = new Device('d');
		before.does(setField(before.fold, staffEntity('a1'), 'counts', [5, 8, 7, 6]));
		before.does(setField(before.fold, staffEntity('a2'), 'counts', [26, 0, 0, 0]));
		const { types, leaves, sees, one } = await opened(before);
		await sees('下の線は令和7年度。');
		types('a1', '10', '12', '3', '1');
		await leaves('a1');
		expect(one('.survey-results li').textContent).toContain('75.0%　入力した項目が違うため、比較できません');
		expect(one('#a1').textContent).toContain('差 +34.6ポイント');
	});

	test('say so where last year has none', async () => {
		const { sees } = await opened(new Device('d'));
		await sees('昨年度の集計は、この端末にありません。');
	});

	test('point out another number of teachers, and take it', async () => {
		const { types, leaves, sees } = await opened();
		for (const item of ['a1', 'a2']) {
			types(item, '10', '12', '3', '1');
			await leaves(item);
		}
		types('a3', '10', '12', '3', '0');
		await leaves('a3');
		await sees('答えた人数がほかの項目（26人）と違うところがあります。');
		await sees('16項目のうち3項目を入力');
	});
});

describe('a pasted table', () => {
	test('is seen before it is kept, and kept in one step that can be taken back', async () => {
		const { one, presses, sees, counts, session } = await opened();
		one<HTMLTextAreaElement>('.survey-paste textarea').value = Array(16).fill('10\t12\t3\t1').join('\n');
		await presses('読み取る');
		await sees('まだ記録していません。確かめてから記録してください。');
		expect(counts('d4')).toBeNull();
		await presses('この人数で記録する');
		await sees('16項目のうち16項目を入力');
		expect(counts('d4')).toEqual([10, 12, 3, 1]);
		await act(async () => {
			session.notice.value?.undo?.();
			await session.refresh();
		});
		await sees('16項目のうち0項目を入力');
	});

	test('that is none is refused in words', async () => {
		const { one, presses, sees, session } = await opened();
		one<HTMLTextAreaElement>('.survey-paste textarea').value = '10\t12\t3\t1';
		await presses('読み取る');
		await sees('人数の行が1行ありました。');
		expect(readStaffSurvey(session.record())).toEqual(readStaffSurvey(foldRecord([])));
	});
});

test.each(['2026-03-31', '0002-04-01', '2027-04-01', '2026-11-22'])(
	'a day that is none of this year, or has not come (%s), is not kept as the day of the survey',
	async (wrong) => {
		const { session, one } = await opened();
		const enters = async (date: string) => {
			one<HTMLInputElement>('.survey-date').value = date;
			happens(one('.survey-date'), 'change');
			await act(async () => session.refresh());
		};
		await enters('2026-04-01');
		await enters(wrong);
		expect(readStaffSurvey(session.record()).date.value).toBe('2026-04-01');
		expect(one('#survey-day-fault').textContent).toContain('まだ記録していません。');
		await enters('2026-11-21');
		expect(readStaffSurvey(session.record()).date.value).toBe('2026-11-21');
		expect(one('#survey-day-fault').textContent).toBe('');
	},
);

test('a closed year has no table to paste into', async () => {
	const { session, all } = await opened();
	expect(all('.survey-paste')).toHaveLength(1);
	await act(async () => void (await session.take({ edits: closeYear })));
	expect(all('#survey-paste, .survey-paste')).toEqual([]);
});
