import type { SchoolType, SchoolUnit } from '../../src/domain/plan/edition.ts';
import type { Author } from '../../src/domain/record/operation.ts';

/** A school's year as a story, before it becomes operations. Dates are `YYYY-MM-DD`. Posts, never persons. */

export type ToldRating = 'excellent' | 'good' | 'insufficient';

/** What happened with one □. */
export interface Told {
	readonly owner?: string;
	readonly deadline?: 'summer' | 'yearEnd';
	/** Date, where, memo. */
	readonly occurrences?: readonly (readonly [date: string, place: string, memo?: string])[];
	readonly ticked?: string;
	readonly begun?: string;
	readonly notApplicable?: readonly [date: string, reason: string];
	readonly midyear?: ToldRating;
	/** What another device entered at the same time without knowing: stands as a conflict. */
	readonly midyearElsewhere?: ToldRating;
	readonly final?: ToldRating;
	readonly result?: string;
	readonly issue?: string;
	readonly improvement?: string;
	readonly nextYear?: string;
	readonly evidence?: readonly [title: string, url: string];
}

/** A □ of the school's own. */
export interface OwnTold extends Told {
	readonly measure: string;
	readonly text: string;
	readonly added: string;
}

export interface ToldYear {
	readonly fiscalYear: number;
	/** When the school said what it is. */
	readonly opened: string;
	/** When it agreed that its summary goes to the board; absent where it has not. */
	readonly agreed?: string;
	/** When 目安 and 主担当 were agreed on, and when the marks were given. */
	readonly planned: string;
	readonly rated: string;
	readonly closed: string;
	/** By what stands behind the edition in a □'s id: `1-1-1-1`. */
	readonly actions: Readonly<Record<string, Told>>;
	readonly own: readonly OwnTold[];
}

/** A device that writes into the story. */
export interface ToldDevice {
	/** 128 bits as hex. */
	readonly id: string;
	readonly by: Author;
}

export interface ToldSchool {
	readonly profile: {
		readonly name: string;
		readonly schoolType: SchoolType;
		readonly units: readonly SchoolUnit[];
	};
	/** The ICT lead's, which writes nearly everything, and the one that is carried into the classes. */
	readonly lead: ToldDevice;
	readonly shared: ToldDevice;
	/** 128 bits as hex for a name: the same name gives the same id. */
	readonly idOf: (name: string) => string;
	/** Minutes between two steps of one day, which begin at four in the afternoon. */
	readonly pace: number;
}
