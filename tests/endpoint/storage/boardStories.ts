import { describe, expect, it } from 'vitest';
import { at, boardCode, enrol, epoch, logOf, municipality, type Place, schools, settle } from './town.ts';

const account = { municipalityName: '青葉市教育委員会', loginName: 'board', password: 'scrypt$…' };
const setUp = (secretHash: string, changes: object = {}) => ({
	...{ secretHash, municipality, epoch, account, now: at(5) },
	...changes,
});

export function boardStories(newPlace: () => Promise<Place>): void {
	const opened = async () => (await newPlace()).open();
	const settled = async () => {
		const storage = await opened();
		await settle(storage);
		return storage;
	};

	describe('the first account', () => {
		it('is made with the secret that was printed, once', async () => {
			const storage = await opened();
			expect(await storage.board.hasAccounts()).toBe(false);
			await storage.board.addSetupSecret('s1', at(60));
			expect(await storage.board.setUp(setUp('s2'))).toBe('unknownSecret');
			expect(await storage.board.setUp(setUp('s1'))).toBe('made');
			expect(await storage.board.setUp(setUp('s1', { municipality: 'other' }))).toBe('unknownSecret');
			expect(await storage.board.hasAccounts()).toBe(true);
			expect(await storage.board.accountOf('board')).toEqual({ municipality, ...account });
			expect(await storage.board.accountOf('nobody')).toBeUndefined();
		});

		it('is not made with a secret that is over', async () => {
			const storage = await opened();
			await storage.board.addSetupSecret('s1', at(60));
			expect(await storage.board.setUp(setUp('s1', { now: at(60) }))).toBe('unknownSecret');
			expect(await storage.board.hasAccounts()).toBe(false);
		});

		it('ends the links printed at earlier starts', async () => {
			const storage = await opened();
			await storage.board.addSetupSecret('s1', at(60));
			await storage.board.addSetupSecret('s2', at(60));
			expect(await storage.board.setUp(setUp('s2'))).toBe('made');
			expect(await storage.board.setUp(setUp('s1', { municipality: 'other' }))).toBe('unknownSecret');
		});

		it('is made once by two that come at once', async () => {
			const place = await newPlace();
			const [a, b] = [await place.open(), await place.open()];
			await a.board.addSetupSecret('s1', at(60));
			const outcomes = await Promise.all([
				a.board.setUp(setUp('s1')),
				b.board.setUp(setUp('s1', { municipality: 'other' })),
			]);
			expect(outcomes.toSorted()).toEqual(['made', 'unknownSecret']);
		});

		it('needs a login name that nobody has, in any municipality, and keeps the link until it is found', async () => {
			const storage = await settled();
			await storage.board.addSetupSecret('s1', at(60));
			expect(await storage.board.setUp(setUp('s1', { municipality: 'other' }))).toBe('loginNameTaken');
			const free = { municipality: 'other', account: { ...account, loginName: 'other' } };
			expect(await storage.board.setUp(setUp('s1', free))).toBe('made');
		});
	});

	describe('a session', () => {
		const session = { tokenHash: 't1', municipality, loginName: 'board', expiresAt: at(60) };

		it('tells whose it is until it ends or is over', async () => {
			const storage = await settled();
			await storage.board.addSession(session);
			await storage.board.addSession({ ...session, tokenHash: 't2' });
			expect(await storage.board.sessionOf('t1', at(59))).toEqual({ municipality, ...account, expiresAt: at(60) });
			expect(await storage.board.sessionOf('t3', at(1))).toBeUndefined();
			await storage.board.endSession('t1');
			expect(await storage.board.sessionOf('t1', at(1))).toBeUndefined();
			expect(await storage.board.sessionOf('t2', at(60))).toBeUndefined();
			// It was thrown away, not only hidden.
			expect(await storage.board.sessionOf('t2', at(1))).toBeUndefined();
		});
	});

	describe('the list of schools', () => {
		it('grows and is renewed, and loses none', async () => {
			const storage = await settled();
			const [first] = schools;
			if (!first) throw new Error('no school');
			const renamed = { ...first, name: '青葉\u0000学園' };
			const third = { ...first, code: 'A9', name: '緑小学校' };
			const answer = await storage.board.putSchools(municipality, [renamed, third], at(9));
			expect(answer).toEqual({ added: 1, changed: 1, same: 0 });
			expect(await storage.board.putSchools(municipality, [renamed, third], at(9))).toEqual({
				...{ added: 0, changed: 0, same: 2 },
			});
			const standing = { devices: 0, lastContactAt: null, codeExpiresAt: null, summaryReceivedAt: null };
			expect(await storage.board.schools(municipality, at(9))).toEqual([
				{ ...third, ...standing },
				{ ...renamed, ...standing },
				{ ...schools[1], ...standing },
			]);
		});

		it('takes thousands at once', async () => {
			const storage = await settled();
			const many = Array.from({ length: 1_203 }, (_school, index) => ({
				...{ code: `M${index}`, name: `第${index}小学校`, schoolType: 'elementary' as const, units: [] },
			}));
			expect(await storage.board.putSchools(municipality, many, at(1))).toEqual({ added: 1_203, changed: 0, same: 0 });
			expect(await storage.board.putSchools(municipality, many, at(2))).toEqual({ added: 0, changed: 0, same: 1_203 });
			expect(await storage.board.putCodes(many.map(({ code }) => boardCode(`c ${code}`, { school: code })))).toBe(true);
			const listed = await storage.board.schools(municipality, at(3));
			expect(listed.filter(({ codeExpiresAt }) => codeExpiresAt === at(60))).toHaveLength(1_203);
		});

		it('says what came of each school', async () => {
			const storage = await settled();
			await storage.board.putCodes([boardCode('c1'), boardCode('c2', { school: 'B2', expiresAt: at(20) })]);
			await enrol(storage, 'a');
			await enrol(storage, 'b');
			await storage.access.touch({ municipality, id: 'a' }, at(7));
			await storage.access.touch({ municipality, id: 'b' }, at(9));
			await storage.access.revoke(municipality, 'B1', 'b', at(10));
			for (const fiscalYear of [2026, 2025]) {
				const summary = { epoch, versionVector: {}, body: '{}', now: at(fiscalYear - 2000) };
				await storage.summaries.put(logOf('B1', fiscalYear), summary);
			}
			expect(await storage.board.schools(municipality, at(30))).toMatchObject([
				{ code: 'B1', devices: 1, lastContactAt: at(9), codeExpiresAt: at(60), summaryReceivedAt: at(26) },
				{ code: 'B2', devices: 0, lastContactAt: null, codeExpiresAt: null, summaryReceivedAt: null },
			]);
			expect(await storage.board.schools('nowhere', at(30))).toEqual([]);
		});
	});

	describe('the codes of the board', () => {
		it('end the earlier unused ones of the same schools, and no others', async () => {
			const storage = await settled();
			await enrol(storage, 'a');
			await storage.board.putCodes([boardCode('c1'), boardCode('c2', { school: 'B2' })]);
			await storage.access.addCode(boardCode('invitation', { issuedBy: 'a', role: 'teacher', grants: 'teacher' }));
			expect(await storage.board.putCodes([boardCode('c3', { issuedAt: at(5), expiresAt: at(90) })])).toBe(true);
			expect(await storage.access.lookUpCode('c1', at(6))).toEqual({ refusal: 'expiredCode' });
			for (const hash of ['c2', 'c3', 'invitation']) {
				expect(await storage.access.lookUpCode(hash, at(6))).toHaveProperty('school');
			}
			expect(await storage.access.lookUpCode('code of a', at(6))).toEqual({ refusal: 'usedCode' });
		});

		it('are not made at all where one of the schools is not registered', async () => {
			const storage = await settled();
			await storage.board.putCodes([boardCode('c1')]);
			const codes = [boardCode('c2', { issuedAt: at(5) }), boardCode('c3', { school: 'B9' })];
			expect(await storage.board.putCodes(codes)).toBe(false);
			expect(await storage.access.lookUpCode('c1', at(6))).toHaveProperty('school');
			expect(await storage.access.lookUpCode('c2', at(6))).toEqual({ refusal: 'unknownCode' });
		});
	});
}
