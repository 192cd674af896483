import { describe, expect, test } from 'vitest';
import { closeYear } from '../../src/domain/record/closing.ts';
import type { Role } from '../../src/domain/record/operation.ts';
import { reviewAfter } from '../../src/domain/record/review/rules.ts';
import { reviewStates } from '../../src/domain/record/review/states.ts';
import {
	awaits,
	decide,
	decisionOn,
	eventsOffered,
	openReturns,
	phaseToShow,
	reasonToReturn,
	standingsOf,
} from '../../src/session/review.ts';
import { commentRefusal, say, settle, settleRefusal } from '../../src/session/reviewComments.ts';
import { Browser, lesson, settled } from './browser.ts';
import { answersAll, type Colleague, colleague, does, ratesAll, reaches, standingAt, submitted } from './reviewing.ts';

const stateAt = (who: Colleague) => standingAt(who).review.state;

const sentence = (who: Colleague, event: Parameters<typeof decisionOn>[1], reason = '') => {
	const decision = decisionOn(standingAt(who), event, reason);
	return decision.ok ? '' : decision.refusal.sentence;
};

const sendsBack = (who: Colleague, text: string): Promise<boolean> =>
	say(who.session, standingAt(who), '1-(1)-①', { action: lesson, text, returns: true });

describe('how a phase stands', () => {
	test('is not told before the record and the post of this device are known', () => {
		expect(standingsOf(new Browser().loads({ held: true }).session)).toBeUndefined();
	});

	test('what is missing is told before it is tried, and nothing is written where it is tried all the same', async () => {
		const lead = await colleague('ictLead');
		expect(sentence(lead, 'submit')).toMatch(/提出の前に直すところが\d+件あります。/);
		expect(await does(lead, 'submit')).toBe(false);
		expect(stateAt(lead)).toBe('draft');
		expect(standingAt(lead).review.steps).toEqual([]);
	});

	test('a submission names what it hands in, and is taken back by a step of its own, not by undoing', async () => {
		const lead = await colleague('ictLead');
		await ratesAll(lead);
		const { content } = standingAt(lead);
		expect(await does(lead, 'submit')).toBe(true);
		expect(standingAt(lead).review.step).toMatchObject({ state: 'submitted', event: 'submit', content });
		expect(lead.session.notice.value).toEqual({ words: '中間を提出しました' });
		expect(await does(lead, 'withdraw')).toBe(true);
		expect(stateAt(lead)).toBe('draft');
	});
});

describe('sending back', () => {
	test('asks for a reason, or for a □ that was sent back', async () => {
		const { principal } = await submitted();
		expect(reasonToReturn(standingAt(principal), ' ')).toBe('');
		expect(sentence(principal, 'return')).toContain('理由が必要です');
		await sendsBack(principal, '資料を足してください。');
		const reason = reasonToReturn(standingAt(principal), ' ');
		expect(reason).toBe('□へのコメント1件のとおりです。');
		expect(await does(principal, 'return', reason)).toBe(true);
		expect(stateAt(principal)).toBe('returned');
	});

	test('holds the next submission up until the school says that it was put right', async () => {
		const { lead, principal } = await submitted();
		await sendsBack(principal, '資料を足してください。');
		await does(principal, 'return', '直してください。');
		await reaches(principal, lead);
		expect(lead.session.row(lesson).value.returned).toBe(true);
		expect(await does(lead, 'submit')).toBe(false);
		const [open] = openReturns(standingAt(lead));
		await settle(lead.session, open?.id ?? '', '1-(1)-①');
		expect(lead.session.row(lesson).value.returned).toBe(false);
		expect(await does(lead, 'submit')).toBe(true);
	});

	test('a comment can be taken back as if it had never been said', async () => {
		const { principal } = await submitted();
		await sendsBack(principal, '資料を足してください。');
		principal.session.notice.value?.undo?.();
		await settled(principal.session);
		expect(standingAt(principal).comments).toEqual([]);
		expect(principal.session.row(lesson).value.returned).toBe(false);
	});

	test.each<[Role, boolean, string]>([
		['teacher', false, 'コメントは、ICT担当・教頭・校長の端末で残せます。'],
		['ictLead', true, '□を差し戻すのは、教頭・校長の端末で行います。'],
	])('%s is told whose device it takes', async (role, returns, words) => {
		const who = await colleague(role);
		expect(commentRefusal(standingAt(who), { text: '直してください', returns })).toBe(words);
		expect(await say(who.session, standingAt(who), '', { action: lesson, text: '直してください', returns })).toBe(
			false,
		);
		expect(standingAt(who).comments).toEqual([]);
	});

	test('after an approval it takes opening the phase again', async () => {
		const { principal } = await submitted();
		await does(principal, 'approve');
		expect(commentRefusal(standingAt(principal), { text: '直してください', returns: true })).toBe(
			'承認したあとの□は、開き直してから差し戻せます。',
		);
		expect(commentRefusal(standingAt(principal), { text: 'よくできています', returns: false })).toBeUndefined();
	});
});

describe('an approval', () => {
	test('covers what stood on the screen, not what arrived while it was pressed', async () => {
		const { lead, principal } = await submitted();
		const seen = standingAt(principal);
		await lead.session.set(`action/${lesson}`, 'result', '全学年で見直した。');
		await reaches(lead, principal);
		await decide(principal.session, seen, 'approve', '');
		const { review, changed } = standingAt(principal);
		expect(review.approval?.content).toEqual(seen.content);
		expect(changed).toBe(true);
	});

	test('is left alone by words of the review, and outdated by what the school enters', async () => {
		const { principal } = await submitted();
		await does(principal, 'approve');
		await say(principal.session, standingAt(principal), '', { action: lesson, text: 'よい。', returns: false });
		expect(standingAt(principal).changed).toBe(false);
		expect(sentence(principal, 'approve')).toBe('この内容は、もう承認されています。');
		await principal.session.set(`action/${lesson}`, 'result', '全学年で見直した。');
		expect(standingAt(principal).changed).toBe(true);
		expect(eventsOffered(standingAt(principal))).toEqual(['reopen', 'approve']);
		expect(await does(principal, 'approve')).toBe(true);
		expect(standingAt(principal).changed).toBe(false);
	});

	test('waits for the vice principal where the school wants it', async () => {
		const { lead, principal } = await submitted();
		const vice = await colleague('vicePrincipal');
		await lead.session.set('year', 'checksFirst', true);
		for (const each of [vice, principal]) await reaches(lead, each);
		expect(await does(principal, 'approve')).toBe(false);
		expect(await does(vice, 'check')).toBe(true);
		await reaches(vice, principal);
		expect(await does(principal, 'approve')).toBe(true);
	});
});

test('an approval and a return made apart both stand, the less finished first, until one more step settles them', async () => {
	const { lead, principal } = await submitted();
	const other = await colleague('principal');
	await reaches(lead, other);
	await does(principal, 'approve');
	await does(other, 'return', '実績を足してください。');
	await reaches(other, principal);
	await reaches(principal, other);
	for (const each of [principal, other]) {
		const { review } = standingAt(each);
		expect([review.state, review.others.map(({ state }) => state)]).toEqual(['returned', ['approved']]);
	}
	await reaches(principal, lead);
	expect(await does(lead, 'submit')).toBe(true);
	expect(standingAt(lead).review).toMatchObject({ state: 'submitted', others: [] });
});

test('what the board has accepted stays shut, also where the school had opened it again without knowing', async () => {
	const { principal } = await submitted();
	await does(principal, 'approve');
	const board = await colleague('board');
	await reaches(principal, board);
	await does(board, 'accept');
	await does(principal, 'reopen', '12月の分をふくめます。');
	await reaches(board, principal);
	expect(standingAt(principal).review).toMatchObject({ state: 'draft', locked: true });
	expect(eventsOffered(standingAt(principal))).toEqual(['reopen']);
	expect(sentence(principal, 'reopen', 'もう一度')).toContain('教育委員会に開き直しを頼んでください。');
	expect(await does(principal, 'submit')).toBe(false);
});

describe('what a post is offered', () => {
	const roles: readonly Role[] = ['ictLead', 'vicePrincipal', 'principal', 'teacher'];
	test.each(reviewStates.flatMap((state) => roles.map((role) => [state, role] as const)))(
		'when %s, to %s, fits the state: if it is refused, then not because it came at the wrong time',
		async (state, role) => {
			const standing = standingAt(await colleague(role));
			const review = { ...standing.review, state, locked: state === 'accepted' };
			const offered = eventsOffered({ ...standing, review, changed: true });
			expect(offered.length).toBeGreaterThan(0);
			for (const event of offered) {
				const situation = { event, state, role, missing: 0, reason: 'x', checksFirst: false, changed: true };
				const after = reviewAfter(situation);
				expect(after.ok ? 'allowed' : after.refusal.reason).toMatch(/^(allowed|wrongPost|locked)$/);
			}
		},
	);
});

describe('the phase shown first', () => {
	const autumn = { today: '2026-11-21', fiscalYear: 2026 };
	const shownTo = ({ session }: Colleague, at = autumn) => {
		const standings = standingsOf(session);
		return standings && phaseToShow(standings, at);
	};

	test('is 中間 at first, and 最終 from January on once 中間 is decided', async () => {
		const { principal } = await submitted();
		expect(shownTo(principal)).toBe('midyear');
		await does(principal, 'approve');
		expect(shownTo(principal)).toBe('midyear');
		expect(shownTo(principal, { ...autumn, today: '2027-01-08' })).toBe('final');
	});

	test('is the one that waits for this post, whatever else has begun', async () => {
		const { lead, principal } = await submitted();
		await answersAll(lead);
		expect(await decide(lead.session, standingAt(lead, 'final'), 'submit', '')).toBe(true);
		await reaches(lead, principal);
		expect(shownTo(principal)).toBe('midyear');
		await does(principal, 'approve');
		expect(shownTo(principal)).toBe('final');
	});
});

test('in a closed year nothing is offered, nothing waits for anybody, and a decision is refused with the way to open it', async () => {
	const { principal } = await submitted();
	expect(awaits(standingAt(principal))).toBe(true);
	await principal.session.take({ edits: closeYear });
	const standing = standingAt(principal);
	expect([eventsOffered(standing), awaits(standing)]).toEqual([[], false]);
	expect(decisionOn(standing, 'approve', '')).toMatchObject({ refusal: { reason: 'yearClosed' } });
	expect(commentRefusal(standing, { text: '足してください。', returns: true })).toContain('開き直してください');
	expect(settleRefusal(standing)).toContain('開き直してください');
});
