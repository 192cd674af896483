import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where things for people to look at are put. */
export const cacheFolder = (name: string): string => {
	const folder = fileURLToPath(new URL(`../../.cache/${name}`, import.meta.url));
	mkdirSync(folder, { recursive: true });
	return folder;
};
