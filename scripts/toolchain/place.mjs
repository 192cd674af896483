// Everything in scripts/ is plain JavaScript that Node 18 understands: it runs before a newer Node is at hand.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A path inside the repository. */
export const at = (...parts) => join(root, ...parts);

/** An expected failure: its message is the Japanese sentence that the person sees. */
export class Stop extends Error {}
