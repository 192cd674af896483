/** Rows that one statement takes in; both databases bound its parameters. */
const atOnce = 500;

export const portionsOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
	Array.from({ length: Math.ceil(items.length / atOnce) }, (_portion, index) =>
		items.slice(index * atOnce, (index + 1) * atOnce),
	);
