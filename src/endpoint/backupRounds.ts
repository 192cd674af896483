/** What makes a backup every so often. */
export interface BackupRounds {
	/** Minutes between two; 0 = none. */
	readonly minutes: number;
	/** Makes one, in a process of its own: reading a whole city must not keep its devices waiting. */
	readonly make: () => Promise<void>;
	readonly setTimeout: (then: () => void, ms: number) => unknown;
}

/** The first soon after the start, so that a short day's work is covered too. */
const firstMinutes = 5;

/** Starts the rounds. One backup at a time: the next waits for the one before. */
export function startBackupRounds({ minutes, make, setTimeout }: BackupRounds): void {
	if (minutes === 0) return;
	const round = (inMinutes: number) =>
		setTimeout(() => {
			make().finally(() => round(minutes));
		}, inMinutes * 60_000);
	round(Math.min(firstMinutes, minutes));
}
