import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlanEdition } from '../domain/plan/edition.ts';

/** A published edition as it is served. */
export interface PublishedPlan {
	readonly id: string;
	readonly municipality: string;
	readonly title: string;
	readonly fiscalYear: number;
	/** The edition as JSON, without `sourceText`, which is for those who check the transcription. */
	readonly text: string;
	/** A strong entity tag, in its quotation marks. */
	readonly tag: string;
}

/** A strong entity tag of these bytes. */
export const tagOf = (text: string): string =>
	`"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;

function published(json: string): PublishedPlan {
	const edition: unknown = JSON.parse(json, (key, value) => (key === 'sourceText' ? undefined : value));
	const { id, municipality, title, fiscalYear } = PlanEdition.parse(edition);
	const text = JSON.stringify(edition);
	return { id, municipality, title, fiscalYear, text, tag: tagOf(text) };
}

/** The editions in a folder (`<plan>-<year>.json`), the latest first. They are part of the program: a faulty one throws. */
export const readPlans = (folder: string): readonly PublishedPlan[] =>
	readdirSync(folder)
		.filter((name) => /^[a-z]+-\d{4}\.json$/.test(name))
		.map((name) => published(readFileSync(join(folder, name), 'utf8')))
		.sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? -1 : 1));
