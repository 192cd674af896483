import type { Lead } from '../lead.ts';
import { actions } from '../stories/plan.ts';

/** The pages beside the daily ones, at a school in the middle of its year; `looks` is called at each, forms open. */
export async function goesRoundTheYear(lead: Lead, looks: (at: string) => Promise<void>): Promise<void> {
	await lead.opens('/indicators');
	await lead.presses('場面①に記録を足す');
	await lead.sees('この内容で記録する');
	await looks('indicators');
	await lead.opens('/measurement');
	await lead.sees('令和8年度の測定', 'main');
	await looks('measurement');
	await lead.opens('/staff-survey');
	await lead.sees('A-1', 'main');
	await looks('staff-survey');
	await lead.opens('/review');
	await lead.sees('前回', 'main');
	await looks('review');
	await lead.opens('/self-evaluation?phase=midyear&for=public');
	await lead.sees('校長確認', '.se-page');
	await looks('self-evaluation');
	await lead.opens('/years');
	await lead.sees('令和9年度', 'main');
	await looks('years');
	await lead.opens('/new-year');
	await lead.presses('引き継ぐ□をえらぶ');
	await lead.sees('0件を引き継ぎます');
	await looks('new-year');
	await lead.opens('/handover');
	await lead.presses('用紙を見る');
	await lead.sees('引継ぎの用紙', '.handover-sheet');
	await looks('handover-sheet');
	await lead.opens(`/actions/${actions.programming.id}`);
	await lead.sees('差戻し', 'main');
	await looks('action-returned');
}
