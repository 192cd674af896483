import type { Author, Operation } from '../domain/record/operation.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { RecordStore } from '../store/recordStore.ts';

/** A year as the database holds it. */
export interface OpenedYear {
	/** This installation's id in operations. */
	readonly device: string;
	readonly author: Author;
	/** Whose log it is. */
	readonly school: string;
	readonly operations: readonly Operation[];
	readonly position: number;
}

/** Loads the database's code. */
export async function loadStore(load: () => Promise<RecordStore>): Promise<Result<RecordStore>> {
	const store = await load().catch(() => undefined);
	if (store) return ok(store);
	return refuse(
		'notLoaded',
		'保存のしくみを読み込めませんでした。入力はまだ保存されていません。通信できるところで、もう一度保存してください。',
	);
}

/** Opens the database and reads the year of the school that the device is at now. */
export async function openYear(store: RecordStore, fiscalYear: number): Promise<Result<OpenedYear>> {
	const opened = await store.open();
	if (!opened.ok) return opened;
	const log = await store.readLog(fiscalYear);
	const { device, author, school } = opened.value;
	return log.ok ? ok({ device, author, school, ...log.value }) : log;
}
