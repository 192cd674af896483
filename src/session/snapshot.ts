import type { SchoolProfile } from '../domain/record/reading.ts';
import type { Row } from './row.ts';

/** An own □ as a list needs it. */
export interface OwnRow {
	readonly id: string;
	readonly measure: string;
	readonly text: string;
}

/**
 * What the last visit showed, kept where it can be read without waiting, so that the next visit paints at once.
 * It is never a source: the record replaces it as soon as the database has answered.
 */
export interface Snapshot {
	readonly edition: string;
	readonly fiscalYear: number;
	readonly profile: SchoolProfile;
	readonly rows: Readonly<Record<string, Row>>;
	readonly own: readonly OwnRow[];
}

/** A place to keep the snapshot and unsaved drafts: localStorage in the app, a map in tests. */
export interface TextShelf {
	read(key: string): string | null;
	/** Returns false where the text could not be kept. */
	write(key: string, text: string): boolean;
	remove(key: string): void;
	keys(): readonly string[];
}

/** Also looked for by the page before any script has run: who has one is not shown the first start. */
export const snapshotKey = 'masume.snapshot.1';

export const readSnapshot = (shelf: TextShelf): Snapshot | undefined => {
	const text = shelf.read(snapshotKey);
	if (text === null) return undefined;
	try {
		return JSON.parse(text) as Snapshot;
	} catch {
		shelf.remove(snapshotKey);
		return undefined;
	}
};

export const writeSnapshot = (shelf: TextShelf, snapshot: Snapshot): void => {
	if (!shelf.write(snapshotKey, JSON.stringify(snapshot))) shelf.remove(snapshotKey);
};
