import { schoolType } from '../domain/record/fields.ts';
import type { SchoolProfile } from '../domain/record/reading.ts';
import { type Row, untouchedRow } from './row.ts';

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
	const snapshot = snapshotIn(text);
	if (!snapshot) shelf.remove(snapshotKey);
	return snapshot;
};

export const writeSnapshot = (shelf: TextShelf, snapshot: Snapshot): void => {
	if (!shelf.write(snapshotKey, JSON.stringify(snapshot))) shelf.remove(snapshotKey);
};

/** Anybody may have written on the shelf; what cannot be painted is not taken for a picture. */
const snapshotIn = (text: string): Snapshot | undefined => {
	try {
		const { edition, fiscalYear, profile, rows, own } = JSON.parse(text) as Partial<Snapshot>;
		const known = typeof edition === 'string' && typeof fiscalYear === 'number' && isProfile(profile);
		if (!known || !isObject(rows) || !Object.values(rows).every(isRow) || !Array.isArray(own)) return undefined;
		return own.every(isOwnRow) ? { edition, fiscalYear, profile, rows, own } : undefined;
	} catch {
		return undefined;
	}
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isProfile = (value: unknown): value is SchoolProfile =>
	isObject(value) &&
	typeof value.name === 'string' &&
	typeof value.schoolType === 'string' &&
	schoolType.parse(value.schoolType) !== undefined &&
	Array.isArray(value.units);

const isRow = (value: unknown): value is Row =>
	isObject(value) &&
	Object.entries(untouchedRow).every(([field, usual]) => usual === null || typeof value[field] === typeof usual);

const isOwnRow = (value: unknown): value is OwnRow =>
	isObject(value) && [value.id, value.measure, value.text].every((word) => typeof word === 'string');
