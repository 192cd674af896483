/**
 * A school that does not exist, at the end of February: everything that a self-evaluation can hold is filled in. For the
 * golden files, the writers' tests and the bench. The same every time; posts and classes, never persons.
 */
import { chanceOf, hexOf } from '../../scripts/demo/chance.ts';
import { phrasesFor } from '../../scripts/demo/phrases.ts';
import { schoolDays } from '../../scripts/demo/schoolDays.ts';
import { tellYear } from '../../scripts/demo/telling.ts';
import type { OwnTold, Told, ToldRating, ToldSchool, ToldYear } from '../../scripts/demo/told.ts';
import { wordsOf } from '../../scripts/demo/words.ts';
import { applies } from '../../src/domain/plan/applicability.ts';
import type { Continuation, PlanEdition, SchoolAction } from '../../src/domain/plan/edition.ts';
import { allSchoolActions } from '../../src/domain/plan/find.ts';
import { setField } from '../../src/domain/record/edits.ts';
import { foldRecord, type RecordFold } from '../../src/domain/record/fold.ts';
import type { Edit } from '../../src/domain/record/operation.ts';
import { readOwnActions } from '../../src/domain/record/readSchool.ts';
import { nameContent } from '../../src/domain/record/review/content.ts';
import { readReview, reviewEdit } from '../../src/domain/record/review/readReview.ts';
import type { ReportSource } from '../../src/domain/report/model.ts';
import { Device } from '../domain/record/devices.ts';
import { loadEdition } from '../seeds/editions.ts';

const profile = {
	name: '若葉モデル小学校（架空）',
	schoolType: 'elementary',
	units: ['specialNeedsClass'],
} as const;

const idOf = (name: string) => hexOf(`wakaba-model ${name}`, 32);

const school: ToldSchool = {
	profile,
	lead: { id: idOf('lead'), by: { role: 'ictLead', label: 'ICT担当' } },
	shared: { id: idOf('shared'), by: { role: 'teacher', label: '校内のiPad' } },
	idOf,
	pace: 2,
};

const marks: readonly ToldRating[] = ['good', 'excellent', 'good', 'insufficient', 'good'];
const better: Readonly<Record<ToldRating, ToldRating>> = {
	insufficient: 'good',
	good: 'excellent',
	excellent: 'excellent',
};

/** What a diligent school says of one □. `n`: the how manyth of the plan. */
function told(edition: PlanEdition, { id }: SchoolAction, n: number, days: readonly string[]): Told {
	const suffix = id.slice(edition.id.length + 1);
	if (suffix === '2-1-2-1') return { notApplicable: [days[20] ?? '', '今年度は教育実習生の受入れがない。'] };
	const chance = chanceOf(`wakaba ${id}`);
	const words = wordsOf('elementary', chance);
	const phrases = phrasesFor(suffix);
	const doings = words.fitting(phrases.doings).slice(0, 1 + (n % 3));
	const dates = chance.some(days.slice(10, 150), doings.length);
	const midyear = marks[n % marks.length] ?? 'good';
	const said = (list: readonly string[]) => words.text(chance.pick(list));
	return {
		owner: phrases.owners[0] ?? '情報主任',
		...(n % 3 === 0 && { deadline: n % 2 === 0 ? 'summer' : 'yearEnd' }),
		occurrences: doings.map((doing, index) => [dates[index] ?? '', ...words.doing(doing)] as const),
		...(n % 4 === 3 ? { begun: days[30] ?? '' } : { ticked: days[150] ?? '' }),
		...{ midyear, final: n % 3 === 1 ? better[midyear] : midyear },
		...{ result: said(phrases.results), issue: said(phrases.issues) },
		...{ improvement: said(phrases.improvements), nextYear: said(phrases.nextYear) },
		...(n % 3 === 2 && { evidence: [chance.pick(phrases.papers), `https://wakaba-model.example/${suffix}`] as const }),
	};
}

const own: OwnTold = {
	measure: '1-1-1',
	text: '毎週水曜日の朝の時間に、キーボード入力に取り組む。',
	added: '2025-05-14',
	owner: '学年主任',
	occurrences: [['2025-09-10', '4年1組', '1学期の記録を自分で振り返った']],
	ticked: '2025-12-10',
	...{ midyear: 'good', final: 'excellent' },
	...{
		result: '3年生以上の全学級で続け、全員が月に1回、自分の記録を残した。',
		issue: '転入した児童への説明が遅れた。',
	},
	...{ improvement: '転入の日に渡す1枚の案内をつくる。', nextYear: '2年生の3学期からも始める。' },
};

function toldYear(edition: PlanEdition): ToldYear {
	const { fiscalYear } = edition;
	const days = schoolDays(fiscalYear, edition.schoolCalendar);
	const mine = allSchoolActions(edition).filter(({ action }) => applies(action.scope, profile) === true);
	const actions = mine.map(
		({ action }, n) => [action.id.slice(edition.id.length + 1), told(edition, action, n, days)] as const,
	);
	const looks = [`${fiscalYear}-10-02`, `${fiscalYear + 1}-02-05`];
	const frequencies = ['almostDaily', 'threePerWeek', 'threePerWeek', 'weekly', 'unmeasured'] as const;
	return {
		...{ fiscalYear, opened: `${fiscalYear}-04-08`, planned: `${fiscalYear}-04-18` },
		...{ rated: `${fiscalYear}-10-03`, closed: `${fiscalYear + 1}-02-13` },
		actions: Object.fromEntries(actions),
		own: fiscalYear === 2025 ? [own] : [],
		observations: looks.flatMap((date) =>
			edition.indicators.map(({ id }, n) => {
				const scene = id.slice(edition.id.length + 1);
				const frequency = frequencies[n % frequencies.length] ?? 'weekly';
				if (frequency === 'unmeasured') return { scene, date, frequency };
				const classes = { count: 11 - n, of: 12 };
				return { scene, date, frequency, classes, source: 'survey' as const, memo: '学年主任会で数えた' };
			}),
		),
		survey: {
			date: `${fiscalYear + 1}-02-04`,
			counts: Array.from({ length: 16 }, (_, n) => [8 + (n % 4), 10, 4 - (n % 4), 2 - (n % 2)]),
		},
	};
}

const next: readonly Continuation[] = ['continued', 'continued', 'expanded', 'continued', 'new'];

/** What the story of the demo does not tell: 次年度, which links may be published, and the passages. */
function alsoSaid(fold: RecordFold, edition: PlanEdition): Edit[] {
	const set = (entity: string, field: string, value: string | boolean) => setField(fold, entity, field, value);
	const entities = [
		...allSchoolActions(edition).map(({ action }) => `action/${action.id}`),
		...readOwnActions(fold).map(({ id }) => `own/${id}`),
	].filter((entity) => fold.fields(entity).includes('result'));
	return [
		...entities.map((entity, n) => set(entity, 'continuation', next[n % next.length] ?? 'continued')),
		...fold
			.ids('evidence')
			.filter((_, n) => n % 2 === 0)
			.map((id) => set(`evidence/${id}`, 'public', true)),
		...(['midyear', 'final'] as const).flatMap((phase) => [
			set(`evaluation/${phase}`, 'focus', '授業の中で、子供が自分で端末を選んで使う。\n教職員が互いの実践を見せ合う。'),
			set(`evaluation/${phase}`, 'improvement', '学期の初めに、学年ごとの計画を見直す日を置く。'),
			set(
				`evaluation/${phase}`,
				'stakeholders',
				'学校評議員会で報告した。家庭での使い方について、続けて知らせてほしいとの意見があった。',
			),
		]),
	];
}

function recordOf(edition: PlanEdition, until: string): RecordFold {
	const told = foldRecord(tellYear(school, toldYear(edition), edition.id, until, new Map()));
	const lead = new Device(idOf(`lead again ${edition.id}`));
	const principal = new Device(idOf(`principal ${edition.id}`), { role: 'principal', label: '校長室のiPad' });
	const day = (date: string) => Date.parse(`${edition.fiscalYear + 1}-${date}T15:30:00+09:00`);
	lead.clock = day('02-16');
	lead.hears(told.operations());
	lead.does(alsoSaid(lead.fold, edition));
	for (const phase of ['midyear', 'final'] as const) {
		const content = nameContent(lead.fold);
		lead.does(reviewEdit(readReview(lead.fold, phase), { state: 'submitted', content }));
		principal.hears(lead);
		principal.clock = day('02-20');
		principal.does(reviewEdit(readReview(principal.fold, phase), { state: 'approved', content }));
		lead.hears(principal);
	}
	return foldRecord(lead.fold.operations());
}

const [edition2024, edition2025] = [loadEdition('sendai-2024'), loadEdition('sendai-2025')];

/** The full year of 2025, with the full year of 2024 before it. */
export const fullYear = (): ReportSource => ({
	edition: edition2025,
	fiscalYear: 2025,
	fold: recordOf(edition2025, '2026-02-27'),
	profile,
	today: '2026-02-27',
	before: { edition: edition2024, fiscalYear: 2024, fold: recordOf(edition2024, '2025-02-28') },
});

/** The printed edition of 2025 on its first school day: nothing is entered, and no year is before it. */
export const emptyYear = (): ReportSource => ({
	...{ edition: edition2025, fiscalYear: 2025, profile, today: '2025-04-08' },
	fold: foldRecord([]),
});
