import { ok, type Result } from '../../domain/result.ts';
import { readBackup } from '../../files/backup.ts';
import type { Session } from '../../session/session.ts';
import type { RecordStore } from '../../store/recordStore.ts';
import type { BackupDeps } from './Backup.tsx';

/** Takes a backup file into this device's record by the same union as everything else. A wrong file changes nothing. */
export const restoreBackup = async (
	session: Session,
	deps: Pick<BackupDeps, 'digest'>,
	text: string,
	store: RecordStore,
): Promise<Result<{ at: string; added: number; known: number }>> => {
	const backup = await readBackup(text, deps.digest);
	if (!backup.ok) return backup;
	const total = { at: backup.value.at, added: 0, known: 0 };
	for (const { fiscalYear, operations } of backup.value.logs) {
		const taken = await store.union(fiscalYear, operations);
		if (!taken.ok) {
			await session.refresh();
			return taken;
		}
		total.added += taken.value.added;
		total.known += taken.value.known;
	}
	await session.refresh();
	return ok(total);
};
