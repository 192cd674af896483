import type { Standing } from '../../session/review.ts';
import type { Session } from '../../session/session.ts';
import type { TextShelf } from '../../session/snapshot.ts';
import type { Place } from './place.ts';

/** What every part of the page is handed. */
export interface ReviewProps {
	readonly session: Session;
	readonly standing: Standing;
	/** Finds a □ in words. */
	readonly place: (id: string) => Place;
	/** Where words stand that are not said yet. */
	readonly shelf: TextShelf;
}
