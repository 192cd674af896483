import { describe } from 'vitest';
import { journey } from '../journey.ts';
import type { Lead } from '../lead.ts';
import { actions } from './plan.ts';

const fullDisk = '端末の空き容量が足りないため、保存できませんでした。';

/** From here on the database refuses to take anything in, as it does on a full disk. */
const fillsUp = (lead: Lead) =>
	lead.page.run(() => {
		const kept = { add: IDBObjectStore.prototype.add, put: IDBObjectStore.prototype.put };
		Object.assign(window, { kept });
		const refuse = () => {
			throw new DOMException('no room left', 'QuotaExceededError');
		};
		Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse });
	}, undefined);

const hasRoomAgain = (lead: Lead) =>
	lead.page.run(() => {
		Object.assign(IDBObjectStore.prototype, (window as Window & { kept?: object }).kept);
	}, undefined);

describe('a full disk', () => {
	journey('gives the □ back, says why, and takes the tick once there is room', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await fillsUp(lead);
		await lead.ticks('情報モラル教育の授業');
		await lead.sees(fullDisk, '[role=alert]');
		await lead.seesTick(actions.moral.words, '□');
		await lead.sees('27のうち 0 達成');
		await lead.sees('保存できていません', '.head');

		await hasRoomAgain(lead);
		await lead.presses('もう一度保存する');
		await lead.seesTick(actions.moral.words, '☑');
		await lead.nowhereSees(fullDisk);
		await lead.isSaved();
	});

	journey('loses nothing that was typed', async (school) => {
		const lead = await school.lead();
		await lead.begins();
		await lead.opens(`/actions/${actions.generative.id}`);
		await lead.sees('まだ変更はありません。');
		await fillsUp(lead);
		await lead.types('実績', '5年生で実施した。');
		await lead.keys('Tab');
		await lead.sees(fullDisk, '[role=alert]');
		await lead.seesText('result', '5年生で実施した。');
		await lead.sees('まだ変更はありません。');

		await lead.reloads();
		await lead.seesText('result', '5年生で実施した。');
		await lead.sees('5年生で実施した。', '.history');
	});
});
