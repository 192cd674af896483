import { fiscalYearOf } from '../domain/plan/fiscalYear.ts';
import type { SchoolProfile } from '../domain/record/reading.ts';
import type { SessionDeps } from './sessionDeps.ts';
import type { ShownRecord } from './shownRecord.ts';
import { readSnapshot, type Snapshot, writeSnapshot } from './snapshot.ts';

type PictureDeps = Pick<SessionDeps, 'shelf' | 'edition' | 'fiscalYear' | 'today' | 'afterPaint'>;

/** A year that today does not lie in. */
export const isOtherYear = ({ fiscalYear, today }: Pick<PictureDeps, 'fiscalYear' | 'today'>): boolean =>
	fiscalYear !== fiscalYearOf(today());

/** The last visit's picture where it is one of this very year and edition, and the school in whatever year. */
export function lastPicture({ shelf, edition, fiscalYear }: PictureDeps): {
	readonly snapshot: Snapshot | undefined;
	readonly profile: SchoolProfile | undefined;
} {
	const snapshot = readSnapshot(shelf);
	const current = snapshot?.edition === edition.id && snapshot.fiscalYear === fiscalYear;
	return { snapshot: current ? snapshot : undefined, profile: snapshot?.profile };
}

/** Keeps what the next visit paints first. That is always the current year: another one is only opened for a while. */
export class Picture {
	readonly #deps: PictureDeps;
	readonly #shown: ShownRecord;

	constructor(deps: PictureDeps, shown: ShownRecord) {
		this.#deps = deps;
		this.#shown = shown;
	}

	/** Once what stands now is painted. */
	keepSoon(): void {
		this.#deps.afterPaint(() => this.keep());
	}

	keep(): void {
		const snapshot = isOtherYear(this.#deps) ? undefined : this.#shown.snapshot();
		if (snapshot) writeSnapshot(this.#deps.shelf, snapshot);
	}
}
