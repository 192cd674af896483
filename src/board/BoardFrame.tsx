import type { ComponentChildren } from 'preact';
import type { SessionAnswer } from '../domain/exchange/board.ts';
import './board.css';

const entries = [
	{ href: '/board', words: '学校' },
	{ href: '/board/reviews', words: '提出状況' },
	{ href: '/board/import', words: 'まとめて登録' },
	{ href: '/board/codes', words: '登録コード' },
] as const;

interface BoardFrameProps {
	/** Undefined while nobody is signed in: then there is nowhere to go. */
	session: SessionAnswer | undefined;
	path: string;
	onSignOut: () => void;
	children?: ComponentChildren;
}

/** What stands around every page of the board: whose it is, where one can go, the way out. */
export function BoardFrame({ session, path, onSignOut, children }: BoardFrameProps) {
	return (
		<div class="board">
			<a class="skip" href="#main">
				本文へ
			</a>
			<header class="board-head">
				<p class="board-logo">
					<span class="vh">ます目</span>
					<span aria-hidden="true">ま</span>
					<span aria-hidden="true">す</span>
					<span aria-hidden="true">目</span>
				</p>
				<p class="board-who">
					<b>{session?.municipalityName ?? '教育委員会'}</b>
				</p>
				{session && (
					<>
						<nav class="board-nav" aria-label="主なページ">
							<ul>
								{entries.map(({ href, words }) => (
									<li key={href}>
										<a href={href} aria-current={path === href ? 'page' : undefined}>
											{words}
										</a>
									</li>
								))}
							</ul>
						</nav>
						<p class="board-out small">
							<span>{session.loginName}</span>
							<button type="button" class="btn btn-line" onClick={onSignOut}>
								ログアウト
							</button>
						</p>
					</>
				)}
			</header>
			<main class="board-main" id="main" tabIndex={-1}>
				{children}
			</main>
		</div>
	);
}
