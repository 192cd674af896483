import type { SchoolType, SchoolUnit } from '../../src/domain/plan/edition.ts';
import type { Frequency, IndicatorSource } from '../../src/domain/record/fields.ts';
import type { Author, Operation } from '../../src/domain/record/operation.ts';
import type { Phase } from '../../src/domain/record/review/states.ts';
import type { SharedCase } from '../../src/domain/record/sharedCase.ts';

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
	/** When that was; on the day of the marks where it is not said. */
	readonly elsewhereOn?: string;
	readonly final?: ToldRating;
	readonly result?: string;
	readonly issue?: string;
	readonly improvement?: string;
	readonly nextYear?: string;
	readonly evidence?: readonly [title: string, url: string];
	/** Shared with the city's schools, on the day of its first 実施記録. */
	readonly shares?: SharedCase;
}

/** One step of a review, by the lead (submit, mend), the principal (comment, return, approve) or the board. */
export type ToldReviewStep = { readonly date: string; readonly phase: Phase } & (
	| { readonly does: 'submit' | 'approve' | 'accept' }
	| { readonly does: 'return' | 'reopen'; readonly reason: string }
	/** `action`: what stands behind the edition in its id, as everywhere here. */
	| { readonly does: 'comment'; readonly action: string; readonly text: string; readonly returns?: true }
	/** The 実績 is written anew, and what was asked about the □ is settled. */
	| { readonly does: 'mend'; readonly action: string; readonly result: string }
);

/** How often devices were used in one of the plan's scenes. */
export interface ToldObservation {
	/** What stands behind the edition in the indicator's id: `i1`. */
	readonly scene: string;
	readonly date: string;
	readonly frequency?: Frequency;
	readonly classes?: { readonly count: number; readonly of: number };
	readonly source?: IndicatorSource;
	readonly memo?: string;
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
	readonly observations?: readonly ToldObservation[];
	/** 教員のICT活用指導力チェックリスト: how many teachers chose each of the four levels, for its sixteen items. */
	readonly survey?: { readonly date: string; readonly counts: readonly (readonly number[])[] };
	readonly reviews?: readonly ToldReviewStep[];
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
	/** Who looks at it; and the board, for which the endpoint writes. Absent where nothing is handed in. */
	readonly principal?: ToldDevice;
	readonly board?: ToldDevice;
	/** Signs what has to be signed. A trial's record is not signed. */
	readonly sign?: (operation: Operation, fiscalYear: number) => Operation;
	/** 128 bits as hex for a name: the same name gives the same id. */
	readonly idOf: (name: string) => string;
	/** Minutes between two steps of one day, which begin at four in the afternoon. */
	readonly pace: number;
}
