import type { Summary } from '../../domain/summary/schema.ts';

/** Exactly the JSON that goes, broken into lines a person can follow: one for each □, one for everything else. */
export const summaryText = (summary: Summary): string =>
	`{\n${Object.entries(summary)
		.map(([name, value]) => `  ${JSON.stringify(name)}: ${valueText(value)}`)
		.join(',\n')}\n}`;

const valueText = (value: unknown): string =>
	Array.isArray(value) && value.length > 0
		? `[\n${value.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]`
		: JSON.stringify(value);
