import { useMemo } from 'preact/hooks';
import type { ReadingContext } from '../../domain/record/reading.ts';
import { changesSince } from '../../domain/record/review/changes.ts';
import type { VersionVector } from '../../domain/record/versionVector.ts';
import type { Standing } from '../../session/review.ts';
import type { Look } from '../../session/reviewLook.ts';
import type { Session } from '../../session/session.ts';
import { type Item, itemsOf } from './items.ts';

export interface News {
	/** Since the reader's last look; nothing at the first. */
	readonly news: readonly Item[];
	/** Since the phase was approved, where that is not what stands there now. */
	readonly sinceApproved: readonly Item[];
	/** Since the phase was last submitted. */
	readonly sinceSubmitted: readonly Item[];
}

/** What changed since one of the moments that matter to a reader. */
export function useNews(session: Session, standing: Standing, look: Look | undefined): News {
	const { changed, content, review } = standing;
	const submitted = review.steps.findLast(({ event }) => event === 'submit')?.content;
	const moved = submitted?.hash !== content.hash;
	return {
		news: useItems(session, standing, look?.versionVector),
		sinceApproved: useItems(session, standing, changed ? review.approval?.content?.versionVector : undefined),
		sinceSubmitted: useItems(session, standing, moved ? submitted?.versionVector : undefined),
	};
}

/** What changed since somebody knew this much; nothing where it is not known how much that was. */
function useItems(session: Session, standing: Standing, since: VersionVector | undefined): readonly Item[] {
	const profile = session.profile.value;
	return useMemo(() => {
		if (!since || !profile) return [];
		const { edition, fiscalYear } = session;
		const context: ReadingContext = { edition, fiscalYear, profile, today: session.today() };
		return itemsOf(changesSince(session.record(), since, context));
	}, [session, standing.content, since, profile]);
}
