import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Crosswalk, crosswalkFaults } from '../../src/domain/plan/crosswalk.ts';
import { loadEdition } from './editions.ts';

const seeds = new URL('../../seeds/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, seeds), 'utf8');
const source = read('sources/crosswalk.txt');

/** The titles as the source sets them apart; a title that is only a part of another is not found. */
const titlesInSource = source
	.split(/ \/ |[:：（）[\]\n]\s*/)
	.map((title) => title.replace(/^(\d\.|\/) | \/$/g, '').trim());
const isInSource = (title: string) => titlesInSource.includes(title);

describe.each(readdirSync(new URL('crosswalk/', seeds)))('the crosswalk %s', (file) => {
	const crosswalk = Crosswalk.parse(JSON.parse(read(`crosswalk/${file}`)));
	const items = crosswalk.questionnaires.flatMap(({ parts }) => parts.flatMap((part) => part.items));

	test('stands beside its edition and speaks of nothing that it does not have', () => {
		expect(file).toBe(`${crosswalk.edition}.json`);
		expect(crosswalkFaults(crosswalk, loadEdition('sendai-2025'))).toEqual([]);
	});

	test('has no title but those that were read', () => {
		const titles = [
			...crosswalk.questionnaires.flatMap(({ title, parts }) => [title, ...parts.flatMap((part) => part.title ?? [])]),
			...items.flatMap(({ title, announced }) => [title, announced ?? []].flat()),
		];
		expect(titles.length).toBeGreaterThan(30);
		expect(titles.filter((title) => !isInSource(title))).toEqual([]);
		expect(isInSource('情報')).toBe(false);
		expect(isInSource('学校DX戦略')).toBe(false);
	});

	test('names every source as it was noted', () => {
		for (const { sources } of crosswalk.questionnaires) expect(source).toContain(`出典: ${sources.join(' / ')}`);
	});

	test('claims no title that was announced to change, and has none twice', () => {
		expect(items.filter(({ announced, certain }) => announced !== undefined && certain)).toEqual([]);
		expect(new Set(items.map(({ title }) => title)).size).toBe(items.length);
	});
});

describe('faults of a crosswalk', () => {
	const crosswalk = Crosswalk.parse(JSON.parse(read('crosswalk/sendai-2025.json')));
	const answering = (
		answer: Crosswalk['questionnaires'][number]['parts'][number]['items'][number]['answers'][number],
	) => {
		const [questionnaire] = crosswalk.questionnaires;
		if (!questionnaire) throw new Error('empty');
		const parts = [{ items: [{ title: '項目', certain: true, answers: [answer] }] }];
		return crosswalkFaults({ ...crosswalk, questionnaires: [{ ...questionnaire, parts }] }, loadEdition('sendai-2025'));
	};

	test('are told', () => {
		expect(answering({ measure: '9-9-9', certain: true })).toEqual(['項目: no 項目 9-9-9']);
		expect(answering({ measure: '1-1-1', certain: true })).toEqual(['項目: 1-1-1 has □']);
		expect(answering({ measure: '1-1-1', action: 'sendai-2025-1-1-2-1', certain: true })).toHaveLength(1);
		expect(crosswalkFaults(crosswalk, loadEdition('sendai-2024'))).toHaveLength(1);
	});
});
