import {
	exchangeBounds,
	PullAnswer,
	PullQuery,
	PushAnswer,
	PushRequest,
	YearsAnswer,
} from '../../domain/exchange/logs.ts';
import { OperationSchema } from '../../domain/exchange/operations.ts';
import type { SignedOperation } from '../../domain/exchange/signature.ts';
import type { Operation } from '../../domain/record/operation.ts';
import { forgedAmong } from '../access/signatures.ts';
import { type DeviceCall, forDevices, type Outcome, type Route, refused } from '../api/route.ts';
import type { Problem } from '../problem.ts';
import type { LogPage } from '../storage/storage.ts';
import { logKeyOf } from './logKey.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const readableId = (operation: unknown): string | undefined => {
	const read = isObject(operation) ? OperationSchema.shape.id.safeParse(operation.id) : undefined;
	return read?.success ? read.data : undefined;
};

/** Names the operations that cannot be read, so that the rest can be sent without them; only where each has an id. */
function explainUnreadable(sent: unknown): Problem | undefined {
	if (!isObject(sent) || !Array.isArray(sent.operations) || sent.operations.length > exchangeBounds.batch)
		return undefined;
	const ids = sent.operations.filter((each) => !OperationSchema.safeParse(each).success).map(readableId);
	const named = ids.filter((id) => id !== undefined);
	if (named.length === 0 || named.length < ids.length) return undefined;
	return { reason: 'refusedOperations', particulars: { operations: named } };
}

async function push(call: DeviceCall<PushRequest, undefined>): Promise<Outcome> {
	const { services, device, now, body } = call;
	const log = logKeyOf(call);
	// The schema has let them through as they are; its own reading would sort unknown keys to the end.
	const operations = body.operations as readonly SignedOperation[] as readonly Operation[];
	const { access, board } = services.storage;
	const forged = await forgedAmong(operations, log, async () => ({
		devices: await access.devices(device.municipality, device.school),
		board: await board.keys(device.municipality),
	}));
	if (forged.length > 0) return refused('refusedOperations', { operations: forged });
	const appended = await services.storage.logs.append(log, { epoch: body.epoch, operations, now });
	if (appended.outcome === 'resync') return refused('resync', { epoch: appended.epoch });
	if (appended.outcome === 'fork') return refused('fork', { operations: appended.operations });
	if (appended.outcome === 'tooManyDevices') return refused('refusedOperations', { operations: appended.operations });
	const { epoch, sequence, durableSequence } = appended;
	return { status: 200, json: { epoch, sequence, acknowledged: operations.length, durableSequence, now } };
}

/** The page as JSON, around the operations as they were stored: reading and writing 2,000 of them again would be waste. */
function pageText({ operations, ...page }: LogPage, now: string): string {
	const around = JSON.stringify({ ...page, now });
	return `${around.slice(0, -1)},"operations":[${operations.join(',')}]}`;
}

const isPage = (read: LogPage | { readonly resync: string }): read is LogPage => 'operations' in read;

async function pull(call: DeviceCall<undefined, PullQuery>): Promise<Outcome> {
	const { after, limit = exchangeBounds.page, epoch } = call.query;
	const page = await call.services.storage.logs.read(logKeyOf(call), { after, limit, epoch });
	return isPage(page) ? { status: 200, text: pageText(page, call.now) } : refused('resync', { epoch: page.resync });
}

/** The logs of a school: what its devices keep the same among themselves. */
export const logRoutes: readonly Route[] = [
	forDevices({
		method: 'GET',
		path: '/schools/:school/years',
		does: 'Tells where every log of the school stands, and what is known of its summaries.',
		answers: { 200: YearsAnswer },
		refuses: [],
		async handle({ services, device, now }) {
			const { epoch, years } = await services.storage.logs.years(device.municipality, device.school);
			return { status: 200, json: { epoch, years, now } };
		},
	}),
	forDevices<PushRequest>({
		method: 'POST',
		path: '/schools/:school/years/:year/operations',
		does: 'Appends a batch to a log: all of it or nothing. The same operations again change nothing.',
		body: PushRequest,
		keepsBody: true,
		explain: explainUnreadable,
		answers: { 200: PushAnswer },
		refuses: ['resync', 'fork', 'refusedOperations'],
		handle: push,
	}),
	forDevices<undefined, PullQuery>({
		method: 'GET',
		path: '/schools/:school/years/:year/operations',
		does: 'What came into a log after a number, in the order of the numbers.',
		query: { schema: PullQuery, numbers: ['after', 'limit'] },
		answers: { 200: PullAnswer },
		refuses: ['resync'],
		handle: pull,
	}),
];
