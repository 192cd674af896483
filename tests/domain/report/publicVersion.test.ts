import { describe, expect, test } from 'vitest';
import { addEvidence, addOccurrence } from '../../../src/domain/record/edits.ts';
import { columnsFor } from '../../../src/domain/report/columns.ts';
import { publicWarnings } from '../../../src/domain/report/publicWarnings.ts';
import { Device } from '../record/devices.ts';
import { editionWith, from } from '../record/editions.ts';
import { reportOf, rowOf, rowsOf, set } from './report.ts';

const action = 'sendai-2025-1-1-1-1';
const entity = `action/${action}`;

describe('the public version', () => {
	test('shows only the papers that may be published, and counts what it leaves out, each thing once', () => {
		const lead = new Device('lead');
		lead.does(addEvidence('e1', { action, title: '計画', url: 'https://wakaba.example/plan' }));
		lead.does(addEvidence('e2', { action, title: '名簿', url: 'https://wakaba.example/secret' }));
		set(lead, 'evidence/e1', { public: true });
		lead.does(addOccurrence('o1', { action, date: '2025-06-03', place: '5年1組' }));
		set(lead, entity, { owner: '情報主任' });
		const report = reportOf({ fold: lead.fold }, { audience: 'public' });
		expect(rowOf(report, action).cells.evidence).toBe('計画 https://wakaba.example/plan');
		expect(report.omissions).toEqual([
			{ what: '実施記録の日・場所・メモ', count: 1 },
			{ what: '公表しない根拠資料', count: 1 },
			{ what: '主担当', count: 1 },
		]);
		expect(report.columns).toEqual(columnsFor('public'));
		expect(reportOf({ fold: lead.fold }).omissions).toEqual([]);
	});

	test('counts once what shows at both □ that came of one', () => {
		const lead = new Device('lead');
		lead.does(addOccurrence('o1', { action, date: '2026-06-03', place: '5年1組' }));
		const edition = editionWith(2026, { first: from(action).split, second: from(action).split });
		const year = { edition, fiscalYear: 2026, today: '2027-02-01', fold: lead.fold };
		expect(rowsOf(reportOf(year)).map(({ cells }) => cells.achievement)).toEqual([
			'実施記録 1回\n6/3 5年1組',
			'実施記録 1回\n6/3 5年1組',
		]);
		expect(reportOf(year, { audience: 'public' }).omissions).toEqual([{ what: '実施記録の日・場所・メモ', count: 1 }]);
	});

	test('points at what looks like a name, wherever somebody typed it', () => {
		const lead = new Device('lead');
		set(lead, entity, { result: '山田さんの学級で行った。' });
		set(lead, 'evaluation/final', { stakeholders: '連絡は taro@example.com まで' });
		const found = publicWarnings(reportOf({ fold: lead.fold }, { audience: 'public' }));
		expect(found.map(({ place, words }) => [place.slice(0, 7), words])).toEqual([
			['1-(1)-①', '山田さん'],
			['学校関係者評価', 'taro@example.com'],
		]);
		expect(publicWarnings(reportOf({}))).toEqual([]);
	});
});
