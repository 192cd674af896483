// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeviceEntry } from '../../../src/domain/exchange/enrolment.ts';
import { ok, refuse } from '../../../src/domain/result.ts';
import { HandoverPage } from '../../../src/features/handover/HandoverPage.tsx';
import { elementary } from '../../session/browser.ts';
import { standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';
import { device, enrolment, offline, PlayedSync } from '../playedSync.ts';

const lead = device({
	id: enrolment.id,
	label: '職員室のChromebook',
	role: 'ictLead',
	grants: 'principal',
	self: true,
});
const principal = device({ id: '2'.repeat(32), label: '校長室のiPad', role: 'principal', invitedBy: lead.id });
const nameless = device({ id: '3'.repeat(32), invitedBy: principal.id, lastContactAt: null });
const lost = device({ id: '4'.repeat(32), label: '旧・情報室12番', revokedAt: '2026-09-01T01:00:00.000Z' });

let clock = 0;
const arrived = { at: '2026-11-21T04:00:00.000Z', receipt: '2026-E001-412' };

const handover = async (sync: PlayedSync) => {
	const { session, store } = await (await elementary()).visits();
	const deps = {
		status: sync.state,
		sync: async () => sync,
		store: async () => store,
		now: () => clock,
		origin: 'https://masume.example',
		print: () => undefined,
	};
	const page = standing(<HandoverPage session={session} deps={deps} />);
	return { ...page, ...person(page), store, session };
};

/** The countdown has begun: what is drawn comes a moment before it. */
const counts = () => vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));

const enrolled = (status: Parameters<PlayedSync['says']>[0] = {}): PlayedSync => {
	const sync = new PlayedSync({ enrolment, arrived, ...status });
	sync.list = ok([lead, principal, nameless, lost]);
	return sync;
};

beforeEach(() => {
	clock = Date.parse('2026-11-21T05:00:00.000Z');
});
afterEach(() => {
	vi.useRealTimers();
});

describe('the school’s devices', () => {
	test('stand there by name, post, last contact and inviter; the revoked ones are folded away', async () => {
		const { sees, all, one } = await handover(enrolled());
		await sees('学校の端末 3台');
		const rows = all('.devices')[0]?.querySelectorAll(':scope > li');
		expect([...(rows ?? [])].map((row) => row.querySelector('h3')?.textContent)).toEqual([
			'職員室のChromebook',
			'校長室のiPad',
			'教員の端末（呼び名なし）',
		]);
		expect(rows?.[0]?.textContent).toContain('この端末');
		expect(rows?.[0]?.textContent).toContain('教育委員会の登録票');
		expect(rows?.[1]?.textContent).toContain('職員室のChromebook（ICT担当）');
		expect(rows?.[2]?.textContent).toContain('まだありません');
		expect(one('.devices-gone').textContent).toContain('取り消した端末 1台');
		expect(one('.devices-gone').hasAttribute('open')).toBe(false);
	});

	test('without a connection stand there as last seen, with its time, and cannot be revoked', async () => {
		const sync = enrolled();
		const first = await handover(sync);
		await first.sees('校長室のiPad');
		await expect.poll(async () => (await first.store.getSetting('handover.devices')).ok).toBe(true);
		sync.list = offline;
		const { draw } = first;
		draw(null);
		draw(
			<HandoverPage
				session={first.session}
				deps={{
					status: sync.state,
					sync: async () => sync,
					store: async () => first.store,
					now: () => clock,
					origin: '',
					print: () => undefined,
				}}
			/>,
		);
		await first.sees('11月21日 14:00に見た一覧です');
		await first.sees('校長室のiPad');
		expect(first.seen()).not.toContain('登録を取り消す');
		sync.list = ok([lead]);
		await first.presses('もう一度見る');
		await first.sees('学校の端末 1台');
	});

	test('a lost one is revoked by a second press, after it was said what that means', async () => {
		const sync = enrolled();
		const { sees, presses, seen, all } = await handover(sync);
		await sees('校長室のiPad');
		const [ask] = all<HTMLButtonElement>('button[aria-label="校長室のiPadの登録を取り消す"]');
		await act(async () => ask?.click());
		expect(seen()).toContain('この端末に入っている記録は消えませんが');
		expect(sync.asked).toEqual([]);
		sync.list = ok([lead, { ...principal, revokedAt: '2026-11-21T05:00:00.000Z' }]);
		await presses('校長室のiPadの登録を取り消す');
		await sees('取り消した端末 1台');
		await sees('「校長室のiPad」の登録を取り消しました。');
		expect(document.activeElement?.id).toBe('devices');
		expect(sync.asked).toEqual([`revoke ${principal.id}`]);
	});

	test('a revocation that is refused says why', async () => {
		const sync = enrolled();
		sync.answer = refuse('forbidden', 'この端末の役割では取り消せません。');
		const { sees, presses, all } = await handover(sync);
		await sees('校長室のiPad');
		const [ask] = all<HTMLButtonElement>('button[aria-label="校長室のiPadの登録を取り消す"]');
		await act(async () => ask?.click());
		await presses('校長室のiPadの登録を取り消す');
		await sees('この端末の役割では取り消せません。');
	});
});

describe('an invitation', () => {
	test('offers no more than this device may hand on, and the least first', async () => {
		const sync = enrolled({ enrolment: { ...enrolment, grants: 'ictLead' } });
		const { all } = await handover(sync);
		expect(all('[name=inviteRole]').map((radio) => radio.closest('label')?.textContent)).toEqual(['教員', 'ICT担当']);
		expect(all<HTMLInputElement>('[name=inviteRole]')[0]?.checked).toBe(true);
	});

	test('is a picture and a code for the chosen post, with the time that is left', async () => {
		const sync = enrolled();
		const { chooses, presses, sees, one } = await handover(sync);
		await chooses('校長');
		await presses('校長の端末を招待する');
		await sees('0123-4567-89AB');
		expect(sync.asked).toContain('invite principal');
		await sees('あと15分00秒で使えなくなります');
		expect(one('.qr path').getAttribute('d')?.length).toBeGreaterThan(500);
	});

	test('counts down on this device’s clock, whatever the endpoint’s says, and ends', async () => {
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		clock = 1_000_000;
		const { presses, sees, seen } = await handover(enrolled());
		await presses('教員の端末を招待する');
		await sees('あと15分00秒');
		await counts();
		const passes = (seconds: number) =>
			act(async () => {
				clock += seconds * 1000;
				vi.advanceTimersByTime(1000);
			});
		await passes(840);
		await sees('あと1分00秒');
		await passes(60);
		await sees('時間切れになりました');
		expect(seen()).not.toContain('0123-4567-89AB');
	});

	test('goes when the invited device has come, and names it', async () => {
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		const sync = enrolled();
		const { presses, sees, seen } = await handover(sync);
		await sees('校長室のiPad');
		await presses('教員の端末を招待する');
		await sees('0123-4567-89AB');
		await counts();
		const looks = (came: Partial<DeviceEntry>) =>
			act(async () => {
				const newcomer = { label: '6年1組のiPad', invitedBy: lead.id, enrolledAt: '2026-11-21T05:00:07.000Z', ...came };
				sync.list = ok([lead, principal, nameless, lost, device({ id: '5'.repeat(32), ...newcomer })]);
				vi.advanceTimersByTime(5000);
			});
		await looks({ invitedBy: principal.id, label: '校長が招いたiPad' });
		await sees('校長が招いたiPad');
		expect(seen()).toContain('0123-4567-89AB');
		await looks({ enrolledAt: '2026-11-21T04:59:59.000Z', label: '前に招いたiPad' });
		await sees('前に招いたiPad');
		expect(seen()).toContain('0123-4567-89AB');
		await looks({});
		await sees('「6年1組のiPad」が加わりました');
		expect(seen()).not.toContain('0123-4567-89AB');
	});

	test('that cannot be made says why', async () => {
		const sync = enrolled();
		sync.invitation = offline;
		const { presses, sees, all } = await handover(sync);
		await presses('教員の端末を招待する');
		await sees('いまはつながらないため、招待をつくれません。');
		expect(all('.problem')).toEqual([]);
		sync.invitation = refuse('forbidden', 'この役割の端末は招待できません。');
		await presses('教員の端末を招待する');
		await sees('この役割の端末は招待できません。');
		expect(all('.problem')).toHaveLength(1);
	});
});

describe('giving this device back', () => {
	test('is said to be possible exactly when the exchange says so', async () => {
		const sync = enrolled({ returnable: false });
		const { sees, seen } = await handover(sync);
		await sees('まだ返却しないでください');
		await sees('控え（バックアップ）に入るのを待っています');
		sync.says({ returnable: true });
		await sees('この端末は返却できます');
		expect(seen()).not.toContain('まだ返却しないでください');
		sync.says({ returnable: false, waiting: 1 });
		await sees('送信待ちの記録が1件あります');
	});

	test('it cannot leave the school while something waits', async () => {
		const { sees, seen } = await handover(enrolled({ waiting: 2 }));
		await sees('届いてから外せます');
		expect(seen()).not.toContain('この端末を学校から外す');
	});

	test('it leaves by a second press, and is told what stays', async () => {
		const sync = enrolled({ returnable: true });
		const { presses, sees, seen, all } = await handover(sync);
		await presses('この端末を学校から外す');
		expect(seen()).toContain('の記録はこの端末に残りますが');
		await act(async () => all<HTMLButtonElement>('.btn-danger')[0]?.click());
		expect(sync.asked).toContain('leave');
		const { token: _, ...rest } = enrolment;
		sync.says({ enrolment: { ...rest, ended: { at: '2026-11-21T05:00:00.000Z', why: 'left' } } });
		await sees('から外れました。記録はこの端末に残っています。');
	});
});

test('a device without a school is told what enrolling gives and where', async () => {
	const { seen, all } = await handover(new PlayedSync());
	expect(seen()).toContain('まだ学校に登録していません');
	expect(all('a').map((link) => link.getAttribute('href'))).toEqual(['/join', '/settings#backup']);
});
