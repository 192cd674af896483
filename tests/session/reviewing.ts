import { setField } from '../../src/domain/record/edits.ts';
import type { Role } from '../../src/domain/record/operation.ts';
import type { Phase, ReviewEvent } from '../../src/domain/record/review/states.ts';
import { decide, type Standing, standingsOf } from '../../src/session/review.ts';
import type { Session } from '../../src/session/session.ts';
import type { RecordStore } from '../../src/store/recordStore.ts';
import { good, year } from '../store/profile.ts';
import { type Browser, elementary } from './browser.ts';

/** Somebody of the school at a device of their own. */
export interface Colleague {
	readonly session: Session;
	readonly store: RecordStore;
	readonly browser: Browser;
}

/** A device of the school, used by this post. */
export async function colleague(role: Role): Promise<Colleague> {
	const browser = await elementary();
	const { session, store } = await browser.visits();
	await good(store.setAuthor({ role, label: '' }));
	await session.refresh();
	return { session, store, browser };
}

/** What one device holds comes to the other. */
export async function reaches(from: Colleague, to: Colleague): Promise<void> {
	await good(to.store.union(year, await from.browser.kept()));
	await to.session.refresh();
}

/** Every □ gets its 中間の評価. */
export const ratesAll = ({ session }: Colleague): Promise<boolean> =>
	session.take({
		edits: (fold) => session.ids().map((id) => setField(fold, `action/${id}`, 'ratingMidyear', 'good')),
	});

/** Every □ gets its 最終の評価 and what was done. */
export const answersAll = ({ session }: Colleague): Promise<boolean> =>
	session.take({
		edits: (fold) =>
			session
				.ids()
				.flatMap((id) => [
					setField(fold, `action/${id}`, 'ratingFinal', 'good'),
					setField(fold, `action/${id}`, 'result', '行った。'),
				]),
	});

export function standingAt({ session }: Pick<Colleague, 'session'>, phase: Phase = 'midyear'): Standing {
	const standings = standingsOf(session);
	if (!standings) throw new Error('the record has not been read');
	return standings[phase];
}

/** Does it as things stand on this device now. */
export const does = (who: Colleague, event: ReviewEvent, reason = ''): Promise<boolean> =>
	decide(who.session, standingAt(who), event, reason);

/** A lead whose 中間 is submitted, and a principal who has it. */
export async function submitted(): Promise<{ lead: Colleague; principal: Colleague }> {
	const [lead, principal] = [await colleague('ictLead'), await colleague('principal')];
	await ratesAll(lead);
	await does(lead, 'submit');
	await reaches(lead, principal);
	return { lead, principal };
}
