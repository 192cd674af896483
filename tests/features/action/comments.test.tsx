// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { closeYear } from '../../../src/domain/record/closing.ts';
import type { Role } from '../../../src/domain/record/operation.ts';
import { addComment, readComments } from '../../../src/domain/record/review/comments.ts';
import { ActionPage } from '../../../src/features/action/ActionPage.tsx';
import type { Session } from '../../../src/session/session.ts';
import type { Years } from '../../../src/session/years.ts';
import { elementary, lesson } from '../../session/browser.ts';
import { good } from '../../store/profile.ts';
import { happens, type Standing, standing } from '../../ui/page.ts';
import { PlayedSync } from '../playedSync.ts';

const text = '指導案の題名を書き足してください。';
const years = { edition: async () => undefined, record: async () => undefined } as unknown as Years;

/** A □ with an older word that asked for nothing and one that sends it back, on the device of a post. */
async function page(role: Role, saying = true): Promise<{ session: Session } & Standing> {
	const browser = await elementary();
	const writer = await browser.visits();
	const words = { action: lesson, phase: 'midyear' } as const;
	if (saying) {
		await good(writer.store.setAuthor({ role: 'principal', label: '' }));
		await writer.session.take({ edits: () => addComment('a', { ...words, text: 'よい実践です。', returns: false }) });
		await writer.session.take({ edits: () => addComment('b', { ...words, text, returns: true }) });
	}
	await good(writer.store.setAuthor({ role, label: '' }));
	writer.store.close();
	const { session } = await browser.visits();
	const sync = new PlayedSync();
	const exchange = { status: sync.state, sync: async () => sync };
	return { session, ...standing(<ActionPage session={session} id={lesson} years={years} exchange={exchange} />) };
}

const settled = (session: Session) => act(async () => session.refresh());

describe('取組, of which something was said in 校長確認', () => {
	test('begins with it: what, whose post, which phase; what is older is folded', async () => {
		const { one, all } = await page('ictLead');
		expect(one('.work > section').id).toBe('comments');
		expect(one('#comments > h2').textContent).toBe('差戻し1件');
		expect(one('#comments .quote-returned').textContent).toContain(`${text}校長 11月21日 14:00 中間差戻し`);
		expect(one('.comments-earlier summary').textContent).toBe('これまでのコメント 1件');
		expect(one('.comments-earlier li').textContent).toContain('よい実践です。');
		expect(all('.comments .btn').map((button) => button.getAttribute('aria-label'))).toEqual([`直しました：${text}`]);
		expect(one('.lead svg').getAttribute('aria-label')).toBe('未着手、差戻し');
	});

	test('「直しました」 settles it and can be taken back', async () => {
		const { session, one, all } = await page('ictLead');
		happens(one('.comments .btn'), 'click');
		await settled(session);
		expect(all('.quote-returned')).toEqual([]);
		expect(one('#comments').textContent).toContain('差戻し・直しました');
		expect(session.notice.value?.words).toContain('「直しました」にしました');
		session.notice.value?.undo?.();
		await settled(session);
		expect(all('.quote-returned')).toHaveLength(1);
	});

	test('an answer is a further comment that sends nothing back; an empty one is none', async () => {
		const { session, one } = await page('ictLead');
		const field = one<HTMLTextAreaElement>('#comment');
		happens(one('.comments-answer form'), new Event('submit', { cancelable: true }));
		await settled(session);
		expect(readComments(session.record(), lesson)).toHaveLength(2);
		field.value = ' 足しました。 ';
		happens(one('.comments-answer form'), new Event('submit', { cancelable: true }));
		await settled(session);
		expect(readComments(session.record(), lesson)).toMatchObject([
			{ id: 'a' },
			{ id: 'b', open: true },
			{ text: '足しました。', phase: 'midyear', returns: false, open: false },
		]);
		expect(field.value).toBe('');
	});

	test.each(['vicePrincipal', 'principal'] as const)('%s may answer, too', async (role) => {
		expect((await page(role)).all('#comment, .comments .btn')).toHaveLength(2);
	});

	test('a teacher reads, and is told where it can be answered', async () => {
		const { one, all } = await page('teacher');
		expect(all('#comment, .comments .btn')).toEqual([]);
		expect(one('#comments').textContent).toContain('ICT担当・教頭・校長の端末で入れます');
		expect(one('#comments').textContent).toContain(text);
	});

	test('stands in 変更の履歴, with what became of it', async () => {
		const { session, one, all } = await page('ictLead');
		for (const settle of [true, false, true]) {
			await act(async () => void (await session.set('comment/b', 'settled', settle)));
		}
		expect(one('.history li').textContent).toContain('コメントの対応を まだ 直しました に');
		expect(all('.history li').some((line) => line.textContent?.includes(`差戻し「${text}」`))).toBe(true);
	});

	test('of which nothing was said begins with its 状態', async () => {
		const { one, all } = await page('ictLead', false);
		expect(all('#comments')).toEqual([]);
		expect(one('.work > section').textContent).toContain('状態');
	});
});

test('of a closed year is read: nothing unfolds that could only be refused', async () => {
	const { session, all, one } = await page('ictLead');
	expect(all('.comments-answer')).toHaveLength(1);
	await act(async () => void (await session.take({ edits: closeYear })));
	expect(all('.comments-answer, #comments button')).toEqual([]);
	expect(one('#comments').textContent).toContain(text);
	expect(one('#comments').textContent).not.toContain('端末で入れます');
});
