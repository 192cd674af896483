import { typedText } from '../record/fields.ts';
import { readField } from '../record/readField.ts';
import type { Phase } from '../record/review/states.ts';
import { disputedMark } from './conflicts.ts';
import type { ReportPassage, ReportRequest, ReportSource } from './model.ts';
import { type PublicAddresses, withoutLinks } from './publicTexts.ts';
import { typed } from './typed.ts';

const passages = [
	{ key: 'focus', title: '重点目標' },
	{ key: 'stakeholders', title: '学校関係者評価' },
	{ key: 'improvement', title: '改善策' },
] as const;

/** The passages of a phase as they were entered, and whether something else was entered elsewhere. */
export const readPassages = ({ fold }: Pick<ReportSource, 'fold'>, phase: Phase) =>
	passages.map(({ key, title }) => ({
		...{ key, title },
		reading: readField(fold, `evaluation/${phase}`, key, typedText),
	}));

/** 重点目標・改善策・学校関係者評価. The board is told of 食い違い under the text; the public reads no address that is not public. */
export const passagesOf = (
	source: Pick<ReportSource, 'fold'>,
	{ phase, audience }: ReportRequest,
	open: PublicAddresses,
): ReportPassage[] =>
	readPassages(source, phase).map(({ key, title, reading }) => {
		if (audience === 'public') return { key, title, text: typed(withoutLinks(reading.value, open)) };
		const mark = reading.others.length > 0 ? `${disputedMark}（${title}）` : '';
		return { key, title, text: [typed(reading.value), mark].filter(Boolean).join('\n') };
	});
