import { foldRecord, type RecordFold } from '../../../src/domain/record/fold.ts';
import { type Author, type Edit, type Json, type Operation, stampEdits } from '../../../src/domain/record/operation.ts';

export const ictLead: Author = { role: 'ictLead', label: 'ICT担当' };
export const principal: Author = { role: 'principal', label: '校長' };

/** A Chromebook or iPad of the school: does things, hears of things, has a clock that may be wrong. */
export class Device {
	name: string;
	by: Author;
	/** Milliseconds since 1970; people set it, nothing reads it to order things. */
	clock = Date.parse('2025-10-01T00:00:00Z');
	fold: RecordFold = foldRecord([]);
	counter = 1;

	constructor(name: string, by: Author = ictLead) {
		this.name = name;
		this.by = by;
	}

	does(edits: Edit | readonly Edit[]): Operation[] {
		const list = Array.isArray(edits) ? (edits as readonly Edit[]) : [edits as Edit];
		const operations = stampEdits(list, {
			device: this.name,
			counter: this.counter,
			lamport: this.fold.lamport + 1,
			at: new Date(this.clock).toISOString(),
			by: this.by,
		});
		this.counter += operations.length;
		for (const operation of operations) this.fold.add(operation);
		return operations;
	}

	hears(from: Device | Iterable<Operation>): void {
		const operations = from instanceof Device ? from.fold.operations() : from;
		for (const operation of operations) this.fold.add(operation);
	}

	minutesLater(minutes: number): void {
		this.clock += minutes * 60_000;
	}
}

/** Everybody ends up with everything. */
export function meet(...devices: Device[]): RecordFold {
	const all = devices.flatMap((device) => [...device.fold.operations()]);
	for (const device of devices) device.hears(all);
	return foldRecord(all);
}

/** An operation written by hand, for what no honest device would write. */
export const operation = (
	id: string,
	lamport: number,
	value: Json,
	rest: Partial<Operation> & Record<string, unknown> = {},
): Operation => ({
	version: 1,
	id,
	lamport,
	at: '2025-10-01T00:00:00.000Z',
	by: ictLead,
	entity: 'action/a1',
	field: 'result',
	value,
	replaces: [],
	...rest,
});
