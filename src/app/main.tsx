import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import '../ui/marks.css';
import { signal } from '@preact/signals';
import { hydrate, render } from 'preact';
import type { SchoolType } from '../domain/plan/edition.ts';
import type { Session } from '../session/session.ts';
import { App } from './App.tsx';
import { afterPaint, wire } from './wiring.ts';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');

// Not awaited: the board's part imports from this very file, and would wait for it to end.
void (/^\/board(\/|$)/.test(location.pathname) ? openBoard(root) : startSchool(root));

async function openBoard(root: HTMLElement): Promise<void> {
	const board = await import('./startBoard.tsx').catch(() => undefined);
	if (board) return board.startBoard(root);
	root.textContent = 'ページを開けませんでした。通信を確かめて、読み込み直してください。';
	document.documentElement.dataset.ready = '';
}

async function startSchool(root: HTMLElement): Promise<void> {
	const wiring = wire();
	const session = signal<Session | undefined>(undefined);
	const started = 'started' in document.documentElement.dataset;
	const app = <App session={session} wiring={wiring} />;

	// The first start stands in the page already and only needs its handlers. For everybody else the frame stands there
	// until the edition has come; then the page is drawn over it in one go.
	if (!started) hydrate(app, root);

	const current = await wiring.session;
	session.value = current;
	if (started) {
		root.replaceChildren();
		render(app, root);
	}
	document.documentElement.dataset.ready = '';
	// Hidden from here on, and a second #main beside the page's own.
	document.getElementById('frame')?.remove();

	/** The first start's form, sent before its script was there. */
	const asked = new URLSearchParams(location.search).get('schoolType') as SchoolType | null;

	afterPaint(async () => {
		if (asked && !current.profile.value) await current.begin(asked);
		await current.open();
		void wiring.exchange.sync().catch(() => undefined);
		const { watchForUpdates } = await import('../offline/update.ts');
		watchForUpdates(wiring.update);
	});
}
