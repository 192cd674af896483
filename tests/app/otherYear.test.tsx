// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { OtherYear } from '../../src/app/OtherYear.tsx';
import { closeYear } from '../../src/domain/record/closing.ts';
import type { Years } from '../../src/session/years.ts';
import { person } from '../features/arriving.ts';
import { elementary, lesson, type Visit } from '../session/browser.ts';
import { year } from '../store/profile.ts';
import { standing } from '../ui/page.ts';

const opened: number[] = [];
const years: Years = {
	list: async () => [],
	edition: async () => undefined,
	editionOf: async () => undefined,
	record: async () => undefined,
	write: async () => ({ ok: true, value: undefined }),
	current: () => year,
	today: () => '2026-11-21',
	open: (fiscalYear) => void opened.push(fiscalYear),
};

const above = ({ session }: Visit) => person(standing(<OtherYear session={session} years={years} />));

describe('at the top of every page', () => {
	test('nothing is said of the current year', async () => {
		expect(above(await (await elementary()).visits()).seen()).toBe('');
	});

	test('another year is named, what is entered goes there, and one press leads back', async () => {
		const { seen, presses } = above(await (await elementary()).visits({ fiscalYear: year - 1 }));
		expect(seen()).toContain('令和7年度の記録を見ています。');
		expect(seen()).toContain('令和7年度の記録になります');
		await presses('令和8年度にもどる');
		expect(opened).toEqual([year]);
	});

	test('a closed year is only read, and says what of this device waits for its reopening', async () => {
		const visit = await (await elementary()).visits();
		const { sees, seen } = above(visit);
		await act(async () => void (await visit.session.take({ edits: closeYear })));
		await sees('締めくくった年度なので、読むだけ');
		expect(seen()).not.toContain('もどる');
		await act(
			async () => void (await visit.session.set(`action/${lesson}`, 'result', '全学級で実施した。', { seen: [] })),
		);
		await sees('この端末で入力した1件は、書き込まれていません');
		await sees('全学級で実施した。');
	});
});
