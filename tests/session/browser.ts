import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanEdition } from '../../src/domain/plan/edition.ts';
import type { Operation } from '../../src/domain/record/operation.ts';
import type { ActionState } from '../../src/domain/record/reading.ts';
import { Session } from '../../src/session/session.ts';
import type { SessionDeps } from '../../src/session/sessionDeps.ts';
import type { TextShelf } from '../../src/session/snapshot.ts';
import type { RecordStore } from '../../src/store/recordStore.ts';
import { freshProfile, good, type Profile, year } from '../store/profile.ts';

// Not as a URL beside this module: where a page is played, those are addresses of the site.
const seed = join(import.meta.dirname, '../../seeds/sendai-2025.json');
export const plan2025: PlanEdition = JSON.parse(readFileSync(seed, 'utf8'));

/** □ that stories speak of. */
export const lesson = 'sendai-2025-1-1-1-1';
export const training = 'sendai-2025-1-1-3-2';
export const hospital = 'sendai-2025-1-3-3-3';

/** localStorage as a map; `full` refuses what is new, as a disk without room does. */
export class Shelf implements TextShelf {
	readonly texts = new Map<string, string>();
	full = false;
	read = (key: string): string | null => this.texts.get(key) ?? null;
	write(key: string, text: string): boolean {
		if (this.full) return false;
		this.texts.set(key, text);
		return true;
	}
	remove(key: string): void {
		this.texts.delete(key);
	}
	keys = (): readonly string[] => [...this.texts.keys()];
	drafts = (): readonly string[] => this.keys().filter((key) => key.startsWith('masume.draft.'));
}

export interface Visit {
	readonly session: Session;
	readonly store: RecordStore;
	/** Lets the database's code arrive; until then nothing can be read or written. */
	readonly answer: () => void;
}

export interface Circumstances extends Partial<SessionDeps> {
	/** The database's code is still on its way. */
	readonly held?: boolean;
}

/** A browser of the school: its database and its localStorage outlive every visit. */
export class Browser {
	readonly profile: Profile = freshProfile();
	readonly shelf = new Shelf();
	#minted = 0;

	/** Loads the page. `open` has not been called yet. */
	loads({ held = false, ...changed }: Circumstances = {}): Visit {
		const store = this.profile.tab();
		let answer = (): void => {};
		const arrival = new Promise<RecordStore>((resolve) => {
			answer = () => resolve(store);
		});
		if (!held) answer();
		const session = new Session({
			edition: plan2025,
			exact: false,
			fiscalYear: year,
			today: () => '2026-11-21',
			instant: () => '2026-11-21T05:00:00.000Z',
			mintId: () => {
				this.#minted += 1;
				return `minted${this.#minted}`;
			},
			store: () => arrival,
			shelf: this.shelf,
			afterPaint: (task) => task(),
			...changed,
		});
		return { session, store, answer };
	}

	/** Loads the page and waits until the record is read. */
	async visits(circumstances: Circumstances = {}): Promise<Visit> {
		const visit = this.loads(circumstances);
		await visit.session.open();
		return visit;
	}

	/** What a page has left on the shelf for the next one. */
	left = (): readonly string[] => this.shelf.keys().filter((key) => key.startsWith('masume.left.'));

	/** What the database keeps of a year, read by a tab that knows nothing of the others. */
	async kept(fiscalYear = year): Promise<Operation[]> {
		const tab = this.profile.tab();
		const { operations } = await good(tab.readLog(fiscalYear));
		tab.close();
		return operations;
	}
}

/** A browser whose school has been told: an elementary school. */
export async function elementary(): Promise<Browser> {
	const browser = new Browser();
	const { session, store } = await browser.visits();
	await session.begin('elementary');
	store.close();
	return browser;
}

/** Everything about a □ of a session that has read its record. */
export function stateOf(session: Session, id: string): ActionState {
	const state = session.state(id).value;
	if (!state) throw new Error(`${id} has no state yet`);
	return state;
}

/** The person goes to another page; the browser keeps this one asleep. */
export function leaves({ session, store }: Visit): void {
	session.leave();
	store.leave();
}

/** The person comes back to the page as it was left. */
export async function comesBack({ session, store }: Visit): Promise<void> {
	store.comeBack();
	await session.comeBack();
}

export const statusOf = (session: Session, id: string) => session.row(id).value.status;

/** Everything that was asked of the session so far has been written or refused. */
export const settled = (session: Session): Promise<void> => session.refresh();
