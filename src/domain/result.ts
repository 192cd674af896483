/** An expected failure: a reason the code can switch on, and the Japanese sentence the person sees. */
export interface Refusal<Reason extends string = string> {
	readonly reason: Reason;
	readonly sentence: string;
}

/** The one way expected failures travel. Broken invariants throw instead. */
export type Result<Value, Failure extends Refusal = Refusal> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly refusal: Failure };

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const refuse = <Reason extends string>(
	reason: Reason,
	sentence: string,
): { readonly ok: false; readonly refusal: Refusal<Reason> } => ({ ok: false, refusal: { reason, sentence } });
