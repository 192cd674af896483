// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { FakeEndpoint, school } from './fakeEndpoint.ts';
import { officer } from './officer.tsx';

const heading = '学校コード,学校名,校種,特別支援学級,院内学級';
const csv = (...lines: readonly string[]) => [heading, ...lines].join('\r\n');
const paste = 'または、Excelの表をコピーして貼り付ける（見出しの行も）';

async function importing(endpoint = new FakeEndpoint()) {
	const page = await officer(endpoint, '/board/import');
	const givesFile = (file: File) => {
		const input = page.one<HTMLInputElement>('input[type=file]');
		Object.defineProperty(input, 'files', { value: [file], configurable: true });
		return act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
	};
	return {
		...page,
		endpoint,
		givesFile,
		gives: (content: string | Uint8Array<ArrayBuffer>) => givesFile(new File([content], '学校一覧.csv')),
		result: () => page.one('.import-result').textContent ?? '',
		lines: (table: string) =>
			page.all(`${table} tbody tr`).map((row) => [...row.children].map((cell) => cell.textContent).join('|')),
	};
}

describe('the first list', () => {
	test('is shown before it is stored, and stored when the button says so', async () => {
		const { endpoint, gives, until, result, lines, presses, reads } = await importing();
		await gives(csv('E001,青葉小学校,小,ある,なし', 'H001,青葉高等学校,高,,'));
		await until(() => result().includes('新規 2校・変更 0校・同じ 0校'));
		expect(lines('.changes-table')).toEqual([
			'2|新規|E001|青葉小学校|小学校|特別支援学級',
			'3|新規|H001|青葉高等学校|高等学校|情報科',
		]);
		expect(endpoint.registrations).toEqual([]);
		expect(document.activeElement?.textContent).toContain('確かめて登録する');
		await presses('この内容で登録する');
		await reads('2校を登録しました。');
		expect(endpoint.registrations).toEqual([
			[
				{ code: 'E001', name: '青葉小学校', schoolType: 'elementary', units: ['specialNeedsClass'] },
				{ code: 'H001', name: '青葉高等学校', schoolType: 'upperSecondary', units: ['informatics'] },
			],
		]);
		expect(location.pathname).toBe('/board');
		await reads('青葉高等学校');
	});

	test('may be pasted', async () => {
		const { writes, presses, until, result } = await importing();
		await writes(paste, csv('E001,青葉小学校,小,,').replaceAll(',', '\t'));
		await presses('貼り付けた表を読み込む');
		await until(() => result().includes('「貼り付けた表」：新規 1校'));
	});

	test('that is a workbook is explained', async () => {
		const { gives, until, result, text, button } = await importing();
		await gives(Uint8Array.of(0x50, 0x4b, 0x03, 0x04));
		await until(() => result().includes('読み込めませんでした'));
		expect(text()).toContain('Excelのブックです');
		expect(button('この内容で登録する')).toBeUndefined();
	});

	test('can begin from the template', async () => {
		const { presses, saved } = await importing();
		await presses('ひな形');
		expect(saved.map(({ name }) => name)).toEqual(['ます目_学校一覧_ひな形.csv']);
		expect(saved[0]?.text.startsWith('\uFEFF学校コード,学校名,校種,特別支援学級,院内学級\r\n')).toBe(true);
	});
});

describe('a list with faults', () => {
	test('cannot be stored, not even in part', async () => {
		const { endpoint, gives, until, result, lines, button, text } = await importing();
		await gives(csv('E001,青葉小学校,小,,', 'E002,若葉こども園,こども園,,', 'E001,緑小学校,小,,'));
		await until(() => result().includes('直すところが2件あります'));
		expect(lines('.faults-table')[0]).toContain('3行目|校種「こども園」が分かりません');
		expect(lines('.faults-table')[1]).toContain('4行目|学校コード「E001」は2行目にもあります');
		expect(text()).toContain('まだ何も登録していません');
		expect(button('この内容で登録する')).toBeUndefined();
		expect(endpoint.registrations).toEqual([]);
	});

	test('is forgotten when the corrected one comes', async () => {
		const { gives, until, result, lines, button } = await importing();
		await gives(csv('E001,,小,,'));
		await until(() => result().includes('1件'));
		await gives(csv('E001,青葉小学校,小,,'));
		await until(() => result().includes('新規 1校'));
		expect(lines('.faults-table')).toEqual([]);
		expect(button('この内容で登録する')).toBeDefined();
	});

	test('that is read late does not replace the one given after it', async () => {
		const { gives, givesFile, until, result } = await importing();
		let arrives = (_: ArrayBuffer) => {};
		const slow = new File([], '遅い.csv');
		slow.arrayBuffer = () =>
			new Promise((resolve) => {
				arrives = resolve;
			});
		await givesFile(slow);
		await gives(csv('E001,青葉小学校,小,,'));
		await until(() => result().includes('新規 1校'));
		const late = new TextEncoder().encode(csv('E001,,小,,')).buffer;
		await act(async () => {
			arrives(late);
			// The page asks for the parser once more; whoever asks twice behind it is served after it.
			await import('../../src/files/schoolListText.ts');
			await import('../../src/files/schoolList.ts');
			await new Promise((resolve) => setTimeout(resolve));
		});
		expect(result()).toContain('「学校一覧.csv」：新規 1校');
	});
});

describe('a list of a board that has schools', () => {
	const known = () => {
		const endpoint = new FakeEndpoint();
		endpoint.schoolsKept = [
			school('E001', '青葉小学校'),
			school('E002', '若葉小学校', { units: ['specialNeedsClass', 'hospitalClass'] }),
			school('0012', '緑小学校'),
		];
		return endpoint;
	};

	test('shows what changes, and sends nothing else', async () => {
		const { endpoint, gives, until, result, one, text, presses, reads } = await importing(known());
		await gives(csv('E001,新青葉小学校,中,,', 'E002,若葉小学校,小,1,1', 'E003,桜小学校,小,,'));
		await until(() => result().includes('新規 1校・変更 1校・同じ 1校'));
		expect(one('.changes-table del').textContent).toContain('青葉小学校');
		expect(one('.changes-table ins').textContent).toContain('新青葉小学校');
		expect(text()).toContain('ほかの1校は、登録済みの内容と同じです');
		expect(text()).toContain('一覧にない1校は、そのまま残ります');
		await presses('この内容で登録する');
		await reads('1校を登録しました。1校を変更しました。');
		expect(endpoint.registrations[0]?.map(({ code }) => code)).toEqual(['E001', 'E003']);
	});

	test('warns where a code has lost its zeros', async () => {
		const { gives, until, result, text } = await importing(known());
		await gives(csv('12,緑小学校,小,,'));
		await until(() => result().includes('新規 1校'));
		expect(text()).toContain('緑小学校：このファイルは「12」、登録済みは「0012」');
	});

	test('that changes nothing has nothing to press', async () => {
		const { gives, until, result, text, button } = await importing(known());
		await gives(csv('E001,青葉小学校,小,,'));
		await until(() => result().includes('同じ 1校'));
		expect(text()).toContain('することはありません');
		expect(button('この内容で登録する')).toBeUndefined();
	});

	test('that was refused is still there to be sent again', async () => {
		const { endpoint, gives, until, result, presses, reads } = await importing(known());
		await gives(csv('E003,桜小学校,小,,'));
		await until(() => result().includes('新規 1校'));
		endpoint.next = { reason: 'offline', sentence: 'つながりませんでした。' };
		await presses('この内容で登録する');
		await reads('まだ登録していません。つながりませんでした。');
		await presses('この内容で登録する');
		await reads('1校を登録しました。');
	});
});

test('a whole prefecture is drawn in portions and registered whole', async () => {
	const { endpoint, gives, until, result, lines, presses, reads } = await importing();
	await gives(csv(...Array.from({ length: 450 }, (_, n) => `E${n},青葉第${n}小学校,小,,`)));
	await until(() => result().includes('新規 450校'));
	expect(lines('.changes-table')).toHaveLength(400);
	await presses('残りの50校も表示する');
	expect(lines('.changes-table')).toHaveLength(450);
	await presses('この内容で登録する');
	await reads('450校を登録しました。');
	expect(endpoint.registrations[0]).toHaveLength(450);
});
