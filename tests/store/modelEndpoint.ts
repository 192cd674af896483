import { canonical } from '../../src/domain/record/canonical.ts';
import type { Operation } from '../../src/domain/record/operation.ts';
import type { RecordStore } from '../../src/store/recordStore.ts';
import { good, year } from './profile.ts';

/** The smallest endpoint that keeps its promises: numbers without gaps, the same id never for two contents. */
export class ModelEndpoint {
	log: Operation[] = [];
	#epochs = 1;

	get epoch(): string {
		return this.#epochs.toString(16).padStart(16, '0');
	}

	has(operation: Operation): boolean {
		return this.log.some((each) => each.id === operation.id && canonical(each) === canonical(operation));
	}

	/** Stores all of a batch, or answers with the ids that stand for something else here. */
	push(operations: readonly Operation[]): readonly string[] {
		const forked = operations
			.filter((operation) => !this.has(operation) && this.log.some(({ id }) => id === operation.id))
			.map(({ id }) => id);
		if (forked.length === 0) this.log.push(...operations.filter((operation) => !this.has(operation)));
		return forked;
	}

	/** Sets it back to how it was when its log had so many entries. */
	restore(length: number): void {
		this.log = this.log.slice(0, length);
		this.#epochs += 1;
	}

	async pushFrom(tab: RecordStore, { operations = 500, answerLost = false } = {}): Promise<boolean> {
		await this.#agreeOnEpoch(tab);
		const batch = await good(tab.exchange.nextBatch(year, { operations, bytes: 512_000 }));
		if (batch.length === 0) return false;
		const forked = this.push(batch);
		const answer = { epoch: this.epoch, sequence: this.log.length, durableSequence: 0, at: '2026-11-21T05:00:10Z' };
		if (forked.length > 0) await good(tab.exchange.issueAgain(year, forked));
		else if (!answerLost) await good(tab.exchange.acknowledge(year, batch, answer));
		return true;
	}

	async pullInto(tab: RecordStore, page = 500): Promise<boolean> {
		await this.#agreeOnEpoch(tab);
		const { cursor } = await good(tab.exchange.position(year));
		const operations = this.log.slice(cursor, cursor + page);
		const end = { cursor: cursor + operations.length, sequence: this.log.length, durableSequence: 0 };
		if (operations.length > 0) await good(tab.exchange.take(year, operations, { epoch: this.epoch, ...end }));
		return operations.length > 0;
	}

	/** Until nothing goes either way. */
	async settleWith(tab: RecordStore): Promise<void> {
		for (let round = 0; round < 40; round += 1) {
			const sent = await this.pushFrom(tab);
			const taken = await this.pullInto(tab);
			if (!sent && !taken) return;
		}
		throw new Error('comes to no end');
	}

	async #agreeOnEpoch(tab: RecordStore): Promise<void> {
		const { epoch } = await good(tab.exchange.position(year));
		if (epoch !== undefined && epoch !== this.epoch) await good(tab.exchange.offerAll(year, this.epoch));
	}
}
