import { render } from 'preact';
import { BoardPages } from '../board/BoardPages.tsx';
import { createBoardApi } from '../board/boardApi.ts';
import { saveFile } from './saveFile.ts';

/** Starts the board's pages instead of the school app: no session, no database, no snapshot of a school is opened. */
export function startBoard(root: HTMLElement): void {
	const robots = document.createElement('meta');
	robots.name = 'robots';
	robots.content = 'noindex';
	document.head.append(robots);
	root.replaceChildren();
	document.documentElement.dataset.ready = '';
	const device = {
		origin: location.origin,
		fragment: location.hash.slice(1),
		save: saveFile,
		print: () => window.print(),
	};
	render(<BoardPages api={createBoardApi((...request) => fetch(...request))} device={device} />, root);
}
