/**
 * One line for each request to the API. Never the path itself, a query, a body, a token or a code: the pattern of the
 * route says what was asked, municipality and school say of whom.
 */
export interface AccessLine {
	/** ISO 8601 UTC. */
	readonly time: string;
	/** Also in the answer's `X-Request-Id` and in a problem's `instance`. */
	readonly id: string;
	readonly method: string;
	/** `-` where no route answers. */
	readonly route: string;
	readonly status: number;
	readonly ms: number;
	readonly municipality?: string;
	readonly school?: string;
}
