import type { Json } from '../domain/record/operation.ts';
import type { MasumeDatabase } from './schema.ts';
import { transact } from './transaction.ts';

export function readSetting(database: MasumeDatabase, key: string): Promise<Json | undefined> {
	return transact(database, 'r', [database.settings], async () => (await database.settings.get(key))?.value);
}

export function writeSetting(database: MasumeDatabase, key: string, value: Json): Promise<void> {
	return transact(database, 'rw', [database.settings], async () => {
		await database.settings.put({ key, value });
	});
}
