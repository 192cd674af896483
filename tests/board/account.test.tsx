// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { refuse } from '../../src/domain/result.ts';
import { FakeEndpoint, school, secret } from './fakeEndpoint.ts';
import { officer } from './officer.tsx';

const stranger = () => {
	const endpoint = new FakeEndpoint();
	endpoint.signedIn = false;
	return endpoint;
};

describe('はじめての設定', () => {
	test('makes the board and its first account, and leads to the schools', async () => {
		const endpoint = stranger();
		const { writes, presses, reads, one } = await officer(endpoint, '/board/setup', secret);
		await writes('教育委員会の名前', ' 青葉モデル市教育委員会（架空） ');
		await writes('ログイン名', 'ict-center');
		await writes('パスワード', ' nagai kotoba desu ');
		await presses('この内容ではじめる');
		await reads('まず、学校を登録します');
		expect(endpoint.setups).toEqual([
			{
				...{ secret, municipalityName: '青葉モデル市教育委員会（架空）', loginName: 'ict-center' },
				password: ' nagai kotoba desu ',
			},
		]);
		expect(location.pathname).toBe('/board');
		expect(one('header').textContent).toContain('青葉モデル市教育委員会（架空）');
		expect(document.title).toBe('学校 ｜ 教育委員会 ｜ ます目');
		expect(document.activeElement?.textContent).toBe('学校');
	});

	test('says beside each field what is missing, sends nothing, and goes to the first of them', async () => {
		const endpoint = stranger();
		const { writes, presses, all, one } = await officer(endpoint, '/board/setup', secret);
		await writes('教育委員会の名前', '青葉モデル市教育委員会（架空）');
		await writes('ログイン名', '青葉');
		await writes('パスワード', 'みじかい');
		await presses('この内容ではじめる');
		expect(all('.problem').map(({ textContent }) => textContent)).toEqual([
			'使えるのは、半角の英数字と「.」「_」「-」「@」です。3文字以上、60文字までにしてください。',
			'短すぎます。いまは4文字です。12文字以上にしてください。',
		]);
		const loginName = one<HTMLInputElement>('[name=loginName]');
		expect(document.activeElement).toBe(loginName);
		expect(loginName.getAttribute('aria-invalid')).toBe('true');
		expect(loginName.getAttribute('aria-describedby')).toContain('board-loginName-fault');
		expect(one<HTMLInputElement>('[name=municipalityName]').value).toBe('青葉モデル市教育委員会（架空）');
		expect(endpoint.setups).toEqual([]);
	});

	test('shows the password to whoever types it, when asked', async () => {
		const { one, presses, button } = await officer(stranger(), '/board/setup', secret);
		const field = () => one<HTMLInputElement>('[name=password]');
		expect(field().type).toBe('password');
		await presses('表示');
		expect(field().type).toBe('text');
		expect(button('表示')?.getAttribute('aria-pressed')).toBe('true');
		await presses('表示');
		expect(field().type).toBe('password');
	});

	test('keeps what was written where the endpoint refuses', async () => {
		const endpoint = stranger();
		endpoint.next = { reason: 'offline', sentence: 'つながりませんでした。' };
		const { writes, presses, reads, one } = await officer(endpoint, '/board/setup', secret);
		await writes('教育委員会の名前', '青葉モデル市教育委員会（架空）');
		await writes('ログイン名', 'ict-center');
		await writes('パスワード', 'nagai kotoba desu');
		await presses('この内容ではじめる');
		await reads('つながりませんでした。');
		expect(one<HTMLInputElement>('[name=password]').value).toBe('nagai kotoba desu');
		await presses('この内容ではじめる');
		await reads('まず、学校を登録します');
	});

	test.each(['', 'short', `${secret}!`])(
		'without the whole link (%j) explains where it comes from',
		async (fragment) => {
			const { text, all, presses, until, heading } = await officer(stranger(), '/board/setup', fragment);
			expect(text()).toContain('一度だけ使えるリンク');
			expect(all('form')).toEqual([]);
			await presses('ログイン');
			await until(() => heading() === 'ログイン');
		},
	);
});

describe('ログイン', () => {
	test('opens the page that was asked for', async () => {
		const { heading, writes, presses, until } = await officer(stranger(), '/board/import');
		expect(heading()).toBe('ログイン');
		await writes('ログイン名', 'ict-center');
		await writes('パスワード', 'nagai kotoba desu');
		await presses('ログイン');
		await until(() => heading() === '学校をまとめて登録する');
		expect(location.pathname).toBe('/board/import');
	});

	test('says when it was wrong, in words', async () => {
		const { writes, presses, reads, heading } = await officer(stranger());
		await writes('ログイン名', 'ict-center');
		await writes('パスワード', 'chigau');
		await presses('ログイン');
		await reads('ログイン名かパスワードが違います。');
		expect(heading()).toBe('ログイン');
	});

	test('asks for what is missing before it asks the endpoint', async () => {
		const { presses, all } = await officer(stranger());
		await presses('ログイン');
		expect(all('.problem').map(({ textContent }) => textContent)).toEqual([
			'ログイン名を入れてください。',
			'パスワードを入れてください。',
		]);
	});

	test('shows nothing of the schools to a stranger', async () => {
		const endpoint = stranger();
		endpoint.schoolsKept = [school('E001', '青葉小学校')];
		const { one, all } = await officer(endpoint);
		expect(document.body.textContent).not.toContain('青葉小学校');
		expect(all('nav')).toEqual([]);
		expect(one('header').textContent).toContain('教育委員会');
	});

	test('that ran out is asked for again, and the page is where it was', async () => {
		const endpoint = new FakeEndpoint();
		endpoint.schoolsKept = [school('E001', '青葉小学校'), school('E002', '若葉小学校')];
		const { chooses, presses, reads, writes, until, heading, text, one } = await officer(endpoint);
		await reads('若葉小学校');
		await chooses('若葉小学校を選ぶ');
		endpoint.signedIn = false;
		await presses('登録コードをつくる');
		await until(() => heading() === 'ログイン');
		expect(text()).toContain('さっきの画面に戻ります');
		expect(text()).not.toContain('若葉小学校');
		expect(one<HTMLInputElement>('[name=loginName]').value).toBe('ict-center');
		await writes('パスワード', 'nagai kotoba desu');
		await presses('ログイン');
		await reads('1校を選びました');
		expect(text()).toContain('もう一度押してください');
		await presses('登録コードをつくる');
		await until(() => heading() === '登録コード');
		expect(endpoint.codesAsked).toEqual([['E002']]);
	});

	test('that ran out while the list was asked for brings the list of now', async () => {
		const endpoint = new FakeEndpoint();
		endpoint.schoolsKept = [school('E001', '青葉小学校')];
		const { presses, reads, writes, until, heading, text } = await officer(endpoint);
		await reads('青葉小学校');
		endpoint.signedIn = false;
		await presses('最新にする');
		await until(() => heading() === 'ログイン');
		endpoint.schoolsKept = [school('E001', '新青葉小学校')];
		await writes('パスワード', 'nagai kotoba desu');
		await presses('ログイン');
		await reads('新青葉小学校');
		expect(text()).not.toContain('もう一度');
	});
});

describe('ログアウト', () => {
	test('takes everything away', async () => {
		const endpoint = new FakeEndpoint();
		endpoint.schoolsKept = [school('E001', '青葉小学校')];
		const { presses, until, heading, reads } = await officer(endpoint);
		await reads('青葉小学校');
		await presses('ログアウト');
		await until(() => heading() === 'ログイン');
		expect(document.body.textContent).not.toContain('青葉小学校');
		expect(endpoint.signedIn).toBe(false);
	});

	test('that did not reach the endpoint is said, because the session still lives', async () => {
		const endpoint = new FakeEndpoint();
		const { presses, reads, heading } = await officer(endpoint);
		endpoint.next = { reason: 'offline', sentence: 'つながりませんでした。' };
		await presses('ログアウト');
		await reads('まだログアウトしていません。つながりませんでした。');
		expect(heading()).toBe('学校');
	});
});

test('an endpoint that does not answer is said, and asked again', async () => {
	const endpoint = new FakeEndpoint();
	const answering = endpoint.session;
	let down = true;
	endpoint.session = async () => (down ? refuse('offline', 'つながりませんでした。') : answering());
	const { heading, text, presses, until } = await officer(endpoint);
	expect(heading()).toBe('開けませんでした');
	expect(text()).toContain('つながりませんでした。');
	down = false;
	await presses('もう一度開く');
	await until(() => heading() === '学校');
});

test('an address that leads nowhere says so and leads back', async () => {
	const { heading, one } = await officer(new FakeEndpoint(), '/board/nowhere');
	expect(heading()).toBe('ページが見つかりません');
	expect(one('.note a').getAttribute('href')).toBe('/board');
});
