const patience = 10_000;
const pause = 40;

/** Asks again and again until the answer is neither undefined, null nor false; gives up with the last thing it saw. */
export async function until<Value>(
	what: string,
	ask: () => Promise<Value>,
	explain: () => Promise<string> = async () => '',
): Promise<NonNullable<Exclude<Value, false>>> {
	const end = Date.now() + patience;
	let trouble = '';
	while (Date.now() < end) {
		try {
			const answer = await ask();
			if (answer !== undefined && answer !== null && answer !== false) return answer as never;
			trouble = '';
		} catch (error) {
			// A page that is just being replaced cannot answer; the next one will.
			trouble = String(error);
		}
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
	throw new Error(`never came: ${what}\n${trouble}\n${await explain().catch(String)}`);
}
