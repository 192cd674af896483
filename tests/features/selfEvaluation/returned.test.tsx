// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import type { ReportSource } from '../../../src/domain/report/model.ts';
import { selfEvaluation } from '../../../src/domain/report/selfEvaluation.ts';
import { excelDownload } from '../../../src/features/selfEvaluation/excelDownload.ts';
import { Returned } from '../../../src/features/selfEvaluation/Returned.tsx';
import type { Session } from '../../../src/session/session.ts';
import { elementary, lesson, settled, training } from '../../session/browser.ts';
import { colleague, does, reaches, submitted } from '../../session/reviewing.ts';
import { standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';

/** The year's workbook as it is downloaded now. */
async function downloaded(session: Session): Promise<File> {
	const profile = session.profile.value;
	if (!profile) throw new Error('the school is not there yet');
	const { edition, fiscalYear } = session;
	const source: ReportSource = { edition, fiscalYear, profile, fold: session.record(), today: session.today() };
	const report = selfEvaluation(source, { phase: 'final', audience: 'board', short: false });
	const { name, content, type } = await excelDownload.write(report, source);
	return new File([content], name, { type });
}

async function page(session: Session) {
	const stands = standing(<Returned session={session} />);
	const chooses = async (file: File) => {
		const input = stands.one<HTMLInputElement>('input[type=file]');
		Object.defineProperty(input, 'files', { value: [file], configurable: true });
		await act(async () => {
			input.dispatchEvent(new Event('change', { bubbles: true }));
		});
	};
	return { ...stands, ...person(stands), choosesFile: chooses };
}

const textOf = (session: Session, id: string) => session.state(id).value?.texts.result.value;

describe('返ってきたExcelを読み込む', () => {
	test('shows what differs, records only what is chosen, and gives it back in one step', async () => {
		const { session } = await (await elementary()).visits();
		await session.set(`action/${lesson}`, 'result', 'Excelに書かれた文');
		await session.set(`action/${training}`, 'result', '研修のExcelの文');
		const file = await downloaded(session);
		await session.set(`action/${lesson}`, 'result', 'いまの文');
		await session.set(`action/${training}`, 'result', '研修のいまの文');
		const { choosesFile, sees, all, presses, seen } = await page(session);
		await choosesFile(file);
		await sees('今の記録と違うところ 2か所');
		await sees('このファイルを作ったあとに、記録が変わっています');
		expect(seen()).toContain('いまの文');
		expect(seen()).toContain('Excelに書かれた文');
		const boxes = all<HTMLInputElement>('input[type=checkbox]');
		expect(boxes.map(({ checked }) => checked)).toEqual([false, false]);
		await act(async () => boxes[0]?.click());
		await presses('選んだものを記録する');
		await sees('1か所を記録しました');
		await sees('今の記録と違うところ 1か所');
		expect([textOf(session, lesson), textOf(session, training)]).toEqual(['Excelに書かれた文', '研修のいまの文']);
		session.notice.value?.undo?.();
		await settled(session);
		expect(textOf(session, lesson)).toBe('いまの文');
	});

	test('what a colleague writes meanwhile is to be chosen anew', async () => {
		const { session } = await (await elementary()).visits();
		await session.set(`action/${lesson}`, 'result', 'Excelの文');
		const file = await downloaded(session);
		await session.set(`action/${lesson}`, 'result', 'いまの文');
		const { choosesFile, sees, presses } = await page(session);
		await choosesFile(file);
		await sees('今の記録と違うところ 1か所');
		await presses('すべて選ぶ');
		await sees('1か所のうち 1か所を選んでいます');
		await session.set(`action/${lesson}`, 'result', '同僚の文');
		await sees('1か所のうち 0か所を選んでいます');
	});

	test('a ◎○△ of a phase that the board has accepted is not read, and the rest is', async () => {
		const { lead, principal } = await submitted();
		const { session } = lead;
		const file = await downloaded(session);
		await session.set(`action/${lesson}`, 'ratingMidyear', 'excellent');
		await session.set(`action/${lesson}`, 'result', 'いまの文');
		const { choosesFile, sees, seen } = await page(session);
		await choosesFile(file);
		await sees('今の記録と違うところ 2か所');
		await does(principal, 'approve');
		const board = await colleague('board');
		await reaches(principal, board);
		await does(board, 'accept');
		await reaches(board, lead);
		await sees('評価1か所は読み込みません。中間は、教育委員会が受理したため変えられません。');
		await sees('今の記録と違うところ 1か所');
		await session.set(`action/${lesson}`, 'result', '');
		await expect.poll(seen).not.toMatch(/今の記録と(違う|同じ)/);
	});

	test('a file of another school gets a sentence and changes nothing', async () => {
		const { session } = await (await elementary()).visits();
		const file = await downloaded(session);
		await session.set('school', 'name', '架空ゆうひ小学校');
		const before = [...session.record().operations()].length;
		const { choosesFile, sees, all } = await page(session);
		await choosesFile(file);
		await sees('いま開いているのは「架空ゆうひ小学校」です。記録は変わっていません。');
		expect(all('input[type=checkbox]')).toEqual([]);
		expect([...session.record().operations()]).toHaveLength(before);
	});

	test('a file that has gone from where it lay gets a sentence, and another may be chosen', async () => {
		const { session } = await (await elementary()).visits();
		const { choosesFile, sees, seen } = await page(session);
		const gone = new File([''], 'a.xlsx');
		gone.arrayBuffer = () => Promise.reject(new Error('NotReadableError'));
		await choosesFile(gone);
		await sees('ファイルを開けませんでした。記録は変わっていません。');
		expect(seen()).not.toContain('読んでいます');
	});

	test('a file that is no workbook gets a sentence', async () => {
		const { session } = await (await elementary()).visits();
		const { choosesFile, sees } = await page(session);
		await choosesFile(new File(['ID,実績'], 'a.xlsx'));
		await sees('Excelファイル（.xlsx）として読めませんでした。');
	});
});
