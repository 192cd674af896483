// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { App } from '../../src/app/App.tsx';
import type { Wiring } from '../../src/app/wiring.ts';
import { ok } from '../../src/domain/result.ts';
import type { Session } from '../../src/session/session.ts';
import { enrolment, PlayedSync } from '../features/playedSync.ts';
import { Browser, elementary, lesson, Shelf, type Visit } from '../session/browser.ts';
import { standing } from '../ui/page.ts';

let reloads = 0;
const wiringOf = ({ session, store }: Visit, played: PlayedSync): Wiring => ({
	session: Promise.resolve(session),
	exchange: { status: played.state, sync: async () => played },
	join: {
		status: played.state,
		sync: async () => played,
		camera: { open: () => Promise.reject(new TypeError('no camera')), ownReader: async () => undefined },
		trial: async () => undefined,
		beforeInstalling: false,
		enrolling: signal(false),
		onEnrolled: () => undefined,
	},
	handover: {
		status: played.state,
		sync: async () => played,
		store: async () => store,
		now: () => 0,
		origin: 'https://masume.example',
		print: () => undefined,
	},
	shelf: new Shelf(),
	years: {
		list: async () => [],
		edition: async () => undefined,
		editionOf: async () => undefined,
		record: async () => undefined,
		write: async () => ok(undefined),
		current: () => 2025,
		today: () => '2025-11-21',
		open: () => undefined,
	},
	backup: {
		digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
		now: () => 0,
		appVersion: '0.1.0',
		save: () => undefined,
	},
	device: {
		store: async () => store,
		preferences: { textSize: () => 'standard', setTextSize: () => undefined },
		appVersion: '0.1.0',
		licences: async () => '',
	},
	install: { installed: signal(true), prompt: signal(undefined), showsSteps: false },
	update: signal(undefined),
	isNarrow: () => false,
	reload: () => {
		reloads += 1;
	},
});

/** The app at an address, on a visit. */
function app(path: string, visit: Visit, played = new PlayedSync()) {
	history.replaceState(null, '', path);
	const page = standing(<App session={signal<Session | undefined>(visit.session)} wiring={wiringOf(visit, played)} />);
	const button = (words: string) => {
		const found = page.all<HTMLButtonElement>('button').find(({ textContent }) => textContent === words);
		if (!found) throw new Error(`no button 「${words}」`);
		return found;
	};
	return {
		...page,
		square: () => page.one<HTMLButtonElement>(`[id="${lesson}"] [role=checkbox]`),
		alert: () => page.one('[role=alert]'),
		presses: (target: HTMLElement) => act(async () => target.click()),
		button,
		/** Everything the database was asked for has been answered and drawn. */
		settles: () => act(() => visit.session.refresh()),
	};
}

beforeEach(() => {
	reloads = 0;
});

describe('the first start', () => {
	test('leads to the list with one press', async () => {
		const visit = await new Browser().visits();
		const { button, presses, settles, one } = app('/', visit);
		await presses(button('小学校で試してみる'));
		await settles();
		expect(location.pathname).toBe('/plan');
		expect(one('h1').textContent).toBe('取組一覧');
		await expect.poll(() => document.activeElement?.textContent).toBe('取組一覧');
		expect(one('.head').textContent).toContain('小学校（お試し）');
	});
});

describe('a tick in the list', () => {
	test('is checked at once, saved, and says so', async () => {
		const { square, presses, settles, one } = app('/plan', await (await elementary()).visits());
		expect(square().getAttribute('aria-checked')).toBe('false');
		await presses(square());
		expect(square().getAttribute('aria-checked')).toBe('true');
		await settles();
		expect(one('.saving').textContent).toMatch(/端末に保存.*14:00/);
		expect(one('.toast').textContent).toContain('達成');
	});

	test('that cannot be saved comes back, with a sentence and a way to try again that works', async () => {
		const browser = await elementary();
		const { square, alert, presses, settles, one, button } = app('/plan', await browser.visits());
		browser.profile.indexedDB.abortWrites('QuotaExceededError', 1);
		await presses(square());
		await settles();
		expect(square().getAttribute('aria-checked')).toBe('false');
		expect(alert().textContent).toContain('空き容量');
		expect(one('.saving').textContent).toBe('保存できていません');
		await presses(button('もう一度保存する'));
		await settles();
		expect(square().getAttribute('aria-checked')).toBe('true');
		expect(alert().textContent).toBe('');
		expect(one('.saving').textContent).toContain('端末に保存');
	});

	test('after the connection was lost for good offers a fresh page', async () => {
		const browser = await elementary();
		const { square, presses, settles, button } = app('/plan', await browser.visits());
		browser.profile.indexedDB.loseServer(2);
		await presses(square());
		await settles();
		await presses(button('ページを読み込み直す'));
		expect(reloads).toBe(1);
	});

	test('changes its own row and no other', async () => {
		const { square, presses, settles, all } = app('/plan', await (await elementary()).visits());
		const rows = () => all('.action-row').map((row) => row.outerHTML);
		const before = rows();
		await presses(square());
		await settles();
		const changed = rows().filter((row, index) => row !== before[index]);
		expect(changed).toHaveLength(1);
	});
});

test('an address that leads nowhere says so and leads back', async () => {
	const { one } = app('/nowhere', await (await elementary()).visits());
	expect(one('h1').textContent).toBe('ページが見つかりません');
	expect(one('.note a').getAttribute('href')).toBe('/plan');
});

describe('the words at the top', () => {
	const words = async (status: Parameters<PlayedSync['says']>[0]) => {
		const { one, all } = app('/plan', await (await elementary()).visits(), new PlayedSync(status));
		return { words: one('.saving').textContent, leadsTo: one('.saving').getAttribute('href'), red: all('.problem') };
	};
	const arrived = { at: '2026-11-21T05:32:00.000Z', receipt: '2026-E001-412' };

	test.each([
		['no school', {}, '端末に保存しました', '/settings#storage'],
		['waiting', { enrolment, waiting: 2, offline: true }, '端末に保存しました・送信待ち 2件', '/settings#exchange'],
		['arrived', { enrolment, arrived }, '保管庫に届きました 14:32', '/settings#exchange'],
		[
			'refused',
			{ enrolment, arrived, refused: [{ id: 'a.1', reason: 'x', sentence: '' }] },
			'端末に保存しました・受け付けられなかった記録 1件',
			'/settings#exchange',
		],
	])('%s', async (_, status, said, leadsTo) => {
		const told = await words(status);
		expect(told.words?.trim()).toBe(said);
		expect(told.leadsTo).toBe(leadsTo);
		expect(told.red).toEqual([]);
	});

	test('of what is not saved come first', async () => {
		const browser = await elementary();
		const { square, presses, settles, one } = app(
			'/plan',
			await browser.visits(),
			new PlayedSync({ enrolment, arrived }),
		);
		browser.profile.indexedDB.abortWrites('QuotaExceededError', 1);
		await presses(square());
		await settles();
		expect(one('.saving').textContent).toBe('保存できていません');
	});
});

describe('a device and its school', () => {
	test('a revoked one hears of it on every page: what stays, and the way back', async () => {
		const { token: _, ...rest } = enrolment;
		const ended = { ...rest, ended: { at: '2026-11-20T03:00:00.000Z', why: 'revoked' as const } };
		const { one } = app('/plan', await (await elementary()).visits(), new PlayedSync({ enrolment: ended }));
		await expect.poll(() => document.querySelector('.ended')?.textContent).toContain('11月20日 12:00に取り消されて');
		expect(one('.ended').textContent).toContain('記録はこの端末に残っていて');
		expect([...one('.ended').querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
			'/settings#backup',
			'/join',
		]);
	});

	test('設定 and 引継ぎ stand behind one entry, and behind the school’s name', async () => {
		const { all, one } = app('/handover', await (await elementary()).visits());
		expect(all('.rail li a').map((link) => link.textContent)).toEqual([
			'今やること',
			'取組一覧',
			'端末活用',
			'校長確認',
			'自己評価',
			'設定・引継ぎ',
		]);
		expect(one('.rail [aria-current=page]').textContent).toBe('設定・引継ぎ');
		expect(one('.subnav [aria-current=page]').textContent).toBe('引継ぎ・端末');
		expect(one('.school-link').getAttribute('href')).toBe('/settings');
		await expect.poll(() => document.querySelector('h1')?.textContent).toBe('引継ぎ・端末');
	});

	test('an address that names a part of a page leads the keyboard to it', async () => {
		app('/settings#backup', await (await elementary()).visits());
		await expect.poll(() => document.activeElement?.textContent).toBe('バックアップ');
	});

	test('after enrolling at the first start, the heading has the focus that went with its button', async () => {
		const visit = await new Browser().visits();
		const { one } = app('/', visit);
		await act(async () => void (await visit.session.begin('elementary')));
		await expect.poll(() => document.activeElement).toBe(one('h1'));
	});

	test('enrolling at the first start stays on its page though the school is known in between', async () => {
		const browser = new Browser();
		const visit = await browser.visits();
		const played = new PlayedSync();
		played.enrolled = () => new Promise(() => undefined);
		const { one, presses, button } = app('/join', visit, played);
		one<HTMLInputElement>('#join-code').value = '0123456789AB';
		await presses(button('次へ'));
		await expect.poll(() => document.querySelector('.join-confirm h2')?.textContent).toContain('青葉小学校');
		await presses(button('登録する'));
		await act(async () => void (await visit.session.begin('elementary')));
		expect(one('.join-confirm').textContent).toContain('学校の記録を受け取ります');
	});
});
