import { canonical } from '../domain/record/canonical.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import { acknowledgeSent } from './acknowledge.ts';
import type { Connection } from './connection.ts';
import type { Random } from './device.ts';
import { enrolDevice } from './enrol.ts';
import type { ExchangeStore, LogPosition } from './exchangeStore.ts';
import { issueForkedAgain } from './issueAgain.ts';
import { currentLog } from './log.ts';
import { positionOf, putPosition, speaksOfNow, startAgain } from './position.ts';
import type { StoreChange, Stored, StoreRefusal } from './recordStore.ts';
import type { MasumeDatabase } from './schema.ts';
import { ensureSigningKey } from './signing.ts';
import { takePage } from './take.ts';
import { transact } from './transaction.ts';
import type { UnionOutcome } from './union.ts';
import { letAllWait, nextToSend, offerRefusedAgain, refuseWaiting, waitingByYear } from './waiting.ts';

export interface ExchangeDeps {
	readonly connection: Connection;
	readonly announce: <Value>(
		outcome: Stored<Value>,
		change: (value: Value) => readonly StoreChange[],
	) => Promise<Result<Value, StoreRefusal>>;
	readonly random: Random;
	readonly subtle: SubtleCrypto | undefined;
}

const exchanged: StoreChange = { kind: 'exchange', here: true };
const renamedDevice: StoreChange = { kind: 'device', here: true };

/** What is told of operations that came from elsewhere. */
export const arrivals = (fiscalYear: number, { added, renamed }: UnionOutcome): StoreChange[] => [
	...(added > 0 ? [{ kind: 'operations', fiscalYear, how: 'arrived', here: true } as const] : []),
	...(renamed ? [renamedDevice] : []),
];

export function createExchange({ connection, announce, random, subtle }: ExchangeDeps): ExchangeStore {
	/**
	 * Work on what waits and on the positions of one year's log. A device without a school has none: nothing happens.
	 * Answers whether anything was changed; else nobody is told.
	 */
	const onLog = async (fiscalYear: number, work: (database: MasumeDatabase, log: string) => Promise<boolean>) => {
		const tables = (database: MasumeDatabase) =>
			[database.device, database.operations, database.waiting, database.exchange] as const;
		const done = await announce(
			connection.run((database) =>
				transact(database, 'rw', tables(database), async () => {
					const log = await currentLog(database, fiscalYear);
					return log !== undefined && (await work(database, log));
				}),
			),
			(changed) => (changed ? [exchanged] : []),
		);
		return done.ok ? ok(undefined) : done;
	};

	const changePosition = (fiscalYear: number, change: (position: LogPosition) => LogPosition) =>
		onLog(fiscalYear, async (database, log) => {
			const position = await positionOf(database, log);
			const changed = change(position);
			if (canonical(changed) === canonical(position)) return false;
			await putPosition(database, log, changed);
			return true;
		});

	return {
		enrolment: () =>
			connection.runWhenShown((database) =>
				transact(database, 'r', [database.enrolment], async () => (await database.enrolment.get('this'))?.enrolment),
			),
		enrol: (enrolment, options) =>
			announce(
				connection.run((database) => enrolDevice(database, enrolment, options, random)),
				() => [renamedDevice, exchanged],
			),
		putEnrolment: (enrolment) =>
			announce(
				connection.run((database) =>
					transact(database, 'rw', [database.enrolment], async () => {
						await database.enrolment.put({ key: 'this', enrolment });
					}),
				),
				() => [exchanged],
			),
		waiting: () =>
			connection.runWhenShown((database) =>
				transact(database, 'r', [database.device, database.waiting], async () => {
					const device = await database.device.get('this');
					return device ? waitingByYear(database, device.school) : [];
				}),
			),
		nextBatch: (fiscalYear, bounds) =>
			connection.runWhenShown((database) =>
				transact(database, 'r', [database.device, database.operations, database.waiting], async () => {
					const log = await currentLog(database, fiscalYear);
					return log ? nextToSend(database, log, bounds) : [];
				}),
			),
		acknowledge: (fiscalYear, operations, answer) =>
			announce(
				connection.run((database) => acknowledgeSent(database, fiscalYear, operations, answer)),
				() => [exchanged],
			),
		markRefused: (fiscalYear, refused) => onLog(fiscalYear, (database, log) => refuseWaiting(database, log, refused)),
		offerRefused: () =>
			announce(
				connection.run((database) =>
					transact(database, 'rw', [database.device, database.waiting], async () => {
						const device = await database.device.get('this');
						if (device) await offerRefusedAgain(database, device.school);
					}),
				),
				() => [exchanged],
			),
		position: (fiscalYear) =>
			connection.runWhenShown((database) =>
				transact(database, 'r', [database.device, database.exchange], async () => {
					const log = await currentLog(database, fiscalYear);
					return positionOf(database, log ?? '');
				}),
			),
		async take(fiscalYear, operations, at) {
			const taken = await announce(
				connection.run((database) => takePage(database, fiscalYear, operations, at, random)),
				(outcome) => [...arrivals(fiscalYear, outcome), exchanged],
			);
			return taken.ok ? ok({ added: taken.value.added, known: taken.value.known }) : taken;
		},
		offerAll: (fiscalYear, epoch) =>
			onLog(fiscalYear, async (database, log) => {
				await letAllWait(database, log, { forgetRefusals: false });
				await putPosition(database, log, startAgain(epoch));
				return true;
			}),
		rewind: (fiscalYear) => changePosition(fiscalYear, (position) => ({ ...position, cursor: 0 })),
		noteDurable: (fiscalYear, durableSequence, epoch) =>
			changePosition(fiscalYear, (position) =>
				epoch === undefined || speaksOfNow(position, epoch)
					? { ...position, durableSequence: Math.max(position.durableSequence, durableSequence) }
					: position,
			),
		noteSummary: (fiscalYear, summary) => changePosition(fiscalYear, (position) => ({ ...position, summary })),
		async issueAgain(fiscalYear, forked) {
			const issued = await announce(
				connection.run((database) => issueForkedAgain(database, fiscalYear, forked, { random, subtle })),
				({ issued: count, renamed }) => [
					...(count > 0 ? [{ kind: 'rewritten', fiscalYear, here: true } as const] : []),
					...(renamed ? [renamedDevice] : []),
					exchanged,
				],
			);
			return issued.ok ? ok({ issued: issued.value.issued }) : issued;
		},
		signingKey: () => connection.runWhenShown((database) => ensureSigningKey(database, subtle)),
	};
}
