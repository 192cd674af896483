import type { Continuation, PlanEdition, Rating } from '../plan/edition.ts';
import type { RecordFold } from '../record/fold.ts';
import type { SchoolProfile, Status } from '../record/reading.ts';
import type { Phase } from '../record/review/states.ts';

/** 教育委員会報告用: everything the plan's table asks. 公表用: for the school's website, without what is only for inside. */
export type Audience = 'board' | 'public';

/** Which of a year's reports. */
export interface ReportRequest {
	readonly phase: Phase;
	readonly audience: Audience;
	/** Only △, what has changed since last year, and 拡充. */
	readonly short: boolean;
}

/** One year of a school, as a report reads it. */
export interface ReportYear {
	readonly edition: PlanEdition;
	readonly fiscalYear: number;
	readonly fold: RecordFold;
}

/** Everything a report is made from. */
export interface ReportSource extends ReportYear {
	readonly profile: SchoolProfile;
	/** `YYYY-MM-DD` in Asia/Tokyo. */
	readonly today: string;
	/** The year before, where this device holds its record. */
	readonly before?: ReportYear;
}

/** Columns of the table, by name. The words over them are in `columns.ts`. */
export type ColumnKey =
	| 'measure'
	| 'summary'
	| 'goals'
	| 'action'
	| 'status'
	| 'achievement'
	| 'deadline'
	| 'resultAndIssue'
	| 'lastRating'
	| 'rating'
	| 'improvement'
	| 'continuation'
	| 'evidence';

/** Entries of a □ that stand in a report as they were typed or chosen; each is a field of the record. */
export interface ReportEntries {
	readonly result: string;
	readonly issue: string;
	readonly improvement: string;
	readonly nextYear: string;
	readonly ratingMidyear: Rating | null;
	readonly ratingFinal: Rating | null;
	readonly continuation: Continuation | null;
}

/** One row: a □ of the plan, or one of the school's own. Every writer shows these very cells. */
export interface ReportRow {
	/** The □'s id, by which a returned file finds it again. */
	readonly action: string;
	/** Where its entries go: `action/<id>` or `own/<id>`. */
	readonly entity: string;
	readonly own: boolean;
	readonly status: Status;
	readonly rating: Rating | null;
	readonly lastRating: Rating | null;
	/** What a returned file may change, as it was entered. */
	readonly entries: ReportEntries;
	/** What stands in 食い違い, in words: 「評価」「実績」. Empty in the public version. */
	readonly conflicts: readonly string[];
	/** Words of every column, also of those that this report leaves out. */
	readonly cells: Readonly<Record<ColumnKey, string>>;
}

/** The rows under one heading: 基本方針 and its area. */
export interface ReportGroup {
	readonly policy: string;
	readonly area: string;
	readonly rows: readonly ReportRow[];
	/** 「17のうち 8 達成」 of the whole group, whatever of it is shown. */
	readonly tally: string;
}

/** A small table beside the plan's: its first row is the heads of its columns. */
export interface ReportTable {
	readonly key: 'indicators' | 'staff';
	readonly title: string;
	readonly note: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** A heading and what the school wrote under it. */
export interface ReportPassage {
	readonly key: 'focus' | 'stakeholders' | 'improvement';
	readonly title: string;
	readonly text: string;
}

/** What was kept out of a public version, and how often. */
export interface Omission {
	readonly what: string;
	readonly count: number;
}

export interface ReportHead {
	/** 「仙台市学校教育情報化推進計画 令和７年度 行動計画」 */
	readonly plan: string;
	/** 「令和7年度 教育の情報化に関する自己評価書（最終）」; of a short one 「（最終・抜粋）」 */
	readonly title: string;
	readonly school: string;
	/** 「令和7年度（2025年度）」 */
	readonly year: string;
	readonly phase: string;
	readonly audience: string;
	/** 「27のうち 15 達成（計画の□ 32、該当なし 5）」 */
	readonly tally: string;
	/** 「令和7年12月3日（2025年）現在」 */
	readonly asOf: string;
	/** Who approved what and when, or that nobody has yet. */
	readonly approval: string;
	/** The scale: 「◎ 十分：…」. */
	readonly legend: readonly string[];
}

/** The annual self-evaluation (学校教育法施行規則 66〜68条) as rows and words, in no file format. */
export interface SelfEvaluation {
	readonly request: ReportRequest;
	readonly head: ReportHead;
	readonly columns: readonly ColumnKey[];
	readonly groups: readonly ReportGroup[];
	readonly own: readonly ReportRow[];
	readonly tables: readonly ReportTable[];
	readonly passages: readonly ReportPassage[];
	readonly omissions: readonly Omission[];
	/** What the file is called, without its ending: `R7_自己評価書_青葉小学校_最終`. */
	readonly fileName: string;
}
