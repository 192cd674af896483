import type { ComponentChildren } from 'preact';
import './frame.css';

const entries = [
	{ href: '/', words: '今やること', icon: 'M4 6h3v3H4zM4 15h3v3H4zM11 7.5h9M11 16.5h9' },
	{ href: '/plan', words: '取組一覧', icon: 'M4 4h16v16H4zM4 9.3h16M4 14.7h16M9.3 4v16' },
	{ href: '/indicators', words: '端末活用', icon: 'M4 19.5h16M6.5 19.5v-6h3v6M14.5 19.5v-12h3v12M3.5 4.5h17' },
	{ href: '/review', words: '校長確認', icon: 'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17M8 12.3l2.9 2.9 5.3-6' },
	{ href: '/self-evaluation', words: '自己評価', icon: 'M4 4.5h16v15H4zM7.5 9h9M7.5 12.5h9M7.5 16h5' },
] as const;

/** What is needed a few times a year: at the rail's foot, on phones behind the school's name. */
const behind = {
	href: '/settings',
	words: '設定・引継ぎ',
	icon: 'M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5M8 14.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5',
} as const;

interface FrameProps {
	path: string;
	/** 令和7年度（2025年度） and the school, as words. */
	year: ComponentChildren;
	school: ComponentChildren;
	saving: ComponentChildren;
	children?: ComponentChildren;
}

/** What stands around every page: a rail on wide screens, a bar on narrow ones, the same entries in the same order. */
export function Frame({ path, year, school, saving, children }: FrameProps) {
	return (
		<div class="frame">
			<a class="skip" href="#main">
				本文へ
			</a>
			<nav class="rail" aria-label="主なページ">
				<a class="logo" href="/" aria-label="ます目 今やることへ">
					<span>ま</span>
					<span>す</span>
					<span>目</span>
				</a>
				<ul>
					{entries.map((entry) => (
						<Entry key={entry.href} {...entry} current={isCurrent(entry.href, path)} />
					))}
					<Entry {...behind} current={isBehind(path)} />
				</ul>
			</nav>
			<main class="main" id="main">
				<header class="head">
					<p class="num">
						{year} <b class="school-name">{school}</b>
						<a class="school-link" href="/settings" aria-current={isBehind(path) ? 'page' : undefined}>
							<b>{school}</b>
							<span class="vh">の設定・引継ぎ</span>
							<svg viewBox="0 0 24 24" aria-hidden="true">
								<path d={behind.icon} />
							</svg>
						</a>
					</p>
					<p>{saving}</p>
				</header>
				{children}
			</main>
		</div>
	);
}

const isBehind = (path: string): boolean => /^\/(settings|handover|years|new-year|join)\b/.test(path);

/** Pages that stand behind an entry without bearing its name. */
const under: Readonly<Record<string, RegExp>> = {
	'/plan': /^\/(actions|staff-survey)\b/,
	'/indicators': /^\/measurement\b/,
};

const isCurrent = (href: string, path: string): boolean =>
	href === '/' ? path === '/' : path.startsWith(href) || (under[href]?.test(path) ?? false);

function Entry({ href, words, icon, current }: { href: string; words: string; icon: string; current: boolean }) {
	return (
		<li>
			<a href={href} aria-current={current ? 'page' : undefined}>
				<svg viewBox="0 0 24 24" aria-hidden="true">
					<path d={icon} />
				</svg>
				{words}
			</a>
		</li>
	);
}

const behindPages = [
	{ href: '/settings', words: '設定' },
	{ href: '/handover', words: '引継ぎ・端末' },
	{ href: '/years', words: '年度' },
	{ href: '/new-year', words: '年度替わり' },
] as const;

/** Between the pages that stand behind one entry of the rail. */
export function Subnav({ path }: { path: string }) {
	if (!isBehind(path)) return null;
	return (
		<nav class="subnav" aria-label="設定・引継ぎ">
			{behindPages.map(({ href, words }) => (
				<a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
					{words}
				</a>
			))}
		</nav>
	);
}
