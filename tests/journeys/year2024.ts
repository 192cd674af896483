import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, Operation } from '../../src/domain/record/operation.ts';
import { writeBackup } from '../../src/files/backup.ts';
import { browserName } from './browsers/launch.ts';
import { cacheFolder } from './cacheFolder.ts';

const action = (id: string) => `action/sendai-2024-${id}`;

/** What a fictional school left behind in 令和6年度: something of every way in which a □ goes on, or does not. */
const written: readonly (readonly [entity: string, fields: Readonly<Record<string, Json>>])[] = [
	['school', { name: '青葉モデル小学校（架空）', schoolType: 'elementary', units: [] }],
	// → 1-(1)-①, reworded
	[action('1-1-1-1'), { status: 'inProgress', owner: '情報主任', nextYear: '年間計画を全学年で見直す。' }],
	// nothing continues it
	[action('1-1-1-2'), { status: 'inProgress' }],
	// → 1-(1)-③, reworded
	[action('1-1-3-1'), { status: 'achieved', ratingFinal: 'excellent', result: '5・6年の全学級で行った。' }],
	// → 1-(2)-① and 1-(2)-③, split
	[action('1-2-1-2'), { status: 'inProgress', issue: '学年によって差がある。' }],
	// → 2-(1)-①, merged from two
	[action('2-1-1-1'), { status: 'achieved' }],
	[action('2-1-1-2'), { status: 'notStarted' }],
	['own/asa2024', { measure: '1-1-1', text: '朝の会で端末を使う', status: 'inProgress', owner: '学年主任' }],
];

const operations = (): Operation[] =>
	written
		.flatMap(([entity, fields]) => Object.entries(fields).map(([field, value]) => ({ entity, field, value })))
		.map((edit, index) => ({
			version: 1,
			id: `${'24'.repeat(16)}.${index + 1}`,
			lamport: index + 1,
			at: '2025-02-20T06:00:00.000Z',
			by: { role: 'ictLead', label: '職員室のChromebook' },
			...edit,
			replaces: [],
		}));

/** That year as a backup file: where it lies. */
export async function backupOf2024(folder = cacheFolder('journeys')): Promise<string> {
	const text = await writeBackup(
		{
			logs: [{ fiscalYear: 2024, operations: operations() }],
			appVersion: 'test',
			now: Date.parse('2025-03-25T06:00:00Z'),
		},
		(bytes) => crypto.subtle.digest('SHA-256', bytes),
	);
	const file = join(folder, `${browserName()}-year2024.json`);
	writeFileSync(file, text);
	return file;
}
