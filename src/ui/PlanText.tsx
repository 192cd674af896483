import type { VNode } from 'preact';

/** Words that must not be torn at a line's end, and the last five characters, so that no sentence ends on an orphan. */
const together = /年[1１]回(?:以上)?|週[1-3１-３]回(?:以上)?|[1１]人[1１]台|生成(?:AI|ＡＩ)|.{1,5}$/gu;

/** A sentence of the plan, unchanged, with its unbreakable pieces kept whole. */
export function PlanText({ text }: { text: string }) {
	const pieces: (string | VNode)[] = [];
	let from = 0;
	for (const match of text.matchAll(together)) {
		if (match.index > from) pieces.push(text.slice(from, match.index));
		pieces.push(<span class="nb">{match[0]}</span>);
		from = match.index + match[0].length;
	}
	return <>{pieces}</>;
}
