// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { addOwnAction } from '../../../src/domain/record/edits.ts';
import { HomePage } from '../../../src/features/home/HomePage.tsx';
import { elementary } from '../../session/browser.ts';
import { standing } from '../../ui/page.ts';

test('a first □ of the school’s own that arrives while 今やること stands is counted there', async () => {
	const { session } = await (await elementary()).visits();
	const { one } = standing(<HomePage session={session} />);
	expect(one('.sum').textContent).not.toContain('学校独自');

	const added = { measure: '1-1-2', text: '図書委員会が本の紹介動画をつくる。' };
	await act(async () => {
		await session.take({ edits: () => addOwnAction('books', added) });
	});
	expect(one('.sum').textContent).toContain('学校独自 1のうち 0 達成');
});
