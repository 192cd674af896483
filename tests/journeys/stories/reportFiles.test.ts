import { readXlsx } from 'hucre/xlsx';
import { describe, expect } from 'vitest';
import { SelfEvaluationFile } from '../../../src/domain/exchange/selfEvaluationFile.ts';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { actions } from './plan.ts';

const result = '髙﨑さんの地図を①㈱〜－と読んだ。✎';

const file = async (lead: Lead, button: string) => {
	const saved = await lead.page.saved(() => lead.presses(button));
	await lead.sees(`「${saved.name}」を書き出しました`, '.se-downloads');
	return saved;
};

describe('the files of the self-evaluation', () => {
	journey('carry what was written, and the public ones nothing else', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.opens(`/actions/${actions.generative.id}`);
		await lead.types('実績', result);
		await lead.keys('Tab');
		await lead.sees(result, '.history');
		await lead.opens('/self-evaluation?phase=midyear&for=board');
		await lead.sees('ほかの調査にも使う');

		const csv = await file(lead, 'CSV（UTF-8）');
		expect(csv.name).toMatch(/^R\d+_自己評価書_.*_中間\.csv$/);
		expect(csv.text).toContain(`【実績】${result}`);
		const json = await file(lead, 'JSON');
		expect(SelfEvaluationFile.parse(JSON.parse(json.text)).record?.length).toBeGreaterThan(0);

		// This browser's own table of characters, turned round: all but the one that it does not have.
		const shiftJis = await file(lead, 'CSV（Shift_JIS）');
		expect(new TextDecoder('shift_jis').decode(shiftJis.bytes)).toContain('髙﨑さんの地図を①㈱');
		await lead.sees('Shift_JISにない文字「✎」', '.se-downloads');
		await lead.nowhereSees('Shift_JISにない文字「髙」', '.se-downloads');

		const excel = await file(lead, 'Excel');
		expect(excel.name).toMatch(/^R\d+_自己評価書_.*_中間\.xlsx$/);
		const { sheets } = await readXlsx(excel.bytes);
		expect(sheets[0]?.name).toBe('印刷用');
		expect(sheets.find(({ name }) => name === 'データ')?.rows.flat()).toContain(result);

		for (const [button, ending] of [
			['Markdown（公表用）', 'md'],
			['HTML（公表用）', 'html'],
		] as const) {
			const { name, text } = await file(lead, button);
			expect(name.endsWith(`_公表用.${ending}`)).toBe(true);
			expect(text).toContain(result);
			expect(text).not.toContain('達成時期');
		}
	});
});
