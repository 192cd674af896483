import type { Operation } from '../domain/record/operation.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { RecordStore } from '../store/recordStore.ts';

/** A year as the database holds it. */
export interface OpenedYear {
	readonly store: RecordStore;
	/** This installation's id in operations. */
	readonly device: string;
	readonly operations: readonly Operation[];
	readonly position: number;
}

/** Loads the database's code, opens it and reads the year; the refusal of whichever did not succeed. */
export async function openYear(load: () => Promise<RecordStore>, fiscalYear: number): Promise<Result<OpenedYear>> {
	const store = await load().catch(() => undefined);
	if (!store) {
		return refuse(
			'notLoaded',
			'保存のしくみを読み込めませんでした。入力はまだ保存されていません。通信できるところで、もう一度保存してください。',
		);
	}
	const opened = await store.open();
	if (!opened.ok) return opened;
	const log = await store.readLog(fiscalYear);
	return log.ok ? ok({ store, device: opened.value.device, ...log.value }) : log;
}
