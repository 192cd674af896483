import { type Signal, signal } from '@preact/signals';
import type { CodeMeaning, DeviceEntry, HandoverInvitation } from '../../src/domain/exchange/enrolment.ts';
import type { Measurement } from '../../src/domain/record/measurement.ts';
import { ok, type Result, refuse } from '../../src/domain/result.ts';
import type { Summary } from '../../src/domain/summary/schema.ts';
import type { Enrolment } from '../../src/store/exchangeStore.ts';
import type { CityCases, Sync, SyncStatus } from '../../src/sync/sync.ts';

export const aoba = {
	municipality: 'aoba',
	municipalityName: '青葉市教育委員会（架空）',
	code: 'E001',
	name: '青葉小学校（架空）',
	schoolType: 'elementary',
	units: ['specialNeedsClass'],
} as const satisfies Enrolment['school'];

export const enrolment: Enrolment = {
	endpoint: '',
	token: `aoba.${'t'.repeat(43)}`,
	id: 'a'.repeat(32),
	keyId: 'k'.repeat(43),
	role: 'ictLead',
	grants: 'principal',
	school: aoba,
	enrolledAt: '2026-04-02T00:10:00.000Z',
};

export const meaning: CodeMeaning = {
	school: { ...aoba, units: [...aoba.units] },
	role: 'principal',
	grants: 'principal',
	expiresAt: '2026-11-21T05:15:00.000Z',
};

export const device = (changes: Partial<DeviceEntry> & Pick<DeviceEntry, 'id'>): DeviceEntry => ({
	label: '',
	role: 'teacher',
	grants: 'teacher',
	keyId: 'k'.repeat(43),
	publicKey: { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) },
	invitedBy: null,
	enrolledAt: '2026-04-02T00:10:00.000Z',
	lastContactAt: '2026-11-20T23:40:00.000Z',
	revokedAt: null,
	self: false,
	...changes,
});

const quiet: SyncStatus = {
	known: true,
	running: false,
	waiting: 0,
	refused: [],
	summaryAgreed: false,
	offline: false,
	returnable: false,
};

export const offline = refuse('offline', 'いまはつながっていません。つながるところで、もう一度お試しください。');

/** An endpoint that answers as the story says, and what it was asked. */
export class PlayedSync implements Sync {
	readonly state: Signal<SyncStatus>;
	readonly asked: string[] = [];
	readonly enrolments: Parameters<Sync['enrol']>[0][] = [];
	meaning: Result<CodeMeaning> = ok(meaning);
	enrolled: () => Promise<Result<Enrolment>> = async () => ok(enrolment);
	list: Result<readonly DeviceEntry[]> = ok([]);
	invitation: Awaited<ReturnType<Sync['invite']>> = ok({
		code: '0123456789AB',
		role: 'principal',
		expiresAt: '2026-11-21T05:15:00.000Z',
		now: '2026-11-21T05:00:00.000Z',
	});
	onPaper: Result<HandoverInvitation | null> = ok(null);
	answer: Result<void> = ok(undefined);
	made: Summary | undefined;
	cityCases: Readonly<Record<number, CityCases>> = {};

	constructor(status: Partial<SyncStatus> = {}) {
		this.state = signal({ ...quiet, ...status });
	}

	says(changes: Partial<SyncStatus>): void {
		this.state.value = { ...this.state.value, ...changes };
	}

	status = (): SyncStatus => this.state.value;
	onChange = () => () => undefined;
	start = (): void => undefined;
	stop = (): void => undefined;
	async now(): Promise<void> {
		this.asked.push('now');
	}
	async lookUp(code: string): Promise<Result<CodeMeaning>> {
		this.asked.push(`lookUp ${code}`);
		return this.meaning;
	}
	async enrol(request: Parameters<Sync['enrol']>[0]): Promise<Result<Enrolment>> {
		this.enrolments.push(request);
		return this.enrolled();
	}
	async invite(...[role, purpose]: Parameters<Sync['invite']>): ReturnType<Sync['invite']> {
		this.asked.push(`invite ${role}${purpose ? ` for ${purpose}` : ''}`);
		return this.invitation;
	}
	handoverInvitation = async () => this.onPaper;
	async endHandoverInvitation(): Promise<Result<void>> {
		this.asked.push('endHandoverInvitation');
		return this.answer;
	}
	devices = async () => this.list;
	async revoke(id: string): Promise<Result<void>> {
		this.asked.push(`revoke ${id}`);
		return this.answer;
	}
	async leave(): Promise<Result<void>> {
		this.asked.push('leave');
		return this.answer;
	}
	measured: Result<Measurement> = offline;
	async measure(): Promise<Result<Measurement>> {
		this.asked.push('measure');
		return this.measured;
	}
	summary = async () => this.made;
	cases = async (fiscalYear: number) => this.cityCases[fiscalYear];
	async offerRefused(): Promise<void> {
		this.asked.push('offerRefused');
	}
}
