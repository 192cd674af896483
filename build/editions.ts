import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { PlanEdition } from '../src/domain/plan/edition.ts';

const seeds = new URL('../seeds/', import.meta.url);
const virtual = 'virtual:editions';

/** `sourceText` is for those who check a transcription; the device never shows it. */
const forDevice = (edition: PlanEdition): string =>
	JSON.stringify(edition, (key, value) => (key === 'sourceText' ? undefined : value));

const readEditions = () =>
	readdirSync(seeds)
		.filter((name) => /^[a-z]+-\d{4}\.json$/.test(name))
		.map((name) => JSON.parse(readFileSync(new URL(name, seeds), 'utf8')) as PlanEdition)
		.sort((a, b) => a.fiscalYear - b.fiscalYear)
		.map((edition) => {
			const text = forDevice(edition);
			const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
			return { id: edition.id, fiscalYear: edition.fiscalYear, text, file: `plans/${edition.id}.${digest}.json` };
		});

/** Address of the edition that most devices need first. */
export const latestEditionUrl = (): string => `/${readEditions().at(-1)?.file}`;

/** Editions as files of their own (`plans/…`), and `virtual:editions`, the list that says which there are. */
export const editionsPlugin = (): Plugin => ({
	name: 'masume:editions',
	resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
	load: (id) =>
		id === `\0${virtual}`
			? `export default ${JSON.stringify(readEditions().map(({ id, fiscalYear, file }) => ({ id, fiscalYear, url: `/${file}` })))}`
			: undefined,
	generateBundle() {
		for (const { file, text } of readEditions()) this.emitFile({ type: 'asset', fileName: file, source: text });
	},
});
