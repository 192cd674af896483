import { StoredSummary, SummaryReceipt, SummaryRequest } from '../../domain/exchange/summaries.ts';
import { type DeviceCall, forDevices, type Outcome, type Route, refused } from '../api/route.ts';
import { logKeyOf } from './logKey.ts';

async function put(call: DeviceCall<SummaryRequest, undefined>): Promise<Outcome> {
	const { services, now, body } = call;
	const { epoch, summary } = body;
	const log = logKeyOf(call);
	const { municipality, code } = summary.school;
	if (municipality !== log.municipality || code !== log.school || summary.fiscalYear !== log.fiscalYear) {
		return refused('otherSummary');
	}
	const kept = await services.storage.summaries.put(log, {
		...{ epoch, now },
		versionVector: summary.versionVector,
		body: JSON.stringify(summary),
		cases: JSON.stringify(summary.cases ?? []),
	});
	if (kept.outcome === 'resync') return refused('resync', { epoch: kept.epoch });
	if (kept.outcome === 'pullFirst') return refused('pullFirst');
	return { status: 200, json: { receipt: kept.receipt, receivedAt: kept.receivedAt, now } };
}

/** The small JSON that leaves the school. */
export const summaryRoutes: readonly Route[] = [
	forDevices<SummaryRequest>({
		method: 'PUT',
		path: '/schools/:school/years/:year/summary',
		does: 'Replaces the summary, if this one knows at least what the last one knew.',
		body: SummaryRequest,
		answers: { 200: SummaryReceipt },
		refuses: ['otherSummary', 'resync', 'pullFirst'],
		handle: put,
	}),
	forDevices({
		method: 'GET',
		path: '/schools/:school/years/:year/summary',
		does: 'The summary exactly as the board sees it.',
		answers: { 200: StoredSummary },
		refuses: ['noSummary'],
		async handle(call) {
			const found = await call.services.storage.summaries.get(logKeyOf(call));
			if (!found) return refused('noSummary');
			const { body, receipt, receivedAt } = found;
			const around = JSON.stringify({ receipt, receivedAt });
			return { status: 200, text: `${around.slice(0, -1)},"summary":${body}}` };
		},
	}),
];
