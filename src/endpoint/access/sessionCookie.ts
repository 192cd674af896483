export const sessionCookieName = 'masume-board';
/** Where the cookie is sent: the board's routes, nowhere else. */
const path = '/api/v1/board';

/** How long a session lasts, in seconds: a working day. */
export const sessionSeconds = 12 * 3600;

/** The session's token in a `Cookie` header; undefined where there is none, or more than one. */
export function sessionIn(cookie: string | undefined): string | undefined {
	const values = (cookie ?? '')
		.split(';')
		.map((part) => part.trim())
		.filter((part) => part.startsWith(`${sessionCookieName}=`))
		.map((part) => part.slice(sessionCookieName.length + 1));
	const [value] = values;
	return values.length === 1 && value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined;
}

const written = (value: string, seconds: number, overTls: boolean) =>
	`${sessionCookieName}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${overTls ? '; Secure' : ''}`;

/** `Set-Cookie` that begins a session. */
export const beginSession = (token: string, overTls: boolean): string => written(token, sessionSeconds, overTls);

/** `Set-Cookie` that takes the session's token away. */
export const endSession = (overTls: boolean): string => written('', 0, overTls);
