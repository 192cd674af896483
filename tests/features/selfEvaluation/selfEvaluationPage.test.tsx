// @vitest-environment happy-dom

import { act } from 'preact/test-utils';
import { LocationProvider } from 'preact-iso';
import { describe, expect, test } from 'vitest';
import type { Download } from '../../../src/features/selfEvaluation/downloads.ts';
import { htmlDownload } from '../../../src/features/selfEvaluation/htmlDownload.ts';
import { SelfEvaluationPage } from '../../../src/features/selfEvaluation/SelfEvaluationPage.tsx';
import type { Session } from '../../../src/session/session.ts';
import type { Years } from '../../../src/session/years.ts';
import { elementary, lesson, training } from '../../session/browser.ts';
import { does, reaches, submitted } from '../../session/reviewing.ts';
import { standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';

const noOtherYears: Years = {
	list: async () => [],
	edition: async () => undefined,
	editionOf: async () => undefined,
	record: async () => undefined,
	write: () => Promise.reject(new Error('not asked for')),
	current: () => 2026,
	today: () => '2026-11-21',
	open: () => undefined,
};

const desk = async (downloads: readonly Download[] = [], given?: Session) => {
	history.replaceState(null, '', '/self-evaluation?phase=midyear');
	const session = given ?? (await (await elementary()).visits()).session;
	const saved: string[] = [];
	let printed = 0;
	const page = standing(
		<LocationProvider>
			<SelfEvaluationPage
				{...{ session, downloads, years: noOtherYears, registered: undefined }}
				crosswalk={async () => undefined}
				copy={async () => undefined}
				save={(name) => saved.push(name)}
				print={() => {
					printed += 1;
				}}
			/>
		</LocationProvider>,
	);
	const sheet = () => page.one('.se-desk').textContent ?? '';
	return { ...page, ...person(page), session, sheet, saved, printed: () => printed };
};

describe('the self-evaluation', () => {
	test('shows the school what will be printed, and prints it', async () => {
		const { session, sees, sheet, presses, printed } = await desk();
		await session.set(`action/${lesson}`, 'result', '全学年で行った');
		await sees('全学年で行った');
		expect(sheet()).toContain('校長の確認はまだです');
		expect(sheet()).toContain('1 / 1');
		await presses('印刷・PDF');
		expect(printed()).toBe(1);
	});

	test('keeps what is only for inside out of the public version, and says so', async () => {
		const { session, sees, sheet, chooses } = await desk();
		await session.set(`action/${lesson}`, 'owner', '教務主任');
		await session.set('occurrence/1', 'action', lesson);
		await session.set('occurrence/1', 'place', 'ひみつの部屋');
		await sees('ひみつの部屋');
		await chooses('公表用');
		await sees('公表用から除いたもの');
		expect(sheet()).not.toContain('ひみつの部屋');
		await sees('実施記録の日・場所・メモ 1件');
	});

	test('names words that look like a person before anything is published', async () => {
		const { session, sees, chooses } = await desk();
		await session.set('evaluation/midyear', 'focus', '青葉花子さんの取組を広げる');
		await sees('重点目標');
		await chooses('公表用');
		await sees('青葉花子さん」');
	});

	test('asks where the school’s name belongs as long as it has none', async () => {
		const { session, sees, seen } = await desk();
		await sees('学校名は設定で入れると、紙面に載ります。');
		await session.set('school', 'name', '架空ゆうひ小学校');
		await sees('架空ゆうひ小学校');
		expect(seen()).not.toContain('学校名は設定で');
	});

	test('says before somebody writes that the principal has approved the phase', async () => {
		const { lead, principal } = await submitted();
		const { sees, seen } = await desk([], lead.session);
		expect(seen()).not.toContain('校長が承認しています');
		await does(principal, 'approve');
		await reaches(principal, lead);
		await sees('校長が承認しています。書きかえると、校長確認に「承認後に変更あり」と出ます。');
	});

	test('what was checked before publishing is to be checked again when there is more of it', async () => {
		const { session, sees, chooses, one } = await desk();
		await session.set(`action/${lesson}`, 'owner', '教務主任');
		await chooses('公表用');
		await sees('あと1件を確かめてから公表します。');
		await act(async () => one<HTMLInputElement>('.se-omissions input').click());
		await sees('すべて確かめました。');
		await session.set(`action/${training}`, 'owner', '研究主任');
		await sees('あと1件を確かめてから公表します。');
	});

	test('says with a public file taken beside the board’s version what to check first', async () => {
		const { session, sees, presses, saved } = await desk([htmlDownload]);
		await session.set('evaluation/midyear', 'focus', '青葉花子さんの取組を広げる');
		await sees('青葉花子さん');
		await presses('HTML（公表用）');
		await sees('これは公表用です。人や連絡先のように見えることばが1か所あります。');
		expect(saved).toEqual(['R8_自己評価書_小学校_中間_公表用.html']);
	});

	test('hands over a file, and where it cannot be made, says what is safe', async () => {
		const works: Download = {
			...{ key: 'works', label: 'できる' },
			write: async ({ fileName }) => ({
				name: `${fileName}.txt`,
				content: '',
				type: 'text/plain',
				notes: ['一字だけ直しました'],
			}),
		};
		const fails: Download = {
			...works,
			key: 'fails',
			label: 'できない',
			write: () => Promise.reject(new Error('full')),
		};
		const { sees, presses, saved } = await desk([works, fails]);
		await sees('できる');
		await presses('できる');
		await sees('一字だけ直しました');
		expect(saved).toEqual(['R8_自己評価書_小学校_中間.txt']);
		await presses('できない');
		await sees('できないのファイルをつくれませんでした。記録はこの端末にそのまま残っています。');
		expect(saved).toHaveLength(1);
	});
});
