import { type IDBDatabase as FakeDatabase, forceCloseDatabase, IDBFactory } from 'fake-indexeddb';

/** The fake's own way to abort a transaction for a cause, which browsers keep to themselves. */
interface Abortable {
	_abort(name: string): void;
}

const writtenLast = ['logs', 'settings', 'exchange', 'enrolment'];

/**
 * An IndexedDB that can be hurt the way browsers and people hurt it. Faults reach real transactions of real
 * connections: what they roll back is rolled back by the database, not by the test.
 */
export class HurtFactory extends IDBFactory {
	readonly connections: IDBDatabase[] = [];
	readonly durabilities: (string | undefined)[] = [];
	#abort: { name: string; times: number } | undefined;
	#lostAnswer: (() => void) | undefined;
	#refusal: string | undefined;
	#written: (() => void) | undefined;
	#dead = 0;

	/** The next transactions that write abort for this cause, after their operations went in and before the commit. */
	abortWrites(name: string, times: number): void {
		this.#abort = { name, times };
	}

	/** The next transaction that writes is committed and its page told that the connection was lost; then `loseServer`. */
	loseNextAnswer(thenServer = 0): void {
		this.#lostAnswer = () => this.loseServer(thenServer);
	}

	/** The next transaction that writes is committed, and its page does something before it hears of that. */
	beforeNextAnswer(task: () => void): void {
		this.#lostAnswer = task;
	}

	/** Does something in the middle of the next transaction that writes. */
	onNextWrite(task: () => void): void {
		this.#written = task;
	}

	/** Opening fails for this cause, until it is allowed again. */
	refuseOpening(name: string): void {
		this.#refusal = name;
	}

	allowOpening(): void {
		this.#refusal = undefined;
	}

	/** The next `times` transactions cannot even begin, as when WebKit's database process has gone. */
	loseServer(times: number): void {
		this.#dead = times;
	}

	/** Closes every connection under the page, as clearing of memory or a crash does. */
	closeAllUnderneath(): void {
		for (const connection of this.connections) forceCloseDatabase(connection as unknown as typeof FakeDatabase);
	}

	override open(name: string, version?: number): IDBOpenDBRequest {
		if (this.#refusal) return refusedRequest(this.#refusal);
		const request = version === undefined ? super.open(name) : super.open(name, version);
		request.addEventListener('success', () => this.#adopt(request.result));
		return request;
	}

	#adopt(connection: IDBDatabase): void {
		this.connections.push(connection);
		const begin = connection.transaction.bind(connection);
		connection.transaction = (names, mode, options) => {
			if (this.#dead > 0 && mode === 'readwrite') {
				this.#dead -= 1;
				throw lostServer();
			}
			const transaction = begin(names, mode, options);
			if (mode === 'readwrite') {
				this.durabilities.push(options?.durability);
				this.#watch(transaction);
			}
			return transaction;
		};
	}

	/** These are written after everything else of their transaction has been asked for. */
	#watch(transaction: IDBTransaction): void {
		const objectStore = transaction.objectStore.bind(transaction);
		const watched = new Set<IDBObjectStore>();
		transaction.objectStore = (name) => {
			const store = objectStore(name);
			if (writtenLast.includes(name) && !watched.has(store)) {
				watched.add(store);
				this.#watchPuts(transaction, store);
			}
			return store;
		};
	}

	#watchPuts(transaction: IDBTransaction, store: IDBObjectStore): void {
		const put = store.put;
		store.put = (value: unknown) => {
			const request = put.call(store, value);
			this.#written?.();
			this.#written = undefined;
			if (this.#abort && this.#abort.times > 0) {
				this.#abort.times -= 1;
				(transaction as unknown as Abortable)._abort(this.#abort.name);
			} else if (this.#lostAnswer) {
				answerWithLoss(transaction, this.#lostAnswer);
				this.#lostAnswer = undefined;
			}
			return request;
		};
	}
}

const lostServer = (): DOMException =>
	new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError');

function answerWithLoss(transaction: IDBTransaction, lost: () => void): void {
	transaction.oncomplete = () => {
		lost();
		Object.defineProperty(transaction, 'error', { value: lostServer() });
		transaction.onabort?.call(transaction, new Event('abort'));
	};
}

/** A request that fails as soon as somebody listens, as a browser's does that keeps nothing. */
function refusedRequest(name: string): IDBOpenDBRequest {
	const request = {
		error: new DOMException('refused', name),
		onerror: undefined as ((event: Event) => void) | undefined,
	};
	queueMicrotask(() => request.onerror?.({ target: request, preventDefault() {}, stopPropagation() {} } as never));
	return request as unknown as IDBOpenDBRequest;
}
