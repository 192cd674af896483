import type { Context, Handler } from 'hono';
import { chooseEncoding, matchesTag } from './negotiation.ts';
import { problems } from './problem.ts';
import type { Site, SiteFile } from './site.ts';

const forever = 'public, max-age=31536000, immutable';

const decoded = (path: string): string | undefined => {
	try {
		return decodeURIComponent(path);
	} catch {
		return undefined;
	}
};

// `/actions/x` is a page; `/icons/x.png` asks for a file, and a page in its place would only confuse.
const looksLikeFile = (path: string) => path.startsWith('/assets/') || /\.[a-z0-9]{1,11}$/i.test(path);

/** The file behind a path: itself, its prerendered page, or for any other page the app's shell. */
export function fileFor({ files }: Site, path: string, acceptsPage: boolean): SiteFile | undefined {
	const exact = files.get(path);
	if (exact) return exact;
	const page = path.replace(/\/+$/, '');
	const prerendered = files.get(`${page}/index.html`) ?? files.get(`${page}.html`);
	if (prerendered) return prerendered;
	return acceptsPage && !looksLikeFile(path) ? (files.get('/shell.html') ?? files.get('/index.html')) : undefined;
}

function send(context: Context, file: SiteFile, cacheControl: string): Response {
	const encoding = chooseEncoding(context.req.header('Accept-Encoding'), (known) => known in file.bodies);
	const body = file.bodies[encoding];
	if (body === undefined) throw new Error('a file of the site without its own body');
	const tag = `"${file.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;
	context.header('ETag', tag);
	context.header('Cache-Control', cacheControl);
	if (Object.keys(file.bodies).length > 1) context.header('Vary', 'Accept-Encoding');
	if (matchesTag(context.req.header('If-None-Match'), tag)) return context.body(null, 304);

	if (encoding !== 'identity') context.header('Content-Encoding', encoding);
	context.header('Content-Type', file.type);
	context.header('Content-Length', String(body.byteLength));
	return context.body(body);
}

/** Serves the built site: hashed assets for ever, everything else revalidated at each visit. */
export function serveSite(site: Site): Handler {
	return (context) => {
		const path = decoded(new URL(context.req.url).pathname);
		const acceptsPage = context.req.header('Accept')?.includes('text/html') ?? false;
		const file = path === undefined ? undefined : fileFor(site, path, acceptsPage);
		if (file) return send(context, file, path?.startsWith('/assets/') ? forever : 'no-cache');
		return context.text(`${problems.notFound.title}。${problems.notFound.detail}`, 404, {
			'Cache-Control': 'no-store',
		});
	};
}
