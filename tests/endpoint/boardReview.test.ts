import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SignedOperation } from '../../src/domain/exchange/signature.ts';
import { foldRecord } from '../../src/domain/record/fold.ts';
import type { Json, Operation } from '../../src/domain/record/operation.ts';
import { readReview } from '../../src/domain/record/review/readReview.ts';
import { keyIdOf } from '../../src/endpoint/access/signatures.ts';
import { writeBackup } from '../../src/endpoint/maintenance/backup.ts';
import { restoreBackup } from '../../src/endpoint/maintenance/restore.ts';
import { type Officer, type SchoolDevice, school } from './city.ts';
import type { Answer } from './client.ts';

const content = { hash: 'ab'.repeat(32), versionVector: { [`${'a'.repeat(32)}`]: 3 }, operations: 3 };
const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

const decides = (officer: Officer, event: string, more: object = {}, year = 2026): Promise<Answer> =>
	officer.ask('POST', `/board/schools/aoba-e/years/${year}/review`, { json: { phase: 'midyear', event, ...more } });

const reviewsSeenBy = async (officer: Officer, year = 2026) =>
	(await officer.ask('GET', `/board/reviews?year=${year}`)).json;

/** One step of the school, signed by the device that makes it. */
async function steps(device: SchoolDevice, value: Json, replaces: readonly string[] = []): Promise<SignedOperation> {
	const signed = await device.signs(device.notes('review/midyear', 'state', value, replaces));
	expect((await device.push([signed])).status).toBe(200);
	return signed;
}

/** 青葉小, whose principal has approved 中間. */
async function approvedSchool() {
	const setting = await school();
	const submitted = await steps(setting.lead, { state: 'submitted', content });
	const later = {
		...setting.principal.notes('review/midyear', 'state', { state: 'approved', content }, [submitted.id]),
	};
	const approved = await setting.principal.signs({ ...later, lamport: 9 });
	expect((await setting.principal.push([approved])).status).toBe(200);
	return { ...setting, submitted, approved };
}

const pulled = async (device: SchoolDevice): Promise<readonly SignedOperation[]> =>
	(await device.pull()).json.operations as readonly SignedOperation[];

const midyear = (operations: readonly Operation[]) => readReview(foldRecord(operations), 'midyear');

describe('an acceptance of the board', () => {
	it('locks what the principal has approved, and reaches the school by its ordinary pull', async () => {
		const { officer, lead, approved } = await approvedSchool();
		const answer = await decides(officer, 'accept');
		expect(answer.status).toBe(200);
		expect(answer.json.midyear).toMatchObject({ state: 'accepted', approval: { content: 'abab-abab' } });
		const page = (await lead.pull()).json as { count: number; versionVector: object; operations: SignedOperation[] };
		const [acceptance] = page.operations.slice(-1);
		expect(acceptance).toMatchObject({
			...{ entity: 'review/midyear', field: 'state', value: { state: 'accepted', content } },
			by: { role: 'board', label: '青葉市教育委員会' },
			replaces: [approved.id],
			lamport: approved.lamport + 1,
			version: 1,
		});
		expect(acceptance?.id).toMatch(/^[0-9a-f]{32}\.1$/);
		expect(page.count).toBe(3);
		expect(page.versionVector).toMatchObject({ [acceptance?.id.split('.')[0] ?? '']: 1 });
		expect(midyear(page.operations)).toMatchObject({ state: 'accepted', locked: true });
	});

	it('can only be opened by the board, with a reason that the school reads', async () => {
		const { officer, principal } = await approvedSchool();
		await decides(officer, 'accept');
		const silent = await decides(officer, 'reopen', { reason: ' ' });
		expect([silent.status, silent.json.reason]).toEqual([409, 'reviewRefused']);
		expect(silent.json.detail).toContain('開き直しには理由が必要です');
		const reopened = await decides(officer, 'reopen', { reason: '1-(1)の評価を確かめてください。' });
		expect(reopened.json.midyear).toMatchObject({
			...{ state: 'draft', approval: null },
			reopenedBecause: '1-(1)の評価を確かめてください。',
		});
		const review = midyear(await pulled(principal));
		expect(review).toMatchObject({ state: 'draft', locked: false });
		expect(review.step).toMatchObject({ event: 'reopen', by: 'board', reason: '1-(1)の評価を確かめてください。' });
		expect(review.step?.id).toMatch(/\.2$/);
	});

	it('is refused by the rule of the school’s own app, in its words, and changes nothing', async () => {
		const { city, officer, lead } = await school();
		const nothing = await decides(officer, 'accept');
		expect([nothing.status, nothing.json.reason, nothing.json.detail]).toEqual([
			...[409, 'reviewRefused'],
			'いまは「作成中」です。校長が承認したものを受理できます。',
		]);
		await steps(lead, 'submitted');
		const kept = await city.dump();
		expect((await decides(officer, 'accept')).json.detail).toContain('いまは「確認待ち」です。');
		expect((await decides(officer, 'reopen', { reason: '？' })).json.detail).toContain('いまは「確認待ち」です。');
		expect(await city.dump()).toBe(kept);
	});

	it('stays what the board sees where a principal had reopened without knowing of it', async () => {
		const { officer, principal, approved } = await approvedSchool();
		const reopening = principal.notes('review/midyear', 'state', { state: 'draft', reason: '直す' }, [approved.id]);
		await decides(officer, 'accept');
		await principal.push([await principal.signs({ ...reopening, lamport: 50 })]);
		expect(midyear(await pulled(principal))).toMatchObject({ state: 'draft', locked: true });
		expect((await reviewsSeenBy(officer)).schools).toMatchObject([{ midyear: { state: 'accepted' } }]);
		expect((await decides(officer, 'accept')).json.detail).toContain('いまは「教育委員会が受理」です。');
		expect((await decides(officer, 'reopen', { reason: '申し出により。' })).json.midyear).toMatchObject({
			...{ state: 'draft', reopenedBecause: '申し出により。' },
		});
		expect(midyear(await pulled(principal))).toMatchObject({ state: 'draft', locked: false, others: [] });
	});

	it('covers what the officer had before them: where the principal has approved another content since, nothing is accepted', async () => {
		const { officer, principal, approved } = await approvedSchool();
		const other = { ...content, hash: 'cd'.repeat(32) };
		const again = principal.notes('review/midyear', 'state', { state: 'approved', content: other }, [approved.id]);
		await principal.push([await principal.signs({ ...again, lamport: 50 })]);
		const refused = await decides(officer, 'accept', { content: 'abab-abab' });
		expect([refused.status, refused.json.reason]).toEqual([409, 'reviewRefused']);
		expect(refused.json.detail).toContain('校長が別の内容を承認しています');
		expect(midyear(await pulled(principal))).toMatchObject({ state: 'approved', locked: false });
		expect((await decides(officer, 'accept', { content: 'cdcd-cdcd' })).status).toBe(200);
	});

	it('is made once by two officers who press at once', async () => {
		const { officer, principal } = await approvedSchool();
		const answers = await Promise.all([decides(officer, 'accept'), decides(officer, 'accept')]);
		expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
		const accepted = (await pulled(principal)).filter(({ by }) => by.role === 'board');
		expect(accepted).toHaveLength(1);
	});

	it('stands in the year and the phase it was made for', async () => {
		const { officer } = await approvedSchool();
		expect((await decides(officer, 'accept', {}, 2025)).status).toBe(409);
		expect((await decides(officer, 'accept', { phase: 'final' })).status).toBe(409);
		expect((await decides(officer, 'withdraw')).json.reason).toBe('unreadable');
	});
});

describe('what a school’s device cannot do', () => {
	it('make an acceptance, or open one, under whatever post and key', async () => {
		const { officer, lead, principal } = await approvedSchool();
		await decides(officer, 'accept');
		const [acceptance] = (await pulled(principal)).slice(-1) as [SignedOperation];
		const board = { role: 'board', label: '青葉市教育委員会' } as const;
		for (const device of [lead, principal]) {
			const said = (value: Json, more: object = {}) => ({
				...device.notes('review/midyear', 'state', value, [acceptance.id]),
				...more,
			});
			const forged = [
				await device.signs(said({ state: 'accepted', content })),
				await device.signs(said({ state: 'accepted', content }, { by: board })),
				await device.signs(said({ state: 'draft', reason: '?' }, { by: board })),
				{ ...said({ state: 'accepted', content }, { by: board }), signature: acceptance.signature },
				{ ...acceptance, entity: 'review/final' },
				{ ...acceptance, id: `${acceptance.id.split('.')[0]}.2` },
			];
			for (const each of forged) {
				const answer = await device.push([each as Operation]);
				expect([answer.status, answer.json.operations], JSON.stringify(each)).toEqual([422, [each.id]]);
			}
		}
		// Signed in its own name it is written down, and is no step: what the board accepted stays locked.
		const opening = principal.notes('review/midyear', 'state', { state: 'draft', reason: '?' }, [acceptance.id]);
		await principal.push([await principal.signs({ ...opening, lamport: 99 })]);
		expect(midyear(await pulled(lead))).toMatchObject({ state: 'accepted', locked: true });
		expect((await reviewsSeenBy(officer)).schools).toMatchObject([{ midyear: { state: 'accepted' } }]);
	});

	it('take the board’s key away by enrolling it as its own', async () => {
		const { city, officer, lead, principal } = await approvedSchool();
		await decides(officer, 'accept');
		const [acceptance] = (await pulled(principal)).slice(-1) as [SignedOperation];
		const { boardKeys } = (await lead.ask('GET', '/devices')).json as {
			boardKeys: { keyId: string; publicKey: Parameters<typeof keyIdOf>[0] }[];
		};
		const [key] = boardKeys;
		expect(key?.keyId).toBe(acceptance.signature?.key);
		const code = await officer.codeFor('aoba-e');
		const thief = { code, device: 'e'.repeat(32), role: 'principal', label: '', publicKey: key?.publicKey };
		expect((await city.ask('POST', '/enrolments', { json: thief })).status).toBe(201);
		// Relayed once more, as after a restore.
		expect((await lead.push([acceptance])).status).toBe(200);
		await decides(officer, 'reopen', { reason: '確かめてください。' });
		const [reopening] = (await pulled(lead)).slice(-1) as [SignedOperation];
		expect((await lead.push([reopening])).status).toBe(200);
	});
});

describe('the board’s key', () => {
	it('is made once, and its private half leaves the database in no answer and no line', async () => {
		const { city, officer, lead } = await approvedSchool();
		const answers = [await decides(officer, 'accept'), await decides(officer, 'reopen', { reason: 'もう一度' })];
		answers.push(await lead.ask('GET', '/devices'), await lead.pull(), await officer.ask('GET', '/board/schools'));
		const secrets = await city.storage.database.session.selectFrom('board_secret').selectAll().execute();
		expect(secrets).toHaveLength(1);
		const secret = secrets[0]?.private_key ?? '';
		expect(secret).toMatch(/^[\w-]{43}$/);
		for (const { text } of answers) expect(text).not.toContain(secret);
		expect(JSON.stringify(city.lines)).not.toContain(secret);
		const keys = await city.storage.board.keys(lead.enrolled.school.municipality);
		expect(keys).toHaveLength(1);
		expect(await keyIdOf(keys[0]?.publicKey ?? { kty: 'EC', crv: 'P-256', x: '', y: '' })).toBe(keys[0]?.keyId);
	});

	it('belongs to one municipality: another board’s acceptance does not stand', async () => {
		const { city, officer, lead } = await approvedSchool();
		await decides(officer, 'accept');
		const [acceptance] = (await pulled(lead)).slice(-1) as [SignedOperation];
		const stranger = await city.officer('wakaba', '若葉市教育委員会');
		await stranger.registers({ code: 'aoba-e', name: '若葉市の青葉小学校' });
		const namesake = await city.enrols(await stranger.codeFor('aoba-e'), 'principal');
		expect((await namesake.push([acceptance])).status).toBe(422);
		expect((await decides(stranger, 'accept')).status).toBe(409);
		expect((await reviewsSeenBy(stranger)).schools).toEqual([]);
	});
});

describe('after a restore', () => {
	it('an acceptance that the endpoint forgot comes back with a device, and the next one gets a name of its own', async () => {
		const { city, officer, lead, principal } = await approvedSchool();
		const folder = mkdtempSync(join(tmpdir(), 'masume-board-'));
		const made = await writeBackup(city.storage, folder, city.clock.iso(), random);
		if (!made.ok) throw new Error(made.refusal.sentence);
		await decides(officer, 'accept');
		const held = await pulled(lead);
		const restored = await restoreBackup(city.storage, made.value.file, { folder, now: city.clock.iso(), random });
		expect(restored.ok).toBe(true);
		rmSync(folder, { recursive: true });
		const again = await city.signsIn(lead.enrolled.school.municipality);
		expect((await reviewsSeenBy(again)).schools).toMatchObject([{ midyear: { state: 'approved' } }]);

		const { epoch } = (await lead.ask('GET', '/schools/aoba-e/years')).json as { epoch: string };
		expect((await lead.push(held, { epoch })).status).toBe(200);
		expect(midyear(await pulled(principal))).toMatchObject({ state: 'accepted', locked: true });

		expect((await reviewsSeenBy(again)).schools).toMatchObject([{ midyear: { state: 'accepted' } }]);
		expect((await decides(again, 'reopen', { reason: '開き直します。' })).status).toBe(200);
		const names = (await pulled(lead)).filter(({ by }) => by.role === 'board').map(({ id }) => id.split('.'));
		expect(names.map(([, n]) => n)).toEqual(['1', '1']);
		expect(names[0]?.[0]).not.toBe(names[1]?.[0]);
	});
});

describe('the list of reviews', () => {
	it('tells states and no words of the school', async () => {
		const { city, officer, lead, principal, submitted } = await approvedSchool();
		await officer.registers({ code: 'wakaba-e', name: '若葉小学校' });
		const returned = principal.notes('review/midyear', 'state', { state: 'returned', reason: '校内だけの理由' }, [
			submitted.id,
		]);
		await principal.push([await principal.signs({ ...returned, lamport: 3 })]);
		await lead.push([lead.notes('action/a', 'result', '校内だけの文')]);
		const note = await principal.signs(principal.notes('comment/c1', 'text', '校内だけのコメント'));
		await principal.push([note]);
		const answer = await officer.ask('GET', '/board/reviews?year=2026');
		expect(answer.text).not.toMatch(/校内だけ|職員室/);
		expect(answer.json.schools).toMatchObject([
			{ school: 'aoba-e', midyear: { state: 'returned', changedSince: false } },
		]);
		expect((await reviewsSeenBy(officer, 2025)).schools).toEqual([]);
		expect(city.reported).toEqual([]);
	});

	it('says that something was changed after the approval where the summary says so', async () => {
		const { city, officer, lead } = await approvedSchool();
		const { municipality, code } = lead.enrolled.school;
		const log = { municipality, school: code, fiscalYear: 2026 };
		const says = (review: Json, n: number) =>
			city.storage.summaries.put(log, {
				...{ epoch: lead.enrolled.epoch, versionVector: { a: n }, now: city.clock.iso() },
				body: JSON.stringify({ ...lead.summary({ a: n }), review }),
			});
		const changed = async () =>
			((await reviewsSeenBy(officer)).schools as { midyear: { changedSince: boolean } }[])[0]?.midyear.changedSince;
		const midyearIs = (changedAfterApproval: boolean, more: object = {}) => [
			{ phase: 'final', state: 'draft', changedAfterApproval: false, approved: null },
			{ phase: 'midyear', state: 'approved', changedAfterApproval, approved: content.hash, ...more },
		];
		await says(midyearIs(false), 1);
		expect(await changed()).toBe(false);
		await says(midyearIs(true), 2);
		expect(await changed()).toBe(true);
		await says(midyearIs(true, { approved: 'cd'.repeat(32) }), 3);
		expect(await changed(), 'it speaks of an earlier approval').toBe(false);
		await says(null, 4);
		expect(await changed()).toBe(false);
	});
});
