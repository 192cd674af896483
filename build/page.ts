import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Plugin } from 'vite';
import { latestEditionUrl } from './editions.ts';

/**
 * Runs before anything is drawn: a device that has a record is not shown the first start, the board's pages show neither
 * of the two and need no edition, and the text has its size.
 * The two keys are `snapshotKey` and `textSizeKey`.
 */
const bootWith = (edition: string) =>
	`try{const d=document.documentElement.dataset;if(/^\\/board(\\/|$)/.test(location.pathname))d.board="";else document.head.append(Object.assign(document.createElement("link"),{rel:"preload",as:"fetch",crossOrigin:"",href:"${edition}"}));const s=localStorage;if(s["masume.snapshot.1"])d.started="";const t=s["masume.textSize"];if(t)d.textSize=t}catch{}`;

const prerender = async (): Promise<{ firstStart: string; frame: string }> => {
	const server = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' });
	try {
		const module = await server.ssrLoadModule('/src/app/prerender.tsx');
		return { firstStart: module.firstStart(), frame: module.emptyFrame() };
	} finally {
		await server.close();
	}
};

/** Design tokens that no rule uses are not sent to anybody. */
const withoutUnusedTokens = (css: string): string => {
	const used = (text: string) => new Set(text.match(/var\(--[\w-]+/g)?.map((name) => name.slice(4)));
	const names = used(css);
	return css.replace(/(--[\w-]+):[^;{}]*;?/g, (declaration, name) => (names.has(name) ? declaration : ''));
};

const hashes = (html: string, tag: 'script' | 'style'): string[] =>
	[...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(
		([, text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`,
	);

/**
 * The first screen as real HTML: first start and frame drawn in, the styles of the first load inside the page (one
 * round trip less on a slow line), and `csp.json` with the hashes that let just these through the policy.
 */
export const pagePlugin = (): Plugin => {
	let outDir = '';
	let drawn: Awaited<ReturnType<typeof prerender>>;
	return {
		name: 'masume:page',
		apply: 'build',
		enforce: 'post',
		configResolved: (config) => {
			outDir = config.build.outDir;
		},
		async buildStart() {
			drawn = await prerender();
		},
		transformIndexHtml: (html) =>
			html
				.replace('<!-- boot -->', `<script>${bootWith(latestEditionUrl())}</script>`)
				.replace('<!-- first start -->', drawn.firstStart)
				.replace('<!-- frame -->', drawn.frame),
		generateBundle(_options, bundle) {
			const page = bundle['index.html'];
			if (page?.type !== 'asset') return;
			page.source = String(page.source).replace(/<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g, (_link, file) => {
				const sheet = bundle[file];
				if (sheet?.type !== 'asset') throw new Error(`no stylesheet ${file}`);
				const css = String(sheet.source);
				// A part that is loaded later may ask for a sheet it shares with the page: it gets one without rules.
				sheet.source = '/* in the page */';
				return `<style>${withoutUnusedTokens(css)}</style>`;
			});
		},
		writeBundle() {
			const html = readFileSync(`${outDir}/index.html`, 'utf8');
			writeFileSync(
				`${outDir}/csp.json`,
				JSON.stringify({ script: hashes(html, 'script'), style: hashes(html, 'style') }),
			);
		},
	};
};
