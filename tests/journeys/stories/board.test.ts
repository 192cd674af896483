import { describe, expect } from 'vitest';
import { fiscalYearOf, tokyoDate } from '../../../src/domain/plan/fiscalYear.ts';
import { boardAccount } from '../city.ts';
import { principalApproves } from '../distantPrincipal.ts';
import { journey } from '../journey.ts';
import { firstDay, password } from '../pages/officer.ts';
import { actions } from './plan.ts';

describe('a board officer', () => {
	journey('sets up, registers the schools, and prints a code that a school can use', async (school) => {
		const city = await school.bareCity();
		const officer = await school.deviceOf(city);
		await firstDay(city, officer, async () => {});
		await officer.sees('青葉モデル中学校（架空）');
		await officer.page.click({ role: 'checkbox', name: '青葉モデル中学校（架空）' });
		await officer.presses('登録コードをつくる');
		await officer.sees('端末1台に1回');
		const code = await officer.words('.sheet-letters');
		expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

		const lead = await school.deviceOf(city);
		await lead.enrols(code, 'ICT担当');
		await lead.sees('青葉モデル中学校（架空）', '.head');
	});

	journey('signs out and in again; a wrong password is told in words', async (school) => {
		const city = await school.bareCity();
		const officer = await school.deviceOf(city);
		await firstDay(city, officer, async () => {});
		await officer.presses('ログアウト');
		await officer.sees('ログイン', 'h1');
		await officer.types('ログイン名', 'officer');
		await officer.types('パスワード', 'a wrong password');
		await officer.presses('ログイン');
		await officer.sees('ログイン名かパスワードが違います。');
		await officer.page.run(() => {
			const field = document.querySelector<HTMLInputElement>('#board-password');
			if (field) field.value = '';
		}, undefined);
		await officer.types('パスワード', password);
		await officer.presses('ログイン');
		await officer.sees('青葉モデル中学校（架空）');
	});

	journey(
		'accepts what a principal has approved: the school’s device shows it locked, until it is opened again',
		async (school) => {
			const city = await school.city();
			const year = fiscalYearOf(tokyoDate(Date.now()));
			await principalApproves(city.site.url, await city.newCode(), year);
			const lead = await school.deviceOf(city);
			await lead.enrols(await city.newCode(), 'ICT担当');
			await lead.opens('/review');
			await lead.sees('中間 承認', '.review-state');

			const officer = await school.deviceOf(city);
			// Asking who is signed in, before anybody is.
			officer.foresees(/401/);
			await officer.opens('/board/reviews');
			await officer.types('ログイン名', boardAccount.loginName);
			await officer.types('パスワード', boardAccount.password);
			await officer.presses('ログイン');
			await officer.sees('受理待ち 校長が承認', '.reviews-table');
			await officer.presses(`受理する：${city.schoolName}の中間`);
			await officer.presses('この内容で受理する');
			await officer.sees(`${city.schoolName}の中間を受理しました。`);
			await officer.sees('受理待ち 0', '.school-tools');

			await lead.exchangesNothingNew();
			await lead.opens('/review');
			await lead.sees('教育委員会が受理したため、変えられません。');
			await lead.opens(`/actions/${actions.moral.id}`);
			await lead.sees('中間は、教育委員会が受理したため変えられません。');

			await officer.presses('まちがえたときは開き直す…');
			await officer.types('理由（学校の端末に出ます）', '学校の申し出により開き直します。');
			await officer.presses('開き直す', '.decision');
			await officer.sees('を開き直しました。');
			await lead.exchangesNothingNew();
			await lead.opens('/review');
			await lead.sees('中間 作成中', '.review-state');
			await lead.sees('学校の申し出により開き直します。', '.review-state');
		},
	);
});
