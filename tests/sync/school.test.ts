import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeBackup } from '../../src/endpoint/maintenance/backup.ts';
import { good } from '../store/profile.ts';
import { textsAt, useCity } from './city.ts';
import { begins } from './cityHall.ts';
import { asLead, until } from './device.ts';

const city = useCity();
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

describe('a school and its devices', () => {
	test('enrols one with the printed code, invites the other, and both hold the same', async () => {
		const lead = city.device();
		await lead.type('試しに書いた');
		const code = await city.hall.code();
		expect(await good(lead.sync.lookUp(code))).toMatchObject({ school: { name: '若葉小学校(架空)' }, role: null });
		await good(lead.sync.enrol({ code, ...asLead }));
		expect(lead.sync.status()).toMatchObject({ known: true, running: false, waiting: 0, offline: false });
		expect(lead.sync.status().arrived).toEqual({ at: new Date(begins).toISOString(), receipt: '2026-1' });
		const { code: invitation } = await good(lead.sync.invite('principal'));
		const principal = city.device();
		await good(principal.sync.enrol({ code: invitation, role: 'principal', label: '校長室', adopt: false }));
		expect(await principal.texts()).toEqual(['試しに書いた']);
		await principal.type('校長が書いた');
		await principal.sync.now();
		await lead.sync.now();
		expect(await lead.texts()).toEqual(['校長が書いた', '試しに書いた']);
		const devices = await good(lead.sync.devices());
		expect(devices.map(({ label, self }) => [label, self])).toContainEqual(['職員室のiPad', true]);
		expect(devices).toHaveLength(2);
	});

	test('says in words what a code is that cannot be one, without asking anybody', async () => {
		const lead = city.device();
		for (const refused of [await lead.sync.lookUp('12'), await lead.sync.enrol({ ...asLead, code: 'あいう' })]) {
			expect(refused).toMatchObject({ ok: false, refusal: { reason: 'unknownCode' } });
		}
		expect(city.asked()).toEqual([]);
		expect(await lead.sync.lookUp('0000-0000-0000')).toMatchObject({ ok: false, refusal: { reason: 'unknownCode' } });
	});

	test('enrols with the same code again when the answer was lost', async () => {
		const lead = city.device();
		const code = await city.hall.code();
		const straight = city.line;
		city.line = async (url, init) => {
			await straight(url, init);
			return offline();
		};
		expect(await lead.sync.enrol({ code, ...asLead })).toMatchObject({ ok: false, refusal: { reason: 'offline' } });
		expect(lead.sync.status().enrolment).toBeUndefined();
		city.line = straight;
		await good(lead.sync.enrol({ code, ...asLead }));
		expect(await good(lead.sync.devices())).toHaveLength(1);
	});

	test('without a connection goes on writing, says so quietly, and sends when it is back', async () => {
		const lead = await city.enrolled();
		const straight = city.line;
		city.line = offline;
		await lead.type('つながらないところで');
		await lead.sync.now();
		await until('the status follows', () => lead.sync.status().waiting === 1);
		expect(lead.sync.status()).toMatchObject({ offline: true, returnable: false });
		expect(lead.sync.status().trouble).toBeUndefined();
		city.line = straight;
		await lead.sync.now();
		expect(lead.sync.status()).toMatchObject({ offline: false, waiting: 0 });
		expect(await textsAt(city.hall)).toEqual(['つながらないところで']);
	});

	test('one request tells that there is nothing new', async () => {
		const lead = await city.enrolled();
		await lead.type('一');
		await lead.sync.now();
		city.asked();
		await lead.sync.now();
		expect(city.asked()).toEqual(['GET …/years']);
	});

	test('a timed pass needs no connection to know that there is none', async () => {
		const lead = await city.enrolled();
		lead.triggers.online = false;
		city.asked();
		lead.sync.start();
		await until('it has looked', () => lead.sync.status().offline);
		expect(city.asked()).toEqual([]);
		lead.triggers.online = true;
		lead.triggers.happens('online');
		await until('it has exchanged', () => !lead.sync.status().offline && !lead.sync.status().running);
		expect(city.asked()).toEqual(['GET …/years']);
	});

	test('what is written is on its way three seconds later, and the page hears what came', async () => {
		const pulled: number[] = [];
		const lead = await city.enrolled('ictLead', { onPulled: (fiscalYear) => pulled.push(fiscalYear) });
		const principal = await city.enrolled('principal');
		lead.sync.start();
		await lead.sync.now();
		await principal.type('三秒後に', 2025);
		await principal.sync.now();
		await lead.type('三秒前に');
		lead.clock.pass(3_000);
		await until('it has come', async () => (await textsAt(city.hall)).includes('三秒前に'));
		await until('it has been pulled', () => pulled.length > 0);
		expect(pulled).toEqual([2025]);
		expect(await lead.texts(2025)).toEqual(['三秒後に']);
	});

	test('counts what comes while it comes', async () => {
		const lead = await city.enrolled();
		for (let n = 0; n < 5; n += 1) await lead.type(`文${n}`);
		await lead.sync.now();
		const other = city.device();
		const seen = new Set<number | undefined>();
		other.sync.onChange(() => seen.add(other.sync.status().received));
		await good(other.sync.enrol({ code: await city.hall.code(), ...asLead }));
		expect(seen).toContain(5);
		expect(other.sync.status().received).toBeUndefined();
	});

	test('may be returned when everything lies in a backup, and no earlier', async () => {
		const lead = await city.enrolled();
		lead.sync.start();
		await lead.type('大切な文');
		await lead.sync.now();
		expect(lead.sync.status()).toMatchObject({ waiting: 0, returnable: false });
		const folder = await mkdtemp(join(tmpdir(), 'masume-returnable-'));
		await good(
			writeBackup(city.hall.storage, folder, '2026-11-21T05:00:00Z', (bytes) => crypto.getRandomValues(bytes)),
		);
		await rm(folder, { recursive: true });
		expect(lead.sync.status().returnable).toBe(false);
		await lead.sync.now();
		expect(lead.sync.status().returnable).toBe(true);
		await lead.type('まだ送っていない文');
		await until('the status follows', () => !lead.sync.status().returnable);
	});
});

describe('the end of a device at a school', () => {
	test('revoked, it keeps its record, says so, and asks for nothing any more', async () => {
		const lead = await city.enrolled();
		const lost = await city.enrolled('teacher');
		await lost.type('失くす前に');
		await lost.sync.now();
		const { id } = (await good(lead.sync.devices())).find(({ self }) => !self) ?? {};
		await good(lead.sync.revoke(id ?? ''));
		await lost.type('失くした後に');
		await lost.sync.now();
		expect(lost.sync.status()).toMatchObject({ enrolment: { ended: { why: 'revoked' } }, waiting: 1 });
		expect(lost.sync.status().enrolment?.token).toBeUndefined();
		expect(await lost.texts()).toEqual(['失くした後に', '失くす前に'].toSorted());
		city.asked();
		await lost.sync.now();
		expect(city.asked()).toEqual([]);
		expect(await lost.sync.invite('teacher')).toMatchObject({ ok: false, refusal: { reason: 'notEnrolled' } });
		await good(lost.sync.enrol({ code: await city.hall.code(), ...asLead }));
		expect(await textsAt(city.hall)).toEqual(['失くした後に', '失くす前に'].toSorted());
	});

	test('learns from any answer that it was revoked', async () => {
		const lead = await city.enrolled();
		const lost = await city.enrolled('teacher');
		const { id } = (await good(lead.sync.devices())).find(({ self }) => !self) ?? {};
		await good(lead.sync.revoke(id ?? ''));
		expect(await lost.sync.devices()).toMatchObject({ ok: false, refusal: { reason: 'revoked' } });
		expect(lost.sync.status().enrolment?.ended?.why).toBe('revoked');
	});

	test('a proxy that wants a password ends nothing', async () => {
		const lead = await city.enrolled();
		city.line = () => new Response('<html>', { status: 401 });
		await lead.sync.now();
		expect(lead.sync.status()).toMatchObject({ trouble: { reason: 'unreadable' } });
		expect(lead.sync.status().enrolment?.token).toBeDefined();
	});

	test('leaves only with everything sent', async () => {
		const lead = await city.enrolled();
		const straight = city.line;
		city.line = offline;
		await lead.type('まだここだけ');
		await lead.sync.now();
		expect(await lead.sync.leave()).toMatchObject({ ok: false, refusal: { reason: 'waiting' } });
		city.line = straight;
		await good(lead.sync.leave());
		expect(lead.sync.status().enrolment).toMatchObject({ ended: { why: 'left' } });
		expect(await textsAt(city.hall)).toEqual(['まだここだけ']);
		expect(await lead.texts()).toEqual(['まだここだけ']);
	});

	test('goes to another school only with everything sent', async () => {
		const lead = await city.enrolled();
		await lead.type('前の学校の文');
		const elsewhere = await city.hall.code('B999000000002');
		expect(await lead.sync.enrol({ code: elsewhere, ...asLead })).toMatchObject({
			ok: false,
			refusal: { reason: 'otherSchool' },
		});
		await lead.sync.now();
		await good(lead.sync.enrol({ code: elsewhere, ...asLead }));
		expect(await lead.texts()).toEqual([]);
		expect(await textsAt(city.hall)).toEqual(['前の学校の文']);
	});
});
