import { describe, expect, it } from 'vitest';
import { checkEdition } from '../../../src/domain/plan/check.ts';
import type { Measure, PlanEdition, SchoolAction } from '../../../src/domain/plan/edition.ts';
import { allMeasures } from '../../../src/domain/plan/find.ts';
import { loadEdition } from '../../seeds/editions.ts';

/** The faults, as 「place: sentence」, of this year's plan after somebody edited it by hand. */
const faultsAfter = (mistake: (edition: PlanEdition) => void): string[] => {
	const edition = loadEdition('sendai-2025');
	mistake(edition);
	return checkEdition(edition, [loadEdition('sendai-2024')]).map(({ place, sentence }) => `${place}: ${sentence}`);
};

const measure = (edition: PlanEdition, id: string): Measure => {
	const found = allMeasures(edition).find((each) => each.id === id);
	if (!found) throw new Error(`no measure ${id}`);
	return found;
};

const action = (edition: PlanEdition, measureId: string, index: number): SchoolAction => {
	const found = measure(edition, measureId).schoolActions[index];
	if (!found) throw new Error(`no □ ${index} in ${measureId}`);
	return found;
};

/** Writes what the types would not allow, as a hand may. */
const write = (target: object, key: string, value: unknown) => Object.assign(target, { [key]: value });
const erase = (target: object, key: string) => Reflect.deleteProperty(target, key);

describe('an edition with a slip tells where it is and what to do', () => {
	const slips: [string, (edition: PlanEdition) => void, string][] = [
		[
			'an empty text',
			(e) => write(action(e, '1-1-3', 2), 'text', ''),
			'基本方針1 › 1-(1)-③ › 学校の取組 3 の本文: 空です。文を書いてください。',
		],
		[
			'blanks around a text',
			(e) => write(action(e, '1-1-3', 2), 'text', '　研修を行う。'),
			'基本方針1 › 1-(1)-③ › 学校の取組 3 の本文: 前後の空白を取ってください。',
		],
		[
			'a line break',
			(e) => write(measure(e, '4-2-1'), 'summary', '前\n後'),
			'基本方針4 › 4-(2)-① の概要: 改行を取って1行で書いてください。',
		],
		[
			'a missing text',
			(e) => erase(action(e, '1-1-1', 0), 'text'),
			'基本方針1 › 1-(1)-① › 学校の取組 1 の本文: 書かれていません。',
		],
		[
			'a number for words',
			(e) => write(measure(e, '2-1-1').goals[1] ?? {}, 'text', 5),
			'基本方針2 › 2-(1)-① › 目標 B の本文: 文字で書いてください。',
		],
		[
			'an unknown key',
			(e) => write(action(e, '1-1-1', 0), 'colour', 'red'),
			'基本方針1 › 1-(1)-① › 学校の取組 1: この形式にない名前 「colour」 があります。',
		],
		[
			'an unknown school type',
			(e) => write(action(e, '1-3-3', 0).scope ?? {}, 'schoolTypes', ['kindergarten']),
			'基本方針1 › 1-(3)-③ › 学校の取組 1 › 対象 › 対象の校種 1: 「elementary」「lowerSecondary」「upperSecondary」「secondary」「specialNeeds」のどれかで書いてください。',
		],
		[
			'no goal at all',
			(e) => write(action(e, '1-1-1', 0), 'goals', []),
			'基本方針1 › 1-(1)-① › 学校の取組 1 の目標: 1つ以上必要です。',
		],
		[
			'a letter that is none',
			(e) => write(action(e, '1-1-1', 0), 'goals', ['a']),
			'基本方針1 › 1-(1)-① › 学校の取組 1 › 目標の記号 1番目: 目標の記号は半角の大文字1字（AからZ）で書いてください。',
		],
		[
			'a goal that the measure does not have',
			(e) => write(action(e, '1-1-1', 1), 'goals', ['C', 'E']),
			'基本方針1 › 1-(1)-① › 学校の取組 2: この項目に目標「E」はありません。',
		],
		[
			'a goal twice',
			(e) => write(measure(e, '1-1-1').goals[1] ?? {}, 'letter', 'A'),
			'基本方針1 › 1-(1)-①: 目標「A」が2つあります。',
		],
		[
			'the same id twice',
			(e) => write(action(e, '1-1-3', 1), 'id', 'sendai-2025-1-1-3-1'),
			'行動計画の全体: id「sendai-2025-1-1-3-1」が2か所以上にあります。ほかと重ならないidにしてください。',
		],
		[
			'an id of another measure',
			(e) => write(action(e, '1-1-3', 1), 'id', 'sendai-2025-1-1-4-2'),
			'基本方針1 › 1-(1)-③ › 学校の取組 2 のid: 「sendai-2025-1-1-4-2」は項目と合いません。「sendai-2025-1-1-3-」に番号を続けてください。',
		],
		[
			'a label of another measure',
			(e) => write(measure(e, '1-1-3'), 'label', '1-(1)-④'),
			'基本方針1 › 1-(1)-④: id「1-1-3」と番号「1-(1)-④」が合いません。「1-(1)-③」のはずです。',
		],
		[
			'a measure in the wrong area',
			(e) => e.policies[0]?.areas[0]?.measures.push(...(e.policies[0]?.areas[1]?.measures.splice(4, 1) ?? [])),
			'基本方針1 › 1-(2)-⑤: id「1-2-5」が、上の段のid「1-1」で始まっていません。',
		],
		[
			'a measure with nothing to do',
			(e) => measure(e, '3-1-5').boardActions.pop(),
			'基本方針3 › 3-(1)-⑤: 教育委員会の取組も学校の取組もありません。',
		],
		[
			'a neighbour in another area',
			(e) => write(action(e, '1-2-1', 0), 'alsoBeside', ['1-3-1']),
			'基本方針1 › 1-(2)-①: 並ぶ項目「1-3-1」は、同じ分野のほかの項目ではありません。',
		],
		[
			'an ancestor that never was',
			(e) => write(action(e, '1-1-1', 0), 'descendsFrom', [{ action: 'sendai-2024-1-1-1-9', relation: 'same' }]),
			'基本方針1 › 1-(1)-① › 学校の取組 1 の前年度とのつながり: 前年度の取組「sendai-2024-1-1-1-9」が見つかりません。',
		],
		[
			'an unknown relation',
			(e) => write(action(e, '1-1-1', 0), 'descendsFrom', [{ action: 'sendai-2024-1-1-1-1', relation: 'like' }]),
			'基本方針1 › 1-(1)-① › 学校の取組 1 › 前年度とのつながり 1 のつながり方: 「same」「reworded」「merged」「split」のどれかで書いてください。',
		],
		[
			'a date that is none',
			(e) => write(e.schoolCalendar.breaks[1] ?? {}, 'from', '7月21日'),
			'学校の暦 › 長期休業 2 の初日: 日付は「07-21」のように月日で書いてください。',
		],
		['a rating twice', (e) => write(e.ratingScale.steps[2] ?? {}, 'mark', '○'), '評価の尺度: 同じ段階が2つあります。'],
		[
			'no times a year',
			(e) => write(action(e, '1-1-3', 1).cadence ?? {}, 'times', 0),
			'基本方針1 › 1-(1)-③ › 学校の取組 2 の頻度の回数: 0より大きい数で書いてください。',
		],
		[
			'four ratings',
			(e) => e.ratingScale.steps.push({ rating: 'good', mark: '○', word: '並', criterion: '並の出来。' }),
			'評価の尺度の段階: 3つまでです。',
		],
		[
			'a descent in a word of its own',
			(e) => write(action(e, '1-1-1', 0), 'descendsFrom', 'somewhere'),
			'基本方針1 › 1-(1)-① › 学校の取組 1 の前年度とのつながり: 決められた書き方のどれにも当てはまりません。',
		],
		[
			'a cadence of another kind',
			(e) => write(action(e, '1-1-1', 0), 'cadence', { per: 'month', words: '月1回' }),
			'基本方針1 › 1-(1)-① › 学校の取組 1 の頻度の単位: 「year」「week」「asNeeded」のどれかで書いてください。',
		],
	];

	it.each(slips)('%s', (_, mistake, fault) => {
		expect(faultsAfter(mistake)).toContain(fault);
	});

	it('tells every fault at once, and nothing of what is right', () => {
		const faults = faultsAfter((edition) => {
			write(action(edition, '1-1-1', 0), 'text', '');
			erase(measure(edition, '4-2-4'), 'title');
		});
		expect(faults).toHaveLength(2);
	});

	it('sees descents that go in a circle', () => {
		const circle = faultsAfter((edition) => {
			action(edition, '1-1-3', 0).descendsFrom = [{ action: 'sendai-2025-1-1-3-1', relation: 'same' }];
			action(edition, '1-1-1', 0).descendsFrom = [{ action: 'sendai-2025-1-1-2-1', relation: 'same' }];
			action(edition, '1-1-2', 0).descendsFrom = [{ action: 'sendai-2025-1-1-1-1', relation: 'same' }];
		});
		expect(circle).toHaveLength(3);
		expect(circle.every((fault) => fault.endsWith('前年度とのつながりが輪になっています。'))).toBe(true);
	});

	it('says so too when the file is something else altogether', () => {
		for (const input of [null, [], 'plan', 3]) {
			expect(checkEdition(input)).toEqual([{ place: '行動計画の全体', sentence: '組（{ }）で書いてください。' }]);
		}
		expect(checkEdition({}).map(({ place }) => place)).toContain('基本方針');
	});
});
