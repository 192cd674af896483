// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test } from 'vitest';
import { ok, refuse } from '../../../src/domain/result.ts';
import { JoinFlow } from '../../../src/features/join/JoinFlow.tsx';
import { JoinPage } from '../../../src/features/join/JoinPage.tsx';
import type { JoinDeps } from '../../../src/features/join/joinDeps.ts';
import type { Enrolment } from '../../../src/store/exchangeStore.ts';
import { happens, standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';
import { aoba, enrolment, meaning, offline, PlayedSync } from '../playedSync.ts';

let enrolled: Enrolment[] = [];
const depsOf = (sync: PlayedSync, changes: Partial<JoinDeps> = {}): JoinDeps => ({
	status: sync.state,
	sync: async () => sync,
	camera: { open: () => Promise.reject(new TypeError()), ownReader: async () => undefined },
	trial: async () => undefined,
	beforeInstalling: false,
	enrolling: signal(false),
	onEnrolled: (given) => enrolled.push(given),
	...changes,
});

const flow = (sync: PlayedSync, changes: Partial<JoinDeps> = {}) => {
	const page = standing(<JoinFlow deps={depsOf(sync, changes)} atJoin />);
	return { ...page, ...person(page) };
};

const boardsCode = ok({ ...meaning, role: null });

beforeEach(() => {
	enrolled = [];
	history.replaceState(null, '', '/join');
});

describe('a code is typed', () => {
	test('as it stands on the sheet or as the tablet writes it, and what it is for is shown before anything happens', async () => {
		const sync = new PlayedSync();
		const { types, sends, sees, seen } = flow(sync);
		types('#join-code', 'ｏ１２３−４５６７ 89ab');
		await sends();
		await sees('青葉小学校（架空）に登録します');
		expect(sync.asked).toEqual(['lookUp 0123456789AB']);
		expect(seen()).toContain('青葉市教育委員会（架空）');
		expect(seen()).toContain('校長');
		expect(seen()).toContain('11月21日 14:15まで');
		expect(sync.enrolments).toEqual([]);
	});

	test.each([
		['', '登録コードを入れてください。'],
		['1234-5678', '登録コードは12文字です。いま8文字です。'],
		['1234-5678-90ÄB', '登録コードに使わない文字'],
	])('wrongly (%s): the words stand beside the field, and nobody is asked', async (typed, words) => {
		const sync = new PlayedSync();
		const { types, sends, one } = flow(sync);
		types('#join-code', typed);
		await sends();
		expect(one('#join-refusal').textContent).toContain(words);
		expect(one('#join-code').getAttribute('aria-invalid')).toBe('true');
		expect(one('#join-code').getAttribute('aria-describedby')).toBe('join-refusal');
		expect(sync.asked).toEqual([]);
	});

	test('that nobody knows, or without a connection: the sentence stands beside the field, and the code stays there', async () => {
		const sync = new PlayedSync();
		sync.meaning = refuse('unknownCode', 'この登録コードは見つかりません。');
		const { types, sends, sees, one } = flow(sync);
		types('#join-code', '0123456789AB');
		await sends();
		await sees('この登録コードは見つかりません。');
		sync.meaning = offline;
		expect(one('#join-refusal').className).toContain('problem');
		await sends();
		await sees('いまはつながらないため、コードを確かめられません。コードは使われていません。');
		expect(one('#join-refusal').className).not.toContain('problem');
		expect(one<HTMLInputElement>('#join-code').value).toBe('0123456789AB');
	});

	test('when the exchange cannot be loaded: it says so', async () => {
		const { types, sends, sees } = flow(new PlayedSync(), { sync: () => Promise.reject(new Error('offline')) });
		types('#join-code', '0123456789AB');
		await sends();
		await sees('必要な部品を読み込めませんでした');
	});
});

describe('a code comes with the address', () => {
	test('is looked up and is gone from the address', async () => {
		history.replaceState(null, '', '/join#0123-4567-89AB');
		const sync = new PlayedSync();
		const { sees } = flow(sync);
		await sees('青葉小学校（架空）に登録します');
		expect(location.href).toMatch(/\/join$/);
		expect(sync.asked).toEqual(['lookUp 0123456789AB']);
	});

	test('also when it comes while the page stands there', async () => {
		const { sees } = flow(new PlayedSync());
		history.replaceState(null, '', '/join#0123-4567-89AB');
		happens(window, 'hashchange');
		await sees('青葉小学校（架空）に登録します');
		expect(location.href).toMatch(/\/join$/);
	});

	test('a wrong one is told, and one that is no text at all does no harm', async () => {
		history.replaceState(null, '', '/join#%E0%A4%A');
		const { one, sees } = flow(new PlayedSync());
		await sees('登録コード');
		expect(one('#join-refusal').textContent).not.toBe('');
	});
});

describe('enrolling', () => {
	const confirmed = async (sync: PlayedSync, changes: Partial<JoinDeps> = {}) => {
		const page = flow(sync, changes);
		page.types('#join-code', '0123456789AB');
		await page.sends();
		await page.sees('に登録します');
		return page;
	};

	test("the board's code asks who uses the device, and does not go on without", async () => {
		const sync = new PlayedSync();
		sync.meaning = boardsCode;
		const { sends, chooses, types, one } = await confirmed(sync);
		await sends();
		expect(one('#join-role-refusal').textContent).toBe('この端末を使う人をえらんでください。');
		expect(sync.enrolments).toEqual([]);
		await chooses('ICT担当');
		types('#join-label', ' 職員室のChromebook ');
		await sends();
		expect(sync.enrolments).toEqual([
			{ code: '0123456789AB', role: 'ictLead', label: '職員室のChromebook', adopt: false },
		]);
		await expect.poll(() => enrolled).toEqual([enrolment]);
	});

	test('nobody is offered more than the code grants', async () => {
		const sync = new PlayedSync();
		sync.meaning = ok({ ...meaning, role: null, grants: 'ictLead' });
		const { all } = await confirmed(sync);
		expect(all('[name=joinRole]').map((radio) => radio.closest('label')?.textContent)).toEqual(['教員', 'ICT担当']);
	});

	test("a colleague's code says the post and asks nothing", async () => {
		const sync = new PlayedSync();
		const { sends, all } = await confirmed(sync);
		expect(all('[name=joinRole]')).toEqual([]);
		await sends();
		expect(sync.enrolments[0]?.role).toBe('principal');
	});

	test('what was tried out goes into the record, unless somebody says no', async () => {
		const sync = new PlayedSync();
		const { sends, seen } = await confirmed(sync, { trial: async () => ({ schoolType: 'elementary', entries: 12 }) });
		expect(seen()).toContain('12件の入力があります');
		await sends();
		expect(sync.enrolments[0]?.adopt).toBe(true);
	});

	test('a trial of another 校種 stays out of it, unless somebody says yes', async () => {
		const sync = new PlayedSync();
		const { sends, seen, chooses } = await confirmed(sync, {
			trial: async () => ({ schoolType: 'lowerSecondary', entries: 12 }),
		});
		expect(seen()).toContain('試したときの校種は中学校で');
		expect(seen()).toContain('先にバックアップを書き出してください');
		await chooses('学校の記録に入れる');
		await sends();
		expect(sync.enrolments[0]?.adopt).toBe(true);
	});

	test('says how much has come while it comes, and is asked for once only', async () => {
		const sync = new PlayedSync();
		let arrive = (): void => {};
		sync.enrolled = () =>
			new Promise((resolve) => {
				arrive = () => resolve(ok(enrolment));
			});
		const { sends, sees, presses } = await confirmed(sync);
		await sends();
		await sees('つづけて学校の記録を受け取ります');
		sync.says({ running: true, received: 1204 });
		await sees('1,204件まで届きました');
		await sends();
		expect(sync.enrolments).toHaveLength(1);
		await expect(presses('コードを入れ直す')).rejects.toThrow();
		arrive();
		await expect.poll(() => enrolled).toEqual([enrolment]);
	});

	test('that is refused says why and can be tried again', async () => {
		const sync = new PlayedSync();
		sync.enrolled = async () => refuse('expiredCode', 'この登録コードは期限が過ぎています。');
		const { sends, sees, presses, one } = await confirmed(sync);
		await sends();
		await sees('この登録コードは期限が過ぎています。');
		await presses('コードを入れ直す');
		expect(one<HTMLInputElement>('#join-code').value).toBe('');
		expect(document.activeElement).toBe(one('#join-code'));
		expect(enrolled).toEqual([]);
	});

	test('whose answer is lost says that the same code may be tried again, and so it may', async () => {
		const sync = new PlayedSync();
		sync.enrolled = async () => offline;
		const { sends, sees, all } = await confirmed(sync);
		await sends();
		await sees('同じコードが使えます');
		expect(all('.problem')).toEqual([]);
		sync.enrolled = async () => ok(enrolment);
		await sends();
		await expect.poll(() => enrolled).toEqual([enrolment]);
	});

	test('on an iPad in Safari it is said that the home screen has a storage of its own', async () => {
		const { seen } = await confirmed(new PlayedSync(), { beforeInstalling: true });
		expect(seen()).toContain('ホーム画面のます目には、別の置き場所があります');
	});

	test("a device that was at another school is told what becomes of that school's record", async () => {
		const { token: _, ...ended } = enrolment;
		const before = { ...ended, ended: { at: '2026-04-01T00:00:00.000Z', why: 'left' as const } };
		const sync = new PlayedSync({ enrolment: { ...before, school: { ...aoba, code: 'E002', name: '若葉小学校' } } });
		const { seen } = await confirmed(sync);
		expect(seen()).toContain('若葉小学校の記録が残っています');
	});
});

describe('on a device that belongs to a school already', () => {
	const there = (sync: PlayedSync) => {
		const page = standing(<JoinPage deps={depsOf(sync)} />);
		return { ...page, ...person(page) };
	};

	test('nothing can be entered, and a code that comes is explained and stays unused', async () => {
		history.replaceState(null, '', '/join#0123-4567-89AB');
		const sync = new PlayedSync({ enrolment });
		const { sees, all } = there(sync);
		await sees('加えたい端末のほうで読み取ってください');
		expect(all('input')).toEqual([]);
		expect(sync.asked).toEqual(['lookUp 0123456789AB']);
		expect(location.href).toMatch(/\/join$/);
	});

	test("another school's code is told as such", async () => {
		history.replaceState(null, '', '/join#0123-4567-89AB');
		const sync = new PlayedSync({ enrolment });
		sync.meaning = ok({ ...meaning, school: { ...meaning.school, code: 'E002', name: '若葉小学校' } });
		await there(sync).sees('若葉小学校に移すときは、先に今の学校から外します');
	});

	test('a revoked one may enrol again', async () => {
		const { token: _, ...ended } = enrolment;
		const sync = new PlayedSync({
			enrolment: { ...ended, ended: { at: '2026-11-20T00:00:00.000Z', why: 'revoked' } },
		});
		const { one } = there(sync);
		expect(one('#join-code')).toBeTruthy();
	});
});
