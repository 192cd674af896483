import type { Phase } from '../../src/domain/record/review/states.ts';
import type { Chance } from './chance.ts';
import type { Told, ToldReviewStep } from './told.ts';

/** How the review of a phase goes, up to where it comes to rest; whoever tells it stops at today. */
export type Course = 'accepted' | 'mended' | 'waiting' | 'returned' | 'submitted' | 'reopened' | 'none';

const courses: readonly Course[] = ['accepted', 'mended', 'waiting', 'returned', 'submitted', 'reopened'];

/** Last year everything was handed in; a few of its last phases still wait for the board. */
export const courseOf = (phase: Phase, place: number, isPast: boolean): Course => {
	if (!isPast) return courses[place % courses.length] ?? 'accepted';
	if (phase === 'final' && place % 10 === 4) return 'waiting';
	return place % 3 === 1 ? 'mended' : 'accepted';
};

const questions: readonly string[] = [
	'実績の文から回数が分かりません。実施した回数を書き添えてください。',
	'評価の理由を、学年の様子が分かるように書いてください。',
	'課題に書いてあることと評価が合っていないようです。確かめてください。',
];
const praises: readonly string[] = [
	'取組の様子がよく分かりました。',
	'学年をこえて続けられるように、次の職員会議で話題にします。',
];
const mended: readonly string[] = [
	'6月と9月に各学級で1回ずつ行い、様子を職員で共有した。',
	'学期に1回ずつ、計2回実施した。実施していない学年は次の学期に行う。',
	'実施した学年と回数を一覧にし、校内の共有フォルダーに置いた。',
];
const reasons: readonly string[] = [
	'書き足してほしい□があります。コメントを見てください。',
	'コメントのところを直してください。',
];
const boardReasons: readonly string[] = [
	'前年度の数のままになっているところがあるようです。確かめてください。',
	'学校の申し出により開き直します。',
];

/** What a review is invented from. */
export interface ReviewSource {
	readonly phase: Phase;
	readonly course: Course;
	readonly chance: Chance;
	/** All school days of the year, oldest first. */
	readonly days: readonly string[];
	/** When the marks were given. */
	readonly from: string;
	/** The □ that somebody may have a question about, by suffix. */
	readonly told: Readonly<Record<string, Told>>;
}

type NewStep<Each = ToldReviewStep> = Each extends ToldReviewStep ? Omit<Each, 'date' | 'phase'> : never;

export function inventReview({ phase, course, chance, days, from, told }: ReviewSource): ToldReviewStep[] {
	if (course === 'none') return [];
	const first = days.findIndex((day) => day >= from);
	const steps: ToldReviewStep[] = [];
	const on = (later: number, ...happens: readonly NewStep[]) => {
		const date = days[first + later];
		// What would lie behind the year's last school day does not happen any more.
		if (date !== undefined) steps.push(...happens.map((each) => ({ date, phase, ...each }) as ToldReviewStep));
	};
	const [asked = '', praised = ''] = chance.some(
		Object.keys(told).filter((suffix) => told[suffix]?.notApplicable === undefined),
		2,
	);
	const question: NewStep = { does: 'comment', action: asked, text: chance.pick(questions), returns: true };
	const praise: NewStep = { does: 'comment', action: praised, text: chance.pick(praises) };
	const back: NewStep = { does: 'return', reason: chance.pick(reasons) };
	const late = chance.between(6, 28);

	if (course === 'submitted') {
		on(late, { does: 'submit' });
		return steps;
	}
	on(3, { does: 'submit' });
	if (course === 'returned' || course === 'mended') on(5, praise, question, back);
	if (course === 'returned') return steps;
	if (course === 'mended') {
		on(7, { does: 'mend', action: asked, result: chance.pick(mended) });
		on(8, { does: 'submit' });
	}
	on(course === 'waiting' ? late : 9, { does: 'approve' });
	if (course !== 'waiting') on(14, { does: 'accept' });
	if (course === 'reopened') on(17, { does: 'reopen', reason: chance.pick(boardReasons) });
	return steps;
}
