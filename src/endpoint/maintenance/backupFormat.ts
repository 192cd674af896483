import * as z from 'zod/mini';

/**
 * A backup file: gzip of lines of JSON. A head; for each table a line that names its columns, then its rows as arrays in
 * the order of its key; an end with the number of rows and the SHA-256 of every byte before it. The same for every database.
 */
export const formatName = 'masume-endpoint-backup';
export const formatVersion = 1;

export const Head = z.object({
	format: z.literal(formatName),
	version: z.int(),
	/** The level of the tables, as in `storage/migrations.ts`. */
	schemaLevel: z.int().check(z.positive()),
	takenAt: z.string(),
});
export type Head = z.infer<typeof Head>;

export const TableLine = z.strictObject({ table: z.string(), columns: z.array(z.string()) });

export const RowLine = z.array(z.union([z.string(), z.number(), z.null()]));

/** Table → rows. */
export const RowCounts = z.record(z.string(), z.int().check(z.nonnegative()));
export type RowCounts = Readonly<Record<string, number>>;

export const End = z.strictObject({
	end: z.literal(true),
	rows: RowCounts,
	sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type End = z.infer<typeof End>;

export const sameCounts = (a: RowCounts, b: RowCounts): boolean =>
	[...Object.keys(a), ...Object.keys(b)].every((table) => a[table] === b[table]);
