import { ok, type Result } from '../../domain/result.ts';
import { type BackupLog, backupFileName, writeBackup } from '../../files/backup.ts';
import type { RecordStore } from '../../store/recordStore.ts';
import type { BackupDeps } from './Backup.tsx';

/** Every year's operations of this device as one file. */
export const takeBackup = async (
	store: RecordStore,
	schoolName: string | undefined,
	deps: Pick<BackupDeps, 'digest' | 'now' | 'appVersion'>,
	today: string,
): Promise<Result<{ name: string; text: string }>> => {
	const years = await store.years();
	if (!years.ok) return years;
	const logs: BackupLog[] = [];
	for (const fiscalYear of years.value) {
		const log = await store.readLog(fiscalYear);
		if (!log.ok) return log;
		logs.push({ fiscalYear, operations: log.value.operations });
	}
	const text = await writeBackup({ logs, schoolName, appVersion: deps.appVersion, now: deps.now() }, deps.digest);
	return ok({ name: backupFileName(schoolName, today), text });
};
