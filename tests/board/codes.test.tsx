// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { FakeEndpoint, school, session } from './fakeEndpoint.ts';
import { officer } from './officer.tsx';

async function sheets(siteOrigin?: string) {
	const endpoint = new FakeEndpoint();
	endpoint.schoolsKept = [school('E001', '青葉小学校'), school('E002', '若葉小学校')];
	if (siteOrigin) endpoint.session = async () => ({ ok: true, value: { ...session, siteOrigin } });
	const page = await officer(endpoint);
	await page.presses('端末のない学校をすべて選ぶ');
	await page.presses('登録コードをつくる');
	await page.until(() => page.all('.sheet-qr').length > 0);
	return { ...page, drawing: () => page.one('.sheet-qr path').getAttribute('d') };
}

const leaving = () => {
	const event = new Event('beforeunload', { cancelable: true });
	window.dispatchEvent(event);
	return event.defaultPrevented;
};

describe('the sheets', () => {
	test('are one for each school, with all that the school needs', async () => {
		const { all, text } = await sheets();
		expect(all('.sheet')).toHaveLength(2);
		const [first] = all('.sheet').map(({ textContent }) => textContent);
		expect(first).toContain('青葉小学校');
		expect(first).toContain('ABCD-1234-EFG0');
		expect(first).toContain('令和7年12月21日（2025年）まで');
		expect(first).toContain('https://masume.example.jp/join');
		expect(first).toContain('端末1台に1回。2台目からは学校の端末で招待します。');
		expect(all('.sheet:first-child .sheet-steps li')).toHaveLength(3);
		expect(text()).toContain('全2枚');
	});

	test('carry the address that the endpoint was told, not the one this PC used', async () => {
		const { text, drawing } = await sheets('https://masume.aoba.example.jp');
		const told = drawing();
		expect(text()).toContain('https://masume.aoba.example.jp/join');
		expect(told).not.toBe((await sheets()).drawing());
	});

	test('follow an address that the officer corrects, and refuse one that is none', async () => {
		const { writes, text, all, button, presses, printed, drawing } = await sheets('http://localhost:8787');
		const before = drawing();
		expect(text()).toContain('このパソコンの中でしか開けません');
		await writes('学校の端末が開くアドレス', 'http://masume.example.jp/board');
		expect(text()).toContain('「https://」のアドレスにしてください');
		await writes('学校の端末が開くアドレス', 'masume');
		expect(text()).toContain('アドレスとして読めません');
		expect(all('.sheet')).toEqual([]);
		expect(button('印刷・PDF')?.getAttribute('aria-disabled')).toBe('true');
		await presses('印刷・PDF');
		expect(printed()).toBe(0);
		await writes('学校の端末が開くアドレス', 'https://masume.example.jp/board/codes');
		expect(text()).toContain('https://masume.example.jp/join');
		expect(drawing()).not.toBe(before);
		await presses('印刷・PDF');
		expect(printed()).toBe(1);
	});

	test('stay while other pages are looked at, and warn before the tab is closed', async () => {
		const { presses, until, heading, reads, all } = await sheets();
		await presses('学校');
		await until(() => heading() === '学校');
		await reads('未使用（12月21日まで）');
		expect(leaving()).toBe(true);
		await presses('登録コード');
		await until(() => all('.sheet').length === 2);
	});

	test('are gone when they have been put away', async () => {
		const { presses, until, heading, text, all } = await sheets();
		await presses('印刷がすんだので片づける');
		await until(() => heading() === '学校');
		expect(leaving()).toBe(false);
		await presses('登録コード');
		await until(() => heading() === '登録コード');
		expect(all('.sheet')).toEqual([]);
		expect(text()).toContain('一度だけ');
		expect(document.body.textContent).not.toContain('ABCD-1234');
	});

	test('are gone for whoever signs in next', async () => {
		const { presses, until, heading } = await sheets();
		await presses('ログアウト');
		await until(() => heading() === 'ログイン');
		expect(document.body.textContent).not.toContain('ABCD-1234');
		expect(leaving()).toBe(false);
	});
});
