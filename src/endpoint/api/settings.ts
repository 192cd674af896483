/** How the endpoint stands in its network. */
export interface NetworkSettings {
	/** A proxy in front of us writes `X-Forwarded-For` and `X-Forwarded-Proto`. */
	readonly trustProxy: boolean;
	/** Origins of sites elsewhere whose pages may ask as devices. */
	readonly allowedOrigins: readonly string[];
	/** The origin that people see, where it is not the one we listen on. */
	readonly publicOrigin?: string | undefined;
}
