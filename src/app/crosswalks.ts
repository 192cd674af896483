import type { Crosswalk } from '../domain/plan/crosswalk.ts';

const files = import.meta.glob<{ default: Crosswalk }>('../../seeds/crosswalk/*.json');

/** The crosswalk beside an edition; undefined where nobody has made one. */
export const crosswalkOf = async (edition: string): Promise<Crosswalk | undefined> =>
	(await files[`../../seeds/crosswalk/${edition}.json`]?.())?.default;
