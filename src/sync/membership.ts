import { readCode } from '../domain/exchange/code.ts';
import type { CodeMeaning, EnrolmentAnswer } from '../domain/exchange/enrolment.ts';
import type { SchoolRole } from '../domain/exchange/words.ts';
import { ok } from '../domain/result.ts';
import type { Enrolment } from '../store/exchangeStore.ts';
import type { RecordStore } from '../store/recordStore.ts';
import type { EndpointRoutes } from './endpointRoutes.ts';
import { type Answered, fail, faultOf, fromStore } from './fault.ts';

export interface EnrolmentWish {
	readonly code: string;
	readonly role: SchoolRole;
	readonly label: string;
	readonly adopt: boolean;
}

/** What a code is for; nothing is asked where it cannot be one. */
export async function lookUpCode(routes: EndpointRoutes, typed: string): Answered<CodeMeaning> {
	const code = readCode(typed);
	return code === undefined ? fail(faultOf('unknownCode')) : routes.lookUp(code);
}

/**
 * Enrols this installation. Doing it again with the same code, after an answer that was lost, gives the same place at
 * the school. Refused while another school's operations wait: nobody would send them any more.
 */
export async function enrolHere(
	{ store, routes, endpoint }: { store: RecordStore; routes: EndpointRoutes; endpoint: string },
	wish: EnrolmentWish,
): Answered<Enrolment> {
	const code = readCode(wish.code);
	if (code === undefined) return fail(faultOf('unknownCode'));
	const kept = await mayChangeSchool(store, routes, code);
	if (!kept.ok) return kept;
	const facts = await store.open();
	if (!facts.ok) return fromStore(facts.refusal);
	const key = await store.exchange.signingKey();
	if (!key.ok) return fromStore(key.refusal);
	const { role, label } = wish;
	const { publicKey } = key.value;
	const answer = await routes.enrol({ code, device: facts.value.device, publicKey, role, label });
	if (!answer.ok) return answer;
	return keepEnrolment(store, enrolmentOf(answer.value, endpoint), wish);
}

/** What waits belongs to the school it was written for. */
async function mayChangeSchool(store: RecordStore, routes: EndpointRoutes, code: string): Answered<void> {
	const enrolment = await store.exchange.enrolment();
	if (!enrolment.ok) return fromStore(enrolment.refusal);
	if (enrolment.value?.token === undefined) return ok(undefined);
	const waiting = await store.exchange.waiting();
	if (!waiting.ok) return fromStore(waiting.refusal);
	if (waiting.value.every(({ count }) => count === 0)) return ok(undefined);
	const meaning = await routes.lookUp(code);
	if (!meaning.ok) return meaning;
	const { school } = meaning.value;
	const here = enrolment.value.school;
	const same = school.municipality === here.municipality && school.code === here.code;
	return same ? ok(undefined) : fail(faultOf('otherSchool'));
}

/** Only what is known: an answer may carry more. */
function enrolmentOf(answer: EnrolmentAnswer, endpoint: string): Enrolment {
	const { token, id, keyId, role, grants, school, now } = answer;
	const { municipality, municipalityName, code, name, schoolType, units } = school;
	return {
		...{ endpoint, token, id, keyId, role, grants, enrolledAt: now },
		school: { municipality, municipalityName, code, name, schoolType, units },
	};
}

async function keepEnrolment(store: RecordStore, enrolment: Enrolment, wish: EnrolmentWish): Answered<Enrolment> {
	const named = await store.setAuthor({ role: enrolment.role, label: wish.label });
	if (!named.ok) return fromStore(named.refusal);
	const enrolled = await store.exchange.enrol(enrolment, { adopt: wish.adopt });
	return enrolled.ok ? ok(enrolment) : fromStore(enrolled.refusal);
}

/** Takes this device out of the school. A token that counts no more has the same end. */
export async function leaveSchool(
	{ store, routes, now }: { store: RecordStore; routes: EndpointRoutes; now: () => number },
	enrolment: Enrolment,
): Answered<void> {
	const waiting = await store.exchange.waiting();
	if (!waiting.ok) return fromStore(waiting.refusal);
	if (waiting.value.some(({ count }) => count > 0)) return fail(faultOf('waiting'));
	const left = await routes.revoke(enrolment.id);
	return left.ok ? endEnrolment({ store, now }, enrolment, 'left') : left;
}

/** The record stays; only the right to exchange ends. Another enrolment that took this one's place meanwhile stays too. */
export async function endEnrolment(
	{ store, now }: { store: RecordStore; now: () => number },
	enrolment: Enrolment,
	why: NonNullable<Enrolment['ended']>['why'],
): Answered<void> {
	const current = await store.exchange.enrolment();
	if (!current.ok) return fromStore(current.refusal);
	if (!current.value || current.value.token !== enrolment.token) return ok(undefined);
	const { token: _, ...rest } = current.value;
	const ended = { at: new Date(now()).toISOString(), why };
	const kept = await store.exchange.putEnrolment({ ...rest, ended });
	return kept.ok ? ok(undefined) : fromStore(kept.refusal);
}
