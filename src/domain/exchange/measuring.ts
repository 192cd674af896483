import * as z from 'zod/mini';

/** Bounds of a network measurement that both sides keep to. */
export const measuringBounds = {
	/** Bytes of one piece, either way: the endpoint gives and takes no more at once. */
	piece: 4_000_000,
	/** Bytes of one measurement, each way. */
	eachWay: 8_000_000,
} as const;

/** `GET /measurements/download?bytes=`: how much to send; 0 tells the round trip alone. */
export const DownloadQuery = z.strictObject({
	bytes: z.int().check(z.nonnegative(), z.maximum(measuringBounds.piece)),
});
export type DownloadQuery = z.infer<typeof DownloadQuery>;

/** How much has arrived; it is thrown away. */
export const UploadAnswer = z.looseObject({ bytes: z.int().check(z.nonnegative()) });
export type UploadAnswer = z.infer<typeof UploadAnswer>;
