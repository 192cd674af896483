import Database from 'better-sqlite3';

/** SQLite with nothing around it: one table, one transaction for each batch, on disk when it returns. */
export interface Bare {
	write(batch: readonly string[]): void;
	close(): void;
}

export function openBare(file: string): Bare {
	const database = new Database(file);
	database.pragma('journal_mode = WAL');
	database.pragma('synchronous = FULL');
	database.exec(
		'create table operations (log text, sequence integer, body text, primary key (log, sequence)) without rowid',
	);
	const insert = database.prepare('insert into operations values (?, ?, ?)');
	let sequence = 0;
	return {
		write: database.transaction((batch: readonly string[]) => {
			for (const body of batch) {
				sequence += 1;
				insert.run('bench', sequence, body);
			}
		}).immediate,
		close: () => database.close(),
	};
}
