import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../canonical.ts';
import { foldRecord, type RecordFold } from '../fold.ts';
import { deletedField } from '../liveness.ts';
import { isKnownTo, type VersionVector, versionVectorOf } from '../versionVector.ts';
import type { ContentName } from './states.ts';

/**
 * What an approval covers: everything the school entered of its year, as it stands, in one text. Not what judges it (the
 * review and its comments), not how the year is run (`year`, whether the summary goes), and not what was only carried
 * over. It says what was entered, not what follows from it, so that neither a new app, another edition nor another day
 * changes it.
 */
export function contentText(fold: RecordFold): string {
	const content: Record<string, Record<string, readonly string[]>> = {};
	for (const entity of fold.entities()) {
		if (!isContent(entity) || fold.liveness(entity) === 'deleted') continue;
		const fields = fieldsOf(fold, entity);
		if (Object.keys(fields).length > 0) content[entity] = fields;
	}
	return canonical({ content: 1, entities: content });
}

/** Names what stands in the record now. */
export const nameContent = (fold: RecordFold): ContentName => ({
	hash: contentHash(fold),
	versionVector: versionVectorOf(fold.operations()),
	operations: fold.size,
});

export const contentHash = (fold: RecordFold): string => bytesToHex(sha256(utf8ToBytes(contentText(fold))));

/** What people compare: on the screen, on the printed self-evaluation. */
export const shortHash = ({ hash }: Pick<ContentName, 'hash'>): string => `${hash.slice(0, 4)}-${hash.slice(4, 8)}`;

/** The record as somebody saw it who knew this much. */
export const recordAt = (fold: RecordFold, vector: VersionVector): RecordFold =>
	foldRecord([...fold.operations()].filter((operation) => isKnownTo(vector, operation)));

const isContent = (entity: string): boolean => entity !== 'year' && !/^(review|comment)\//.test(entity);

const nothing = canonical(null);
const notContent: readonly string[] = [deletedField, 'carried', 'summaryAgreed'];

function fieldsOf(fold: RecordFold, entity: string): Record<string, readonly string[]> {
	const fields: Record<string, readonly string[]> = {};
	for (const field of fold.fields(entity)) {
		if (notContent.includes(field)) continue;
		const values = fold.heads(entity, field).map(({ value }) => canonical(value === '' ? null : value));
		// Nothing beside something is a 食い違い; nothing alone is nothing.
		if (values.some((value) => value !== nothing)) fields[field] = [...new Set(values)].sort();
	}
	return fields;
}
