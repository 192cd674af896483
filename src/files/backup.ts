import { parseOperations } from '../domain/exchange/operations.ts';
import type { Operation } from '../domain/record/operation.ts';
import { ok, type Refusal, type Result, refuse } from '../domain/result.ts';

/**
 * A backup file holds a school's operations, whole, and nothing of the device that wrote it: no identity and no
 * counter, so that a device restored from it never writes under a number that was used before.
 *
 * Reading it in is the same union as every other exchange (`store.union`). A backup of another school, or of a trial
 * before the school was registered, goes into the log of the school that the device now belongs to; where the two say
 * different things about one □, both stand as a conflict for a person to choose from.
 */
export interface Backup {
	readonly appVersion: string;
	/** When it was written: ISO 8601 UTC, for people. */
	readonly at: string;
	readonly schoolName?: string;
	readonly logs: readonly BackupLog[];
}

export interface BackupLog {
	/** `<school>/<fiscalYear>` on the device that wrote it. Tells backups apart; decides nothing. */
	readonly log?: string;
	readonly fiscalYear: number;
	readonly operations: readonly Operation[];
}

export type BackupReason = 'damaged' | 'foreign' | 'newer' | 'empty';
export type BackupRefusal = Refusal<BackupReason>;

export interface BackupSource {
	readonly logs: readonly BackupLog[];
	readonly schoolName?: string | undefined;
	readonly appVersion: string;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** SHA-256, from outside. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

const format = 'masume-backup';
const version = 1;

const sentences: Readonly<Record<BackupReason, string>> = {
	damaged:
		'このファイルは読み込めませんでした。途中で切れているか、中身が変わっているか、ます目のバックアップではありません。この端末の記録はそのままです。別のバックアップを選ぶか、元の端末でもう一度書き出してください。',
	foreign:
		'これは、ます目のバックアップではありません。この端末の記録はそのままです。名前が「masume_」で始まり「.json」で終わるファイルを選んでください。',
	newer:
		'このバックアップは、もっと新しい版のます目で作られています。この端末の記録はそのままです。インターネットにつないでページを再読み込みし、新しい版に更新してから、もう一度選んでください。',
	empty:
		'このバックアップには、記録が1件も入っていません。この端末の記録はそのままです。別のバックアップを選んでください。',
};

const refused = (reason: BackupReason) => refuse(reason, sentences[reason]);

const checksumOf = async (body: string, digest: Digest): Promise<string> =>
	Array.from(new Uint8Array(await digest(new TextEncoder().encode(body))), (byte) =>
		byte.toString(16).padStart(2, '0'),
	).join('');

const seal = (body: string, checksum: string): string => `${body.slice(0, -1)},"checksum":"${checksum}"}`;

/** The text of a backup file: one JSON object whose last member is the SHA-256 of the object without it. */
export async function writeBackup(source: BackupSource, digest: Digest): Promise<string> {
	const body = JSON.stringify({
		format,
		version,
		appVersion: source.appVersion,
		at: new Date(source.now).toISOString(),
		...(source.schoolName ? { schoolName: source.schoolName } : {}),
		logs: source.logs,
	});
	return seal(body, await checksumOf(body, digest));
}

/** Reads a backup file's text; whatever is wrong with it is told, and nothing of it is used. */
export async function readBackup(text: string, digest: Digest): Promise<Result<Backup, BackupRefusal>> {
	// A mark of order or a line end is what mail programs and editors add; it damages nothing.
	const sealed = text.trim();
	const content = parsed(sealed);
	if (content === undefined) return refused('damaged');
	if (!isObject(content) || content.format !== format) return refused('foreign');
	if (typeof content.version === 'number' && content.version > version) return refused('newer');
	if (!(await isSealed(sealed, content.checksum, digest))) return refused('damaged');
	const backup = backupOf(content);
	if (!backup) return refused('damaged');
	return backup.logs.some(({ operations }) => operations.length > 0) ? ok(backup) : refused('empty');
}

/** The seal is checked on the text, not on what it parses to: any changed byte shows. */
async function isSealed(text: string, checksum: unknown, digest: Digest): Promise<boolean> {
	const end = text.lastIndexOf(',"checksum":"');
	if (end < 0 || typeof checksum !== 'string') return false;
	const body = `${text.slice(0, end)}}`;
	return text === seal(body, checksum) && checksum === (await checksumOf(body, digest));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function backupOf(content: Readonly<Record<string, unknown>>): Backup | undefined {
	const { appVersion, at, schoolName, logs } = content;
	if (content.version !== version || typeof appVersion !== 'string' || typeof at !== 'string') return undefined;
	if (!Array.isArray(logs)) return undefined;
	const read = logs.flatMap((log) => logOf(log) ?? []);
	if (read.length !== logs.length) return undefined;
	return { appVersion, at, ...(typeof schoolName === 'string' ? { schoolName } : {}), logs: read };
}

function logOf(value: unknown): BackupLog | undefined {
	if (!isObject(value)) return undefined;
	const { log, fiscalYear, operations } = value;
	if (typeof fiscalYear !== 'number' || !Number.isInteger(fiscalYear)) return undefined;
	const read = parseOperations(operations);
	if (!read.ok) return undefined;
	return { ...(typeof log === 'string' ? { log } : {}), fiscalYear, operations: read.value };
}

/** What some file system forbids or hides: reserved characters, control and direction marks. */
const unsafe = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const longestName = 40;

/** `masume_青葉小学校_2026-11-21.json`; `day` is `YYYY-MM-DD`. */
export function backupFileName(schoolName: string | undefined, day: string): string {
	const safe = (schoolName ?? '').normalize('NFC').replace(unsafe, '-').replace(/\s+/g, '-');
	const short = Array.from(safe)
		.slice(0, longestName)
		.join('')
		.replace(/^[-.]+|[-.]+$/g, '');
	return ['masume', short, day]
		.filter((part) => part !== '')
		.join('_')
		.concat('.json');
}
