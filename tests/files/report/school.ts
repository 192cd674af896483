import { readFileSync } from 'node:fs';
import { parseOperations } from '../../../src/domain/exchange/operations.ts';
import { PlanEdition } from '../../../src/domain/plan/edition.ts';
import { addEvidence, addOccurrence, addOwnAction, setField } from '../../../src/domain/record/edits.ts';
import { foldRecord } from '../../../src/domain/record/fold.ts';
import { addComment } from '../../../src/domain/record/review/comments.ts';
import type { Audience, ReportSource } from '../../../src/domain/report/model.ts';
import { selfEvaluation } from '../../../src/domain/report/selfEvaluation.ts';
import { Device } from '../../domain/record/devices.ts';

const read = (path: string) => JSON.parse(readFileSync(`seeds/${path}`, 'utf8'));

export const edition = PlanEdition.parse(read('sendai-2025.json'));

/** The fictional school's second year, with its first beside it. */
export function modelSchool(): ReportSource {
	const { logs } = read('fictional/aoba-model-2026.json') as { logs: { fiscalYear: number; operations: unknown }[] };
	const foldOf = (year: number) => {
		const read = parseOperations(logs.find(({ fiscalYear }) => fiscalYear === year)?.operations);
		if (!read.ok) throw new Error(read.refusal.sentence);
		return foldRecord(read.value);
	};
	return {
		...{ edition, fiscalYear: 2026, fold: foldOf(2026), today: '2026-11-20' },
		profile: { name: '青葉モデル小学校（架空）', schoolType: 'elementary', units: ['specialNeedsClass'] },
		before: { edition, fiscalYear: 2025, fold: foldOf(2025) },
	};
}

export const firstAction = 'sendai-2025-1-1-1-1';

/** A school that has typed these words wherever a report shows typed words, in public and for the board. */
export function schoolThatTyped(words: string): ReportSource {
	const lead = new Device('a'.repeat(32));
	const entity = `action/${firstAction}`;
	for (const field of ['result', 'issue', 'improvement', 'nextYear'])
		lead.does(setField(lead.fold, entity, field, words));
	lead.does(addOwnAction('b', { measure: '1-1-2', text: words }));
	lead.does(addEvidence('e', { action: firstAction, title: words, url: words }));
	lead.does(setField(lead.fold, 'evidence/e', 'public', true));
	for (const field of ['focus', 'improvement', 'stakeholders']) {
		lead.does(setField(lead.fold, 'evaluation/final', field, words));
	}
	return sourceOf(lead, words);
}

const sourceOf = (lead: Device, name: string): ReportSource => ({
	...{ edition, fiscalYear: 2025, fold: lead.fold, today: '2026-02-20' },
	profile: { name, schoolType: 'elementary', units: [] },
});

/** Words that must never leave the school in a public version, each where it is really kept; all are found by their sign. */
export const sign = '内緒';

export function schoolWithSecrets(): ReportSource {
	const lead = new Device('c'.repeat(32), { role: 'ictLead', label: `${sign}の端末名` });
	const entity = `action/${firstAction}`;
	lead.does(
		addOccurrence('o', { action: firstAction, date: '2025-10-03', place: `${sign}の場所`, memo: `${sign}のメモ` }),
	);
	const shared = { title: `${sign}の事例`, grade: '5年', what: `${sign}の内容`, link: 'https://secret.example/case' };
	lead.does(setField(lead.fold, 'occurrence/o', 'shared', shared));
	lead.does(setField(lead.fold, entity, 'owner', `${sign}の主担当`));
	lead.does(setField(lead.fold, entity, 'result', `見せてよい実績 https://secret.example/d/${sign} にある`));
	lead.does(setField(lead.fold, 'evaluation/final', 'stakeholders', 'https://secret.example/voices'));
	lead.does(addEvidence('e1', { action: firstAction, title: `${sign}の資料`, url: 'https://secret.example/inside' }));
	lead.does(addEvidence('e2', { action: firstAction, title: '学校だより', url: 'https://aoba.example/tayori' }));
	lead.does(setField(lead.fold, 'evidence/e2', 'public', true));
	const comment = { action: firstAction, phase: 'final' as const, text: `${sign}のコメント`, returns: true };
	lead.does(addComment('k', comment));
	const other = 'action/sendai-2025-1-1-1-2';
	lead.does(setField(lead.fold, other, 'status', 'notApplicable'));
	lead.does(setField(lead.fold, other, 'reason', `${sign}の理由`));
	lead.does(setField(lead.fold, 'year', 'handoverNotes', `${sign}の引継ぎ`));
	lead.does(setField(lead.fold, 'review/final', 'state', { state: 'returned', reason: `${sign}の差戻し理由` }));
	lead.does(setField(lead.fold, `${other}x`, 'result', `${sign}の知らない□`));
	lead.does(setField(lead.fold, 'evaluation/midyear', 'focus', `${sign}の中間の重点目標`));
	return sourceOf(lead, '青葉モデル小学校（架空）');
}

export const reportOf = (source: ReportSource, audience: Audience) =>
	selfEvaluation(source, { phase: 'final', audience, short: false });

/** What people type and paste, and what those type who mean harm. */
export const hostile: readonly string[] = [
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)",
	'</style></table></main><h1>乗っ取り</h1>',
	'javascript:alert(1)',
	'https://x.example/"onclick="alert(1)',
	'https://x.example/<b>',
	'data:text/html,<script>1</script>',
	'[押す](javascript:alert(1))',
	'![絵](https://x.example/p.png)',
	'<https://x.example/>',
	'&lt;script&gt; &amp; &#60;',
	'# 見出し\n- 項目\n1. 番号\n> 引用\n---\n===',
	'a | b \\| c',
	'```\ncode\n```',
	'`code` **太** _斜_ ~~消~~ $x$',
	'    四つ空けた行',
	'[x]: https://x.example/',
	'\u0000\u0007\u001b[31m',
	'\ud800',
	'\u202eevil',
	'=HYPERLINK("https://x.example","押す")',
];
