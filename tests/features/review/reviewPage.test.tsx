// @vitest-environment happy-dom

import { act } from 'preact/test-utils';
import { LocationProvider } from 'preact-iso';
import { beforeEach, describe, expect, test } from 'vitest';
import { closeYear } from '../../../src/domain/record/closing.ts';
import { addComment } from '../../../src/domain/record/review/comments.ts';
import { ReviewPage } from '../../../src/features/review/ReviewPage.tsx';
import { decide } from '../../../src/session/review.ts';
import { lesson } from '../../session/browser.ts';
import {
	answersAll,
	type Colleague,
	colleague,
	does,
	ratesAll,
	reaches,
	standingAt,
	submitted,
} from '../../session/reviewing.ts';
import { standing } from '../../ui/page.ts';

beforeEach(() => history.replaceState(null, '', '/review'));

/** The device has answered everything that was asked of it so far, and what follows is drawn. */
const answered = async ({ session, store }: Colleague) => {
	for (const _ of ['what was pressed', 'what follows from it']) {
		await act(async () => {
			await session.refresh();
			await store.getSetting('last');
		});
	}
};

/** 校長確認 as somebody sees it at their device. */
async function page(who: Colleague, trial = false) {
	const { session, store, browser } = who;
	const stored = async () => store;
	const drawn = standing(
		<LocationProvider>
			<ReviewPage session={session} store={stored} shelf={browser.shelf} now={() => 1e12} trial={trial} />
		</LocationProvider>,
	);
	await answered(who);
	const words = (selector = 'div') =>
		drawn
			.all(selector)
			.map(({ textContent }) => textContent)
			.join(' ');
	const button = (name: string) => {
		const found = drawn
			.all<HTMLButtonElement>('button')
			.find((each) => each.textContent === name || each.getAttribute('aria-label')?.startsWith(name));
		if (!found) throw new Error(`no button 「${name}」 among ${words('button')}`);
		return found;
	};
	return {
		...drawn,
		words,
		button,
		async presses(name: string) {
			await act(async () => button(name).click());
			await answered(who);
		},
		types(text: string) {
			const field = drawn.one<HTMLTextAreaElement>('textarea');
			void act(() => {
				field.value = text;
				field.dispatchEvent(new Event('input', { bubbles: true }));
			});
		},
	};
}

const result = ({ session }: Colleague, text: string) =>
	act(async () => void (await session.set(`action/${lesson}`, 'result', text)));

describe('the principal at 校長確認', () => {
	test('sees everything at the first look, and from then on only what is new, as a difference', async () => {
		const { principal } = await submitted();
		await result(principal, '4月に年間計画をつくった。');
		const { presses, words, all } = await page(principal);
		expect(words('h2')).toContain('はじめて見ます');
		expect(all('.everything li').length).toBe(standingAt(principal).states.length);
		await presses('ここまで見ました');
		expect(words('h2')).toContain('前回からの変更 0件');
		expect(words()).toContain('前回から変わったところはありません。');

		await result(principal, '4月に年間計画をつくり、5月に見直した。');
		expect(words('h2')).toContain('前回からの変更 1件');
		expect(words('.change-text')).toContain('4月に年間計画をつく');
		expect([words('.change del'), words('.change ins')]).toEqual(['（消した文字）っ', '（足した文字）り、5月に見直し']);
		expect(all('.masu-cell[aria-label$="、前回から変更"]').length).toBe(1);
	});

	test('reads of a 食い違い as one, not as a change that nobody has made, and again when it is settled', async () => {
		const { lead, principal } = await submitted();
		const field = `action/${lesson}`;
		await lead.session.set(field, 'status', 'inProgress');
		await reaches(lead, principal);
		const { presses, words } = await page(principal);
		await presses('ここまで見ました');
		// Each without knowing of the other: 実施中 stands, being less finished.
		await act(async () => {
			await lead.session.set(field, 'status', 'achieved');
			await lead.session.set(field, 'ratingMidyear', 'excellent');
			await principal.session.set(field, 'status', 'notStarted');
			await principal.session.set(field, 'ratingMidyear', null);
		});
		await presses('ここまで見ました');
		await act(async () => reaches(lead, principal));
		expect(words('.change-body')).toContain('食い違い：「達成」も入力されています。決まるまで、表示は前と同じです。');
		expect(words('.change-body')).not.toContain('へ');
		expect(words('.change-drawn')).toBe('');
		expect(words('.key')).not.toContain('＋');
		await presses('ここまで見ました');
		await act(async () => void (await principal.session.set(field, 'status', 'notStarted')));
		expect(words('.change-body')).toContain('食い違いが決まりました：「未着手」です（「達成」ではありません）');
	});

	test('can take back having seen it', async () => {
		const { principal } = await submitted();
		const { presses, words } = await page(principal);
		await presses('ここまで見ました');
		await act(async () => principal.session.notice.value?.undo?.());
		await answered(principal);
		expect(words('h2')).toContain('はじめて見ます');
	});

	test('finds again what was begun to be said of a □, and sends the □ back with it', async () => {
		const { principal } = await submitted();
		const before = await page(principal);
		await before.presses('コメント：1-(1)-①');
		before.types('年間計画を資料に足してください。');
		before.leave();

		const { one, presses, words, all } = await page(principal);
		expect(one<HTMLTextAreaElement>('textarea').value).toBe('年間計画を資料に足してください。');
		await presses('この□を差し戻す');
		expect(words('#returned')).toBe('差戻し中 1件');
		expect(all('textarea').length).toBe(0);
		expect(principal.browser.shelf.keys().filter((key) => key.includes('reviewDraft'))).toEqual([]);
	});

	test('is asked for a reason before anything goes back', async () => {
		const { principal } = await submitted();
		const { presses, one, words, types } = await page(principal);
		await presses('差し戻す');
		expect(one('.review-bar-form [type=submit]').getAttribute('aria-disabled')).toBe('true');
		expect(words('#review-reason-told')).toContain('理由が必要です');
		await presses('差し戻す');
		expect(standingAt(principal).review.state).toBe('submitted');
		types('実績を足してください。');
		expect(one('.review-bar-form [type=submit]').getAttribute('aria-disabled')).toBe('false');
		await presses('差し戻す');
		expect(standingAt(principal).review.step).toMatchObject({ state: 'returned', reason: '実績を足してください。' });
		expect(words('.review-reason')).toBe('実績を足してください。');
	});

	test('reads exactly what an approval covers, and what has changed since', async () => {
		const { principal } = await submitted();
		const { presses, words } = await page(principal);
		const count = standingAt(principal).states.filter(({ status }) => status !== 'notApplicable').length;
		expect(words('.review-bar')).toContain(`提出された□${count}件の内容です`);
		await presses('承認する');
		expect(words('#approval')).toBe('承認された中間');
		await result(principal, '全学年で見直した。');
		expect(words('#approval')).toBe('承認後に変更あり');
		expect(words()).toContain('中間の評価そのものは、承認されたときのままです。');
		await act(async () => void (await principal.session.set(`action/${lesson}`, 'ratingMidyear', 'excellent')));
		expect(words('.change-head')).toBe('中間の評価そのものの変更 1件 そのあとの記録 1件');
		await presses('変更をふくめて承認し直す');
		expect(words('#approval')).toBe('承認された中間');
	});

	test('stays at the phase that was read when the other one waits as well', async () => {
		const { lead, principal } = await submitted();
		await answersAll(lead);
		await decide(lead.session, standingAt(lead, 'final'), 'submit', '');
		await reaches(lead, principal);
		const { presses, words } = await page(principal);
		await presses('承認する');
		expect(words('#review-state')).toContain('中間　承認');
		expect(standingAt(principal, 'final').review.state).toBe('submitted');
	});

	test('is told of a decision made apart, and what settles it', async () => {
		const { lead, principal } = await submitted();
		const other = await colleague('principal');
		await reaches(lead, other);
		await does(other, 'return', '実績を足してください。');
		await does(principal, 'approve');
		await reaches(other, principal);
		const { words } = await page(principal);
		expect(words('.conflict')).toContain('判断が食い違っています。');
		expect(words('.conflict')).toContain('進んでいないほうの「差戻し」として続けます。');
		expect(words('.conflict li')).toMatch(/差戻し.*実績を足してください。.*承認/);
	});
});

describe('others at 校長確認', () => {
	test('the lead reads what is missing, what blocks first, with the way to each □', async () => {
		const lead = await colleague('ictLead');
		const { words, all, button } = await page(lead);
		expect(words('.missing summary')).toMatch(/^評価がまだ \d+件 実績の文がまだ/);
		expect(all('.missing a')[0]?.getAttribute('href')).toBe(`/actions/${lesson}#ratings`);
		expect(button('中間を提出する').getAttribute('aria-disabled')).toBe('true');
		await act(async () => {
			await ratesAll(lead);
		});
		expect(button('中間を提出する').getAttribute('aria-disabled')).toBe('false');
	});

	test('a teacher reads, is told why nothing can be pressed, and pressing does nothing', async () => {
		const { lead } = await submitted();
		const teacher = await colleague('teacher');
		await reaches(lead, teacher);
		const { words, presses, all } = await page(teacher);
		expect(words('.review-bar')).toContain('承認は、校長の端末で行います。');
		await presses('承認する');
		expect(standingAt(teacher).review.state).toBe('submitted');
		expect(words('.review-bar [role=alert]')).toBe('');
		expect(all('.comment-box button').length).toBe(0);
	});

	test('who tries it out is told where the post is changed', async () => {
		const lead = await colleague('ictLead');
		expect((await page(lead, true)).words()).toContain('お試しの間は');
		expect((await page(lead)).words()).not.toContain('お試しの間は');
	});
});

describe('校長確認 of a closed year', () => {
	const closes = ({ session }: Colleague) => act(async () => void (await session.take({ edits: closeYear })));

	test.each(['principal', 'vicePrincipal', 'ictLead'] as const)(
		'%s reads it, is told that it is closed, and finds nothing to press that would be refused',
		async (role) => {
			const { lead } = await submitted();
			const who = await colleague(role);
			await lead.session.take({
				edits: () => addComment('c1', { action: lesson, phase: 'midyear', text: '足してください。', returns: true }),
			});
			await reaches(lead, who);
			const { words, all } = await page(who);
			expect(all('.review-bar')).toHaveLength(1);
			await closes(who);
			expect(words('.review-state')).toContain('令和8年度は締めくくられているため、書き込めません。');
			expect(words('.returned')).toContain('足してください。');
			expect(all('.review-bar, .comment-box button, .returned button, form')).toEqual([]);
		},
	);

	test('a word that was begun before stays on the shelf, and no form of it stands open', async () => {
		const { principal } = await submitted();
		const { presses, types, all } = await page(principal);
		await presses('コメント：1-(1)-①');
		types('資料を足してください。');
		await closes(principal);
		expect(all('textarea')).toEqual([]);
		expect(principal.browser.shelf.keys().filter((key) => key.includes('reviewDraft'))).toHaveLength(1);
	});
});
