import { describe, expect } from 'vitest';
import { journey } from '../journey.ts';
import { firstDay, password } from '../pages/officer.ts';

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
});
