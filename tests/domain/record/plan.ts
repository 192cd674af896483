import type { PlanEdition, SchoolAction } from '../../../src/domain/plan/edition.ts';
import type { RecordFold } from '../../../src/domain/record/fold.ts';
import { readAction } from '../../../src/domain/record/readAction.ts';
import type { ActionState, AnyAction, ReadingContext } from '../../../src/domain/record/reading.ts';

/** A small edition: only what reading a record looks at is worth naming. */
const edition: PlanEdition = {
	format: 'masume-plan',
	version: 1,
	id: 'test-2025',
	municipality: '例市',
	plan: '例市学校ICT計画',
	title: '令和7年度版',
	mottoes: [],
	fiscalYear: 2025,
	source: { publisher: '例市', title: '例', file: 'example.txt' },
	policies: [],
	indicators: [],
	indicatorNotes: [],
	ratingScale: { origin: 'masume', steps: [] },
	schoolCalendar: {
		origin: 'masume',
		breaks: [
			{ name: '学年始休業', from: '04-01', to: '04-07' },
			{ name: '夏季休業', from: '07-21', to: '08-25' },
			{ name: '冬季休業', from: '12-24', to: '01-07' },
		],
	},
};

/** An elementary school without special units, in October 2025. */
export const context: ReadingContext = {
	edition,
	fiscalYear: 2025,
	profile: { name: '青葉小学校', schoolType: 'elementary', units: [] },
	today: '2025-10-03',
};

export const once: SchoolAction['cadence'] = { per: 'year', times: 1, orMore: true, words: '年1回以上' };
export const twice: SchoolAction['cadence'] = { per: 'year', times: 2, orMore: true, words: '年2回以上' };
export const weekly: SchoolAction['cadence'] = { per: 'week', times: 1, orMore: true, words: '週1回以上' };
export const asNeeded: SchoolAction['cadence'] = { per: 'asNeeded', words: '適宜' };

/** The □ `a1` as a record shows it. */
export const stateOf = (
	fold: RecordFold,
	action: Partial<AnyAction> = {},
	circumstances: Partial<ReadingContext> = {},
): ActionState => readAction(fold, { id: 'a1', ...action }, { ...context, ...circumstances });
