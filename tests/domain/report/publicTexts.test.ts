import { describe, expect, test } from 'vitest';
import { addEvidence, deleteEntity, setField } from '../../../src/domain/record/edits.ts';
import { withheldLink, withoutLinks } from '../../../src/domain/report/publicTexts.ts';
import { publicWarnings } from '../../../src/domain/report/publicWarnings.ts';
import { Device, meet } from '../record/devices.ts';
import { plan2025 } from '../record/editions.ts';
import { reportOf, rowOf, rowsOf, set } from './report.ts';

const action = 'sendai-2025-1-1-1-1';
const entity = `action/${action}`;
const nothingOpen = new Set<string>();

describe('an address that somebody typed into a text', () => {
	test.each([
		['https://drive.example/d/1a2B?usp=sharing を参照', `${withheldLink} を参照`],
		['資料はhttps://drive.example/資料を参照した。', `資料は${withheldLink}を参照した。`],
		['（https://a.example/x）と<http://b.example>', `（${withheldLink}）と<${withheldLink}>`],
		['See (https://a.example/x).', `See (${withheldLink}).`],
		['www.a.example', withheldLink],
		['docs.example.com/document/d/abc', withheldLink],
		['\\\\server01\\職員\\名簿', withheldLink],
		['file:///C:/Users/a', withheldLink],
	])('is kept out: %s', (text, shown) => {
		expect(withoutLinks(text, nothingOpen)).toBe(shown);
	});

	test.each(['1/2の学級で、9:30から。', 'and/or', 'A: できる', '10.5%', 'みやぎ情報活用ノート.pdf'])(
		'is not seen where there is none: %s',
		(text) => {
			expect(withoutLinks(text, nothingOpen)).toBe(text);
		},
	);

	test('stays where a paper with this address may be published', () => {
		const open = new Set(['https://a.example/tayori']);
		const text = 'https://a.example/tayori、https://a.example/tayori2';
		expect(withoutLinks(text, open)).toBe(`https://a.example/tayori、${withheldLink}`);
	});
});

describe('the public version', () => {
	const typed = 'くわしくは https://himitsu.example/d/1 へ';
	const year = () => {
		const lead = new Device('lead');
		set(lead, entity, { result: typed, issue: typed, improvement: typed, nextYear: typed });
		set(lead, 'own/o1', { measure: '1-1-1', text: typed });
		for (const field of ['focus', 'improvement', 'stakeholders']) set(lead, 'evaluation/final', { [field]: typed });
		set(lead, `target/${plan2025.indicators[0]?.id}`, { words: typed });
		return lead;
	};
	const profile = { name: '架空高等学校', schoolType: 'upperSecondary' as const, units: [] };

	test('holds no address that was typed anywhere, says so, and the board reads them all', () => {
		const of = { fold: year().fold, profile };
		const board = JSON.stringify(reportOf(of));
		expect(board.split('himitsu').length - 1).toBeGreaterThan(8);
		const report = reportOf(of, { audience: 'public' });
		expect(JSON.stringify(report)).not.toContain('himitsu');
		expect(rowOf(report, action).cells.resultAndIssue).toContain(`【実績】くわしくは ${withheldLink} へ`);
		expect(report.omissions).toContainEqual({ what: '文の中のリンク', count: 9 });
	});

	test('points at names in the aims that a school sets itself', () => {
		const lead = year();
		set(lead, `target/${plan2025.indicators[0]?.id}`, { words: '山田さんの学級から' });
		const found = publicWarnings(reportOf({ fold: lead.fold, profile }, { audience: 'public' }));
		expect(found).toEqual([{ words: '山田さん', place: '場面ごとの端末活用' }]);
	});
});

describe('a paper that may be published', () => {
	const published = () => {
		const lead = new Device('a');
		lead.does(addEvidence('e1', { action, title: '便り', url: 'https://a.example/x' }));
		lead.does(setField(lead.fold, 'evidence/e1', 'public', true));
		return lead;
	};
	const shown = (fold: Device['fold']) => rowOf(reportOf({ fold }, { audience: 'public' }), action).cells.evidence;

	test('is not, where another device has withdrawn it meanwhile', () => {
		const [lead, other] = [published(), new Device('b')];
		expect(shown(lead.fold)).toBe('便り https://a.example/x');
		other.hears(lead);
		lead.does(setField(lead.fold, 'evidence/e1', 'public', false));
		lead.does(setField(lead.fold, 'evidence/e1', 'public', true));
		other.does(setField(other.fold, 'evidence/e1', 'public', false));
		expect(shown(meet(lead, other))).toBe('');
	});

	test('is not, where it was deleted while somebody corrected its title', () => {
		const [lead, other] = [published(), new Device('b')];
		other.hears(lead);
		lead.does(setField(lead.fold, 'evidence/e1', 'title', '学校便り'));
		other.does(deleteEntity(other.fold, 'evidence/e1'));
		const report = reportOf({ fold: meet(lead, other) }, { audience: 'public' });
		expect(JSON.stringify(rowsOf(report))).not.toContain('a.example');
		expect(report.omissions).toContainEqual({ what: '公表しない根拠資料', count: 1 });
	});
});
