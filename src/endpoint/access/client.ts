import type { IncomingMessage } from 'node:http';

/** What `@hono/node-server` hands over beside the request; absent where the app is asked without a port. */
export interface Environment {
	readonly Bindings: { readonly incoming?: Pick<IncomingMessage, 'socket'> };
}

/** A request as far as it tells where it comes from. */
export interface Arrival {
	readonly req: { header(name: string): string | undefined };
	readonly env: Environment['Bindings'] | undefined;
}

const lastOf = (header: string | undefined) => header?.split(',').at(-1)?.trim() || undefined;

/** All addresses of one household or machine count as one: IPv4 as it is, of IPv6 the network (64 bits). */
function placeOf(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped) return mapped;
	if (!/^[0-9a-f:]{2,39}$/i.test(address)) return /^[\d.]{7,15}$/.test(address) ? address : 'unknown';
	const [head = '', tail] = address.split('::');
	const groups = head.split(':').filter(Boolean);
	const rest = tail?.split(':').filter(Boolean) ?? [];
	const whole =
		tail === undefined
			? groups
			: [...groups, ...Array(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest];
	return `${whole.slice(0, 4).join(':')}::`;
}

/** Where a request comes from. Behind a proxy that is trusted, what that proxy saw: the last entry, which it wrote itself. */
export function clientPlace({ req, env }: Arrival, trustProxy: boolean): string {
	const forwarded = trustProxy ? lastOf(req.header('X-Forwarded-For')) : undefined;
	return placeOf(forwarded ?? env?.incoming?.socket.remoteAddress ?? 'unknown');
}

/** Whether the visitor's browser speaks TLS, with us or with the proxy in front of us. */
export function cameOverTls({ req, env }: Arrival, trustProxy: boolean): boolean {
	const socket = env?.incoming?.socket;
	if (socket && 'encrypted' in socket && socket.encrypted === true) return true;
	return trustProxy && lastOf(req.header('X-Forwarded-Proto')) === 'https';
}
