import type { BoardEvent } from '../../domain/exchange/review.ts';
import type { RecordFold } from '../../domain/record/fold.ts';
import { type Operation, stampEdits } from '../../domain/record/operation.ts';
import { shortHash } from '../../domain/record/review/content.ts';
import { type Review, readReview, reviewEdit, stateHeld } from '../../domain/record/review/readReview.ts';
import { type ReviewReason, reviewAfter } from '../../domain/record/review/rules.ts';
import type { Phase, ReviewValue } from '../../domain/record/review/states.ts';
import { ok, type Refusal, type Result, refuse } from '../../domain/result.ts';
import { boardWriter, makeBoardKey, signAsBoard } from '../access/boardKey.ts';
import type { LogKey, Storage } from '../storage/storage.ts';
import { foldReviews } from './standing.ts';

export interface BoardStep {
	readonly log: LogKey;
	readonly phase: Phase;
	readonly event: BoardEvent;
	/** Why; the school reads it. May be empty where nothing has to be explained. */
	readonly reason: string;
	/** The eight characters of the approval that the officer saw, null where it names none; absent where nobody looked. */
	readonly content?: string | null | undefined;
	/** What the board is called. */
	readonly name: string;
	/** ISO 8601 UTC. */
	readonly now: string;
}

/** Each time round, somebody else was quicker: another officer at the same phase, or a restore. */
const attempts = 10;

/**
 * The board has no device, so the endpoint writes for it: one signed operation at the end of the school's log, which from
 * there travels like any other. Only the reviews of the log are read. Resolves to them with that step, or to the rule
 * that does not let it.
 */
export async function takeBoardStep(
	storage: Storage,
	step: BoardStep,
): Promise<Result<RecordFold, Refusal<ReviewReason>>> {
	const { log, now } = step;
	const key = await storage.board.signingKey(log.municipality, () => makeBoardKey(now));
	for (let attempt = 0; attempt < attempts; attempt += 1) {
		// Where the log stands is read before its reviews: a name that is used up meanwhile is refused as a fork.
		const head = await storage.logs.read(log, { after: 0, limit: 1 });
		if ('resync' in head) throw new Error('a log that ends before its beginning');
		const fold = foldReviews(await bodiesOf(storage, log));
		const decided = decide(step, readReview(fold, step.phase));
		if (!decided.ok) return decided;
		const writer = boardWriter(log, key.keyId, head.epoch);
		const [operation] = stampEdits([decided.value], {
			device: writer,
			counter: (head.versionVector[writer] ?? 0) + 1,
			lamport: fold.lamport + 1,
			at: now,
			by: { role: 'board', label: step.name },
		}) as [Operation];
		const signed = await signAsBoard(operation, key, log);
		const appended = await storage.logs.append(log, { epoch: head.epoch, operations: [signed], now });
		if (appended.outcome === 'appended') {
			fold.add(signed);
			return ok(fold);
		}
		if (appended.outcome === 'tooManyDevices') break;
	}
	throw new Error(`The board's step could not be written into the log of ${log.school} ${log.fiscalYear}.`);
}

const bodiesOf = async ({ logs }: Storage, { municipality, school, fiscalYear }: LogKey): Promise<string[]> =>
	(await logs.reviews(municipality, fiscalYear, school)).map(({ body }) => body);

/** An acceptance never covers what nobody at the board has seen. */
const otherContent =
	'この画面を開いたあとで、校長が別の内容を承認しています。まだ受理していません。最新の内容の番号を確かめてから、受理してください。';

/** The same rules as on every device, with the board's post. An acceptance locks the phase, whatever stands beside it. */
function decide({ event, reason, content: shown }: BoardStep, review: Review) {
	const state = stateHeld(review);
	const after = reviewAfter({
		...{ event, state, reason, role: 'board' },
		// What lies between a school and its principal is not the board's to judge.
		...{ missing: 0, checksFirst: false, changed: false },
	});
	if (!after.ok) return refuse(after.refusal.reason, after.refusal.sentence);
	const content = event === 'accept' ? review.approval?.content : undefined;
	const approved = content ? shortHash(content) : null;
	if (event === 'accept' && shown !== undefined && shown !== approved) return refuse('otherContent', otherContent);
	const why = reason.trim();
	const value: ReviewValue = { state: after.value, ...(why !== '' && { reason: why }), ...(content && { content }) };
	return ok(reviewEdit(review, value));
}
