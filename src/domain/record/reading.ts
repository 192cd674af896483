import type {
	Continuation,
	Deadline,
	PlanEdition,
	Rating,
	SchoolAction,
	SchoolType,
	SchoolUnit,
} from '../plan/edition.ts';
import type { Carried } from './carried.ts';
import type { Liveness } from './liveness.ts';
import type { Author, Operation } from './operation.ts';
import type { Comment } from './review/comments.ts';

/** 未着手・実施中・達成・該当なし. */
export type Status = 'notStarted' | 'inProgress' | 'achieved' | 'notApplicable';

/** One field as it is shown. `others` non-empty = 食い違い: what else was entered without knowing of it. */
export interface Reading<Value> {
	/** The value shown. For status and rating the less finished of the heads, for texts the greatest (lamport, id). */
	readonly value: Value;
	/** The operation that set it; absent where nobody has. */
	readonly operation?: Operation;
	/** Heads with a different value, each value once, in the order shown. */
	readonly others: readonly { readonly value: Value; readonly operation: Operation }[];
	/**
	 * Names of the heads that could be read: what an edit made now replaces. A head that only a newer app understands
	 * is not among them and stays beside the edit.
	 */
	readonly seen: readonly string[];
}

/** 実施記録. */
export interface Occurrence {
	readonly id: string;
	readonly action: string;
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly place: string;
	readonly memo: string;
	readonly revived: boolean;
	/** Fields that stand in conflict. */
	readonly conflicts: readonly string[];
}

/** 根拠資料. */
export interface Evidence {
	readonly id: string;
	readonly action: string;
	readonly title: string;
	readonly url: string;
	/** May stand in what the school publishes. */
	readonly public: boolean;
	readonly by?: Author;
	readonly at?: string;
	readonly revived: boolean;
}

export type TextField = 'result' | 'issue' | 'improvement' | 'nextYear';
export type RatingField = 'ratingMidyear' | 'ratingFinal';

/** What the school said of itself. Entity `school`. */
export interface SchoolProfile {
	readonly name: string;
	readonly schoolType: SchoolType;
	readonly units: readonly SchoolUnit[];
}

/** Everything the record says about one □ (of the plan or the school's own). */
export interface ActionState {
	readonly id: string;
	/** `action/<id>` or `own/<id>`: where edits go. */
	readonly entity: string;
	readonly status: Status;
	/** Where the status comes from: a person, the occurrences, the school's profile, or nothing yet. */
	readonly basis: 'person' | 'occurrences' | 'profile' | 'nothing';
	/** What the occurrences alone would say; undefined where the □ has no countable cadence. */
	readonly judged?: Judgement;
	/** What the status would be had no person set it here: what clearing it leads to. */
	readonly unforced: Status;
	/** A person set a status that the occurrences contradict. */
	readonly overruled: boolean;
	readonly statusReading: Reading<Status | null>;
	/** 該当なしの理由; where the school's profile rules the □ out and no person has spoken, the profile's reason. */
	readonly reason: Reading<string>;
	readonly occurrences: readonly Occurrence[];
	readonly evidence: readonly Evidence[];
	readonly texts: Readonly<Record<TextField, Reading<string>>>;
	readonly ratings: Readonly<Record<RatingField, Reading<Rating | null>>>;
	/** 目安: the school's own, else 年度内. */
	readonly deadline: Reading<Deadline | null>;
	/** 主担当, a post. */
	readonly owner: Reading<string>;
	/** 新規・継続・拡充 for next year. */
	readonly continuation: Reading<Continuation | null>;
	/** Names of fields in conflict, of this entity and its occurrences. */
	readonly conflicts: readonly string[];
	/** Actions of an earlier edition whose entries are shown here until this one has its own. */
	readonly carriedFrom: readonly string[];
	/** How last year left it, where that was carried over: shown beside, and answering nothing. */
	readonly carried: Carried | undefined;
	/** What was said of it in review, oldest first. */
	readonly comments: readonly Comment[];
	readonly liveness: Liveness;
}

/** What the occurrences of a □ with a countable cadence say, and why. */
export interface Judgement {
	readonly per: 'year' | 'week';
	readonly status: 'notStarted' | 'inProgress' | 'achieved';
	/** Occurrences (per year) or school weeks with one (per week) so far, and how many are asked for so far. */
	readonly counted: number;
	readonly needed: number;
	/** For a weekly cadence: the current school week has its occurrence(s); undefined outside school weeks. */
	readonly thisWeek?: boolean;
}

/** A □ that the school added itself. */
export interface OwnAction {
	readonly id: string;
	readonly measure: string;
	readonly text: Reading<string>;
	readonly liveness: 'live' | 'revived' | 'deleted';
	/** Tells `readAction` that its entity is `own/<id>`. */
	readonly own: true;
}

/** What reading needs besides the fold. `today` is `YYYY-MM-DD` in Asia/Tokyo. */
export interface ReadingContext {
	readonly edition: PlanEdition;
	readonly fiscalYear: number;
	readonly profile: SchoolProfile;
	readonly today: string;
	/** `YYYY-MM-DD`: weeks before it are not judged. Without it the year is judged from the first of April. */
	readonly since?: string;
}

export interface Progress {
	readonly achieved: number;
	readonly inProgress: number;
	readonly notStarted: number;
	readonly notApplicable: number;
	/** All but 該当なし: the denominator. */
	readonly applicable: number;
	readonly total: number;
}

/** What reading needs of a □: one of the plan, or one of the school's own. */
export type AnyAction = Pick<SchoolAction, 'id' | 'scope' | 'cadence'> & {
	readonly descendsFrom?: SchoolAction['descendsFrom'];
	readonly own?: true;
};
