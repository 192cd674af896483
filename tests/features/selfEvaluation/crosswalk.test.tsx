// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import type { Crosswalk as CrosswalkData } from '../../../src/domain/plan/crosswalk.ts';
import { Crosswalk } from '../../../src/features/selfEvaluation/Crosswalk.tsx';
import { modelSchool } from '../../files/report/school.ts';
import { standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';

const data = JSON.parse(readFileSync('seeds/crosswalk/sendai-2025.json', 'utf8')) as CrosswalkData;
const source = modelSchool();

function opened(load: (edition: string) => Promise<CrosswalkData | undefined>, copy = async (_: string) => {}) {
	const page = standing(<Crosswalk source={source} phase="midyear" load={load} copy={copy} />);
	const item = (title: string) =>
		page.all('.crosswalk-item').find((each) => each.querySelector('.crosswalk-title')?.textContent === title);
	return { ...page, ...person(page), item };
}

describe('what is answered already', () => {
	test('stands under each item of the questionnaires, in the words of the report', async () => {
		const { sees, item, all } = opened(async (edition) => (edition === 'sendai-2025' ? data : undefined));
		await sees('ほかの調査にも使う');
		expect(all('.crosswalk-fold')).toHaveLength(2);
		const sure = item('情報活用能力の育成と評価')?.textContent;
		expect(sure).toContain('情報活用能力育成の年間計画を策定し');
		expect(sure).toContain('達成');
		expect(sure).toContain('十分');
		expect(sure).toContain('4月に全学年の年間計画をつくり');
		expect(sure).not.toContain('めやす');
	});

	test('says where the correspondence or the title is not sure, and where there is none', async () => {
		const { sees, item } = opened(async () => data);
		await sees('ほかの調査にも使う');
		expect(item('推進組織・校務分掌')?.textContent).toContain('対応はめやすです');
		expect(item('推進組織・校務分掌')?.textContent).toContain('「情報化推進組織・校務分掌」に変わると案内されました');
		expect(item('学校ウェブサイト')?.textContent).toContain('計画には、はっきり対応する取組がありません');
		expect(item('普通教室におけるICT環境')?.textContent).toContain('市の取組だけの項目です');
		expect(item('普通教室におけるICT環境')?.querySelector('button')).toBeNull();
	});

	test('can be copied, and says so; where it cannot be, says what to do', async () => {
		const copied: string[] = [];
		const { sees, item } = opened(
			async () => data,
			async (words) => {
				if (words.includes('プログラミング')) throw new Error('not allowed');
				copied.push(words);
			},
		);
		await sees('ほかの調査にも使う');
		act(() => item('情報活用能力の育成と評価')?.querySelector('button')?.click());
		await sees('写しました。');
		expect(item('情報活用能力の育成と評価')?.querySelector('[role=status]')?.textContent).toBe('写しました。');
		expect(copied[0]).toMatch(/^情報活用能力育成の年間計画を策定し.*\n達成・◎ 十分\n【実績】4月に/);
		act(() => item('プログラミング教育')?.querySelector('button')?.click());
		await sees('写せませんでした。文字をえらんで写してください。');
	});

	test('is nothing where nobody has made a crosswalk, or it cannot be loaded', async () => {
		let asked = 0;
		const none = opened(async () => void asked++ as undefined);
		const broken = opened(async () => {
			asked++;
			throw new Error('offline');
		});
		await act(async () => {
			await new Promise((done) => setTimeout(done));
		});
		expect(asked).toBe(2);
		expect([none.all('section'), broken.all('section')].flat()).toEqual([]);
	});
});
