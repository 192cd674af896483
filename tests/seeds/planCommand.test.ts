import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEdition } from './editions.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const plan = (...words: string[]) =>
	spawnSync(process.execPath, ['scripts/plan.ts', ...words], { cwd: root, encoding: 'utf8' });

describe('npm run plan', () => {
	let folder = '';
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'masume-plan-'));
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	const fileWith = (name: string, content: string) => {
		const file = join(folder, name);
		writeFileSync(file, content);
		return file;
	};

	it('finds no fault in the published editions', () => {
		const { status, stdout } = plan('check', 'seeds/sendai-2025.json', 'seeds/sendai-2024.json');
		expect([status, stdout]).toEqual([0, 'seeds/sendai-2025.json: 誤りはありません。\n']);
	});

	it('tells each fault on a line of its own and fails', () => {
		const edition = { ...loadEdition('sendai-2025'), fiscalYear: '令和7', title: '' };
		const { status, stderr } = plan('check', fileWith('slip.json', JSON.stringify(edition)));
		const [first, second, summary] = stderr.split('\n');
		expect([status, first, second]).toEqual([1, '題名: 空です。文を書いてください。', '年度: 数で書いてください。']);
		expect(summary).toContain('誤りが2件あります。');
	});

	it('says in Japanese what is wrong with a file that is no plan', () => {
		expect(plan('check', join(folder, 'nowhere.json')).stderr).toContain('開けません');
		expect(plan('check', fileWith('broken.json', '{"id":\n "a",}')).stderr).toContain('2行目のあたり');
		expect(plan('check', fileWith('list.json', '[]')).stderr).toContain('組（{ }）で書いてください。');
	});

	it('explains itself when asked for nothing', () => {
		const { status, stderr } = plan();
		expect([status, stderr.split('\n')[0]]).toEqual([1, '使い方:']);
	});

	it('prints the format as JSON Schema', () => {
		const schema = JSON.parse(plan('schema').stdout);
		expect(schema.required).toContain('ratingScale');
		expect(schema.properties.format.const).toBe('masume-plan');
	});
});
