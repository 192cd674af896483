import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Chance, as `crypto.getRandomValues` gives it. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/** Backups kept: two days of one an hour. */
const kept = 48;

/** What is left of a backup that was cut off is removed after this long. Milliseconds. */
const abandonedAfter = 24 * 60 * 60 * 1000;

const kinds = { regular: 'masume', beforeRestore: 'masume-before-restore' } as const;

/** A name that sorts by time and meets no other: `masume-2026-11-21T03-00-00Z-1f2e3d4c.ndjson.gz`. */
export function backupName(kind: keyof typeof kinds, now: string, random: Random): string {
	const time = now.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
	return `${kinds[kind]}-${time}-${Buffer.from(random(new Uint8Array(4))).toString('hex')}.ndjson.gz`;
}

const regular = /^masume-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[0-9a-f]{8}\.ndjson\.gz$/;
const part = /^masume-(?:before-restore-)?(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\dZ)-[0-9a-f]{8}\.ndjson\.gz\.part$/;

function isAbandoned(name: string, now: string): boolean {
	const time = part.exec(name);
	return time !== null && Date.parse(now) - Date.parse(`${time[1]}${time[2]}:${time[3]}:${time[4]}`) > abandonedAfter;
}

/**
 * Removes all but the newest 48 regular backups of a folder. Anything else in it stays: what was saved before a restore
 * is for a person to remove.
 */
export async function pruneBackups(folder: string, now: string): Promise<void> {
	const names = await readdir(folder);
	const old = names
		.filter((name) => regular.test(name))
		.sort()
		.slice(0, -kept);
	const abandoned = names.filter((name) => isAbandoned(name, now));
	for (const name of [...old, ...abandoned]) await rm(join(folder, name), { force: true });
}
