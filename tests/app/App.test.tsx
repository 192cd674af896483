// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { App } from '../../src/app/App.tsx';
import type { Wiring } from '../../src/app/wiring.ts';
import type { Session } from '../../src/session/session.ts';
import { Browser, elementary, lesson, type Visit } from '../session/browser.ts';
import { standing } from '../ui/page.ts';

let reloads = 0;
const wiringOf = ({ session, store }: Visit): Wiring => ({
	session: Promise.resolve(session),
	earlier: { edition: async () => undefined, record: async () => undefined },
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
function app(path: string, visit: Visit) {
	history.replaceState(null, '', path);
	const page = standing(<App session={signal<Session | undefined>(visit.session)} wiring={wiringOf(visit)} />);
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
