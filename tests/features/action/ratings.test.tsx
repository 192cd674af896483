// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { ActionPage } from '../../../src/features/action/ActionPage.tsx';
import type { Years } from '../../../src/session/years.ts';
import { lesson } from '../../session/browser.ts';
import { colleague, does, reaches, submitted } from '../../session/reviewing.ts';
import { standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';
import { PlayedSync } from '../playedSync.ts';

const years = { edition: async () => undefined, record: async () => undefined } as unknown as Years;

test('a ◎○△ that the board has accepted can only be read, until the board opens it again', async () => {
	const { lead, principal } = await submitted();
	await does(principal, 'approve');
	const board = await colleague('board');
	await reaches(principal, board);
	await does(board, 'accept');

	const sync = new PlayedSync();
	const exchange = { status: sync.state, sync: async () => sync };
	const page = standing(<ActionPage session={lead.session} id={lesson} years={years} exchange={exchange} />);
	const { sees, seen } = person(page);
	const shut = (field: string) => page.one(`input[name=${field}]`).closest<HTMLFieldSetElement>('.read-only')?.disabled;
	// Where 「評価がまだ」 leads to: the marks themselves, not the legend under them.
	expect(page.all('#ratings input[type=radio]')).toHaveLength(6);
	expect(seen()).not.toContain('受理した');
	expect([shut('ratingMidyear'), shut('ratingFinal')]).toEqual([false, false]);

	await reaches(board, lead);
	await sees('中間は、教育委員会が受理したため変えられません。');
	expect([shut('ratingMidyear'), shut('ratingFinal')]).toEqual([true, false]);

	await does(board, 'reopen', '学校の申し出により開き直します。');
	await reaches(board, lead);
	await expect.poll(() => shut('ratingMidyear')).toBe(false);
	expect(seen()).not.toContain('受理した');
});
