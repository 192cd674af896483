// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { closeYear } from '../../../src/domain/record/closing.ts';
import { ok, refuse } from '../../../src/domain/result.ts';
import { HandoverPage } from '../../../src/features/handover/HandoverPage.tsx';
import type { SyncStatus } from '../../../src/sync/sync.ts';
import { elementary, lesson } from '../../session/browser.ts';
import { standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';
import { device, enrolment, offline, PlayedSync } from '../playedSync.ts';

const now = '2027-03-18T05:00:00.000Z';
const onPaper = {
	role: 'ictLead',
	issuedBy: enrolment.id,
	issuedAt: '2027-03-10T05:00:00.000Z',
	expiresAt: '2027-04-24T05:00:00.000Z',
} as const;

const desk = async (status: Partial<SyncStatus> = { enrolment }) => {
	const sync = new PlayedSync(status);
	sync.list = ok([device({ id: enrolment.id, label: '職員室のChromebook', role: 'ictLead', self: true })]);
	sync.invitation = ok({ code: '0123456789AB', role: 'ictLead', expiresAt: '2027-05-02T05:00:00.000Z', now });
	const { session } = await (await elementary()).visits();
	let printed = 0;
	const deps = {
		...{ status: sync.state, sync: async () => sync, now: () => Date.parse(now), origin: 'https://masume.example' },
		store: () => Promise.reject(new Error('not asked for')),
		print: () => {
			printed += 1;
		},
	};
	const draws = () => {
		const page = standing(<HandoverPage session={session} deps={deps} />);
		return { ...page, ...person(page) };
	};
	return { ...draws(), draws, session, sync, printed: () => printed };
};

describe('the sheet for the successor', () => {
	test('says what is open, for whom, and is printed', async () => {
		const { session, presses, one, printed } = await desk();
		await session.set(`action/${lesson}`, 'owner', '教務主任');
		await session.set(`action/${lesson}`, 'nextYear', '4年生でも行う');
		await presses('用紙を見る');
		const sheet = one('.handover-sheet').textContent ?? '';
		expect(sheet).toContain('令和9年3月18日（2027年）');
		expect(sheet).toContain('令和8年度（2026年度）から次の担当者へ');
		expect(sheet).toContain('27のうち 0 達成');
		expect(one('.hs-open tbody tr').textContent).toContain('教務主任');
		expect(one('.hs-open tbody tr').textContent).toContain('次年度 4年生でも行う');
		await presses('用紙を印刷する');
		expect(printed()).toBe(1);
	});

	test('is there without a connection, and says how to be invited', async () => {
		const { sync, presses, sees, all, one } = await desk();
		sync.invitation = offline;
		await presses('用紙に招待をつける');
		await sees('招待のない用紙は、このまま印刷できます。');
		await presses('用紙を見る');
		expect(one('.handover-sheet').textContent).toContain('この用紙に招待はついていません。');
		expect(all('.hs-qr')).toEqual([]);
		await sees('登録ずみの端末で「引継ぎ・端末」を開き');
	});

	test('of a school that never registered tells of the backup, and offers no invitation', async () => {
		const { presses, one, seen } = await desk({});
		await presses('用紙を見る');
		expect(one('.handover-sheet').textContent).toContain('バックアップのファイルを、次に使う端末で');
		expect(seen()).not.toContain('4月まで使える招待');
	});
});

describe('the invitation on it', () => {
	test('is made for ICT担当 and stands on the sheet with its last day and its warning', async () => {
		const { sync, presses, sees, one } = await desk();
		await sees('いま使える用紙の招待は、ありません。');
		await presses('用紙に招待をつける');
		await sees('封筒に入れて手渡し、写真に撮って送らないでください。');
		expect(sync.asked).toContain('invite ictLead for handover');
		await presses('用紙を見る');
		const begin = one('.hs-begin').textContent ?? '';
		expect(begin).toContain('0123-4567-89AB');
		expect(begin).toContain('https://masume.example/join');
		expect(begin).toContain('令和9年5月2日（2027年）まで、端末1台に1回だけ使えます。');
		expect(one('.hs-qr path').getAttribute('d')?.length).toBeGreaterThan(500);
	});

	test('that was made before is told of, and cannot be printed again: a new one ends it', async () => {
		const { sync, sees, draws } = await desk();
		sync.onPaper = ok(onPaper);
		const again = draws();
		await sees('令和9年3月10日（2027年）に「職員室のChromebook」でつくり、');
		await sees('令和9年4月24日（2027年）まで使えます。');
		await sees('前の用紙のQRコードは使えなくなります。');
		await again.presses('用紙を見る');
		expect(again.all('.hs-qr')).toEqual([]);
		await again.presses('用紙の招待をつくり直す');
		await sees('用紙にQRコードを載せました。');
		expect(again.all('.hs-qr')).toHaveLength(1);
	});

	test('is ended by a second press, and goes from the sheet', async () => {
		const { sync, draws } = await desk();
		sync.onPaper = ok(onPaper);
		const { presses, sees, all } = draws();
		await sees('使われていない用紙の招待が1つあります。');
		await presses('用紙の招待をつくり直す');
		await sees('用紙にQRコードを載せました。');
		await presses('用紙を見る');
		expect(all('.hs-qr')).toHaveLength(1);
		await presses('用紙の招待を取り消す');
		expect(sync.asked).not.toContain('endHandoverInvitation');
		sync.onPaper = ok(null);
		await act(async () => all<HTMLButtonElement>('.btn-danger')[0]?.click());
		expect(sync.asked).toContain('endHandoverInvitation');
		await sees('いま使える用紙の招待は、ありません。');
		expect(all('.hs-qr')).toEqual([]);
	});

	test('that cannot be made or ended says why, in calm words where there is no connection', async () => {
		const { sync, sees, presses, all } = await desk();
		await sees('いま使える用紙の招待は、ありません。');
		sync.invitation = offline;
		await presses('用紙に招待をつける');
		await sees('招待のない用紙は、このまま印刷できます。');
		expect(all('.problem')).toEqual([]);
		sync.invitation = refuse('forbidden', 'この端末の立場では行えません。');
		await presses('用紙に招待をつける');
		await sees('この端末の立場では行えません。');
	});

	test('is seen by a teacher, who can neither make nor end it', async () => {
		const { sync, draws } = await desk({ enrolment: { ...enrolment, role: 'teacher', grants: 'teacher' } });
		sync.onPaper = ok(onPaper);
		const { sees, seen } = draws();
		await sees('使われていない用紙の招待が1つあります。');
		await sees('用紙の招待は、ICT担当・教頭・校長の端末でつくります。');
		expect(seen()).not.toContain('用紙の招待を取り消す');
	});
});

test('in a closed year what the successor should know is read and no more entered; the sheet is still printed', async () => {
	const { session, one, presses, printed } = await desk();
	expect(one('#handover-notes').closest('fieldset:disabled')).toBeNull();
	await session.take({ edits: closeYear });
	await expect.poll(() => one('#handover-notes').closest('fieldset:disabled')).not.toBeNull();
	expect(one('.handover-paper').textContent).toContain('令和8年度は締めくくられているため、書き込めません。');
	await presses('用紙を見る');
	await presses('用紙を印刷する');
	expect(printed()).toBe(1);
});
