import type { Operation } from '../domain/record/operation.ts';
import { mustBeSigned } from '../domain/record/review/authority.ts';
import { ensureDevice, factsOf, type Random } from './device.ts';
import type { Enrolment } from './exchangeStore.ts';
import { rowsAfter } from './log.ts';
import type { DeviceFacts } from './recordStore.ts';
import { fiscalYearOf, logKey, logTables, type MasumeDatabase, schoolKey, trialPrefix } from './schema.ts';
import { transact } from './transaction.ts';
import { unite } from './union.ts';
import { letAllWait, stopWaiting } from './waiting.ts';

/** Puts the device into its school, in one transaction. Identity and counter stay; the device's post is the enrolment's. */
export function enrolDevice(
	database: MasumeDatabase,
	enrolment: Enrolment,
	{ adopt }: { readonly adopt: boolean },
	random: Random,
): Promise<DeviceFacts> {
	const tables = [...logTables(database), database.exchange, database.enrolment];
	return transact(database, 'rw', tables, async () => {
		const school = schoolKey(enrolment.school);
		const device = await ensureDevice(database, random);
		const row = { ...device, school, author: { ...device.author, role: enrolment.role } };
		await database.device.put(row);
		const logs = (await database.logs.toArray()).map(({ log }) => log);
		for (const log of logs) {
			if (fiscalYearOf(log, school) !== undefined) await letAllWait(database, log, { forgetRefusals: true });
			else if (adopt && log.startsWith(trialPrefix)) await moveTrial(database, log, school);
		}
		for (const { log } of await database.exchange.toArray()) {
			if (fiscalYearOf(log, school) !== undefined) await database.exchange.delete(log);
		}
		await database.enrolment.put({ key: 'this', enrolment });
		return factsOf(row);
	});
}

/**
 * What of a trial is not the school's: its review, which nobody's key signed, and what it said of a school (校種 was only
 * chosen to begin), which the board has registered and colleagues may have put right.
 */
const staysBehind = (operation: Operation): boolean => mustBeSigned(operation) || operation.entity === 'school';

/** A trial's log goes into the school's of the same year, where it waits. */
async function moveTrial(database: MasumeDatabase, trial: string, school: string): Promise<void> {
	const fiscalYear = fiscalYearOf(trial, trial.slice(0, trial.lastIndexOf('/')));
	if (fiscalYear === undefined) return;
	const rows = await rowsAfter(database, trial, 0);
	const moving = rows.filter(({ operation }) => !staysBehind(operation));
	const operations = moving.map(({ operation }) => operation);
	await unite(database, logKey(school, fiscalYear), operations, { wait: true });
	await stopWaiting(database, moving);
	await database.operations.bulkDelete(moving.map(({ log, position }) => [log, position]));
	if (moving.length === rows.length) await database.logs.delete(trial);
}
