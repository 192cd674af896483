// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { closeYear } from '../../../src/domain/record/closing.ts';
import { setField } from '../../../src/domain/record/edits.ts';
import type { Author } from '../../../src/domain/record/operation.ts';
import { addComment } from '../../../src/domain/record/review/comments.ts';
import { readReview, reviewEdit } from '../../../src/domain/record/review/readReview.ts';
import type { ReviewValue } from '../../../src/domain/record/review/states.ts';
import { HomePage } from '../../../src/features/home/HomePage.tsx';
import type { Session } from '../../../src/session/session.ts';
import { type Browser, elementary, lesson, training } from '../../session/browser.ts';
import { good } from '../../store/profile.ts';
import { standing } from '../../ui/page.ts';

const lead: Author = { role: 'ictLead', label: '' };
const principal: Author = { role: 'principal', label: '' };
const text = '指導案の題名と、実施した日を書き足してください。';

/** The page as a post sees it on this device, which passes from hand to hand here. */
async function visits(browser: Browser, author: Author): Promise<Session> {
	const { store } = await browser.visits();
	await good(store.setAuthor(author));
	store.close();
	return (await browser.visits()).session;
}

const moves = (session: Session, value: ReviewValue) =>
	session.take({ edits: (fold) => [reviewEdit(readReview(fold, 'midyear'), value)] });

/** Submitted by the lead, sent back by the principal with a word on two □. */
async function sentBack(): Promise<Browser> {
	const browser = await elementary();
	await moves(await visits(browser, lead), { state: 'submitted' });
	const session = await visits(browser, principal);
	const words = { phase: 'midyear', text, returns: true } as const;
	await session.take({ edits: () => addComment('c1', { action: lesson, ...words }) });
	await session.take({ edits: () => addComment('c2', { action: training, ...words, text: '資料を足してください。' }) });
	await moves(session, { state: 'returned', reason: '根拠が足りません。' });
	return browser;
}

describe('今やること after a 差戻し', () => {
	test('begins with what was sent back: the words, the post, the way to the □; then the phase as a whole', async () => {
		const session = await visits(await sentBack(), lead);
		const { one, all } = standing(<HomePage session={session} />);
		const heads = all('.home-tasks h2').map(({ textContent }) => textContent);
		expect(heads.slice(0, 2)).toEqual(['校長から差し戻された□ 2件', '中間が差し戻されています']);
		expect(one('.returned li').textContent).toContain(`${text}校長 11月21日 14:00`);
		expect(all<HTMLAnchorElement>('.returned .btn').map((link) => link.getAttribute('href'))).toEqual([
			`/actions/${lesson}`,
			`/actions/${training}`,
		]);
		expect(one('.home-tasks section:nth-of-type(2)').textContent).toContain('根拠が足りません。');
		expect(one('.key a[href="/plan?show=returned"]').textContent).toBe('差戻し 2');
		expect(one(`.masu a[href="/actions/${lesson}"]`).getAttribute('aria-label')).toContain('差戻し');
	});

	test('shows it from the last visit’s picture before the record is read, and its words after', async () => {
		const browser = await sentBack();
		await visits(browser, lead);
		const { session, answer } = browser.loads({ held: true });
		const { one, all } = standing(<HomePage session={session} />);
		expect(one('#returned').textContent).toBe('差し戻された□ 2件');
		expect(all('.returned blockquote')).toEqual([]);
		await act(async () => {
			answer();
			await session.open();
		});
		expect(one('#returned').textContent).toBe('校長から差し戻された□ 2件');
		expect(all('.returned blockquote')).toHaveLength(2);
	});

	test('shows it once: what is to be done in this season and after it leaves it out', async () => {
		const session = await visits(await sentBack(), lead);
		await session.set(`action/${lesson}`, 'deadline', 'yearEnd');
		const { all } = standing(<HomePage session={session} />);
		const links = all<HTMLAnchorElement>('.home-tasks li a.plan').map((link) => link.getAttribute('href'));
		expect(links.filter((href) => href === `/actions/${lesson}` || href === `/actions/${training}`)).toHaveLength(2);
		for (const id of ['c1', 'c2']) await act(async () => void (await session.set(`comment/${id}`, 'settled', true)));
		const after = all<HTMLAnchorElement>('.home-tasks li a.plan').map((link) => link.getAttribute('href'));
		expect(after, 'done with, it is a task like any other').toContain(`/actions/${lesson}`);
	});

	test('does not say that all is done where everything left is sent back', async () => {
		const session = await visits(await sentBack(), lead);
		const others = session.ids().filter((id) => ![lesson, training].includes(id));
		await session.take({ edits: (fold) => others.map((id) => setField(fold, `action/${id}`, 'status', 'achieved')) });
		const { one } = standing(<HomePage session={session} />);
		expect(one('.home-tasks').textContent).not.toContain('残っている□はありません');
	});

	test('asks nothing of the principal in a closed year', async () => {
		const browser = await elementary();
		await moves(await visits(browser, lead), { state: 'submitted' });
		const session = await visits(browser, principal);
		const { all } = standing(<HomePage session={session} />);
		expect(all('.review-awaited')).toHaveLength(1);
		await act(async () => void (await session.take({ edits: closeYear })));
		expect(all('.review-awaited, .home-tasks')).toEqual([]);
	});

	test('has it gone when the school has done it', async () => {
		const session = await visits(await sentBack(), lead);
		const { all } = standing(<HomePage session={session} />);
		for (const id of ['c1', 'c2']) await act(async () => void (await session.set(`comment/${id}`, 'settled', true)));
		expect(all('.returned, a[href="/plan?show=returned"]')).toEqual([]);
	});

	test('asks the principal for nothing but to wait, until it is submitted again: then that stands at the top', async () => {
		const browser = await sentBack();
		const session = await visits(browser, principal);
		const { one, all } = standing(<HomePage session={session} />);
		expect(one('#returned').textContent).toBe('差し戻している□ 2件');
		expect(all('.review-awaited')).toEqual([]);
		await act(async () => void (await moves(session, { state: 'submitted' })));
		expect(one('.review-awaited').textContent).toContain('確認を待っているもの 1件');
		expect(one('.review-awaited a').getAttribute('href')).toBe('/review');
		expect(one('.page-head').nextElementSibling).toBe(one('.review-awaited'));
	});

	test('says to the lead whose turn it is', async () => {
		const browser = await elementary();
		const session = await visits(browser, lead);
		const { one, all } = standing(<HomePage session={session} />);
		expect(all('.review-waits')).toEqual([]);
		await act(async () => void (await moves(session, { state: 'submitted' })));
		expect(one('.review-waits').textContent).toContain('中間は校長の確認待ちです');
		await act(async () => void (await session.set('year', 'checksFirst', true)));
		expect(one('.review-waits').textContent).toContain('中間は教頭の確認待ちです');
	});
});
