import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import * as board from '../../../src/domain/exchange/board.ts';
import * as enrolment from '../../../src/domain/exchange/enrolment.ts';
import { HealthAnswer } from '../../../src/domain/exchange/health.ts';
import * as logs from '../../../src/domain/exchange/logs.ts';
import { PlansAnswer } from '../../../src/domain/exchange/plans.ts';
import { ProblemAnswer } from '../../../src/domain/exchange/problem.ts';
import * as summaries from '../../../src/domain/exchange/summaries.ts';
import { DeviceLabel, Epoch, Instant, VersionVectorSchema } from '../../../src/domain/exchange/words.ts';
import { operation } from '../record/devices.ts';
import { summaryOf } from '../summary/school.ts';
import { deviceEntry, deviceId, epoch, key43, logState, now, publicKey, row, school, token } from './examples.ts';

type Schema = z.ZodMiniType;
type Example = Readonly<Record<string, unknown>>;

const good = operation(`${deviceId}.12`, 40, '研修を実施');
const enrolmentRequest = { code: '7K3MQ2XP9TRA', device: deviceId, publicKey, role: 'ictLead', label: '職員室のiPad' };
const enrolmentAnswer = {
	...{ token, id: deviceId, keyId: key43, school, role: 'ictLead', grants: 'principal', epoch, now },
};
const password = '青い葉に雨がふる夜は長い';

/** What each side sends: the real thing, and what must not pass for it. */
const requests: [string, Schema, Example, Example[]][] = [
	[
		'CodeLookup',
		enrolment.CodeLookup,
		{ code: '7K3MQ2XP9TRA' },
		[{ code: '7K3M-Q2XP-9TRA' }, { code: '7k3mq2xp9tra' }, { code: '7K3MQ2XP9TRU' }, { code: 712345678901 }],
	],
	[
		'EnrolmentRequest',
		enrolment.EnrolmentRequest,
		enrolmentRequest,
		[
			{ device: deviceId.slice(1) },
			{ device: deviceId.toUpperCase() },
			{ role: 'board' },
			{ role: null },
			{ label: 'あ'.repeat(41) },
			{ publicKey: { ...publicKey, crv: 'P-384' } },
			{ publicKey: { ...publicKey, d: key43 } },
			{ publicKey: { ...publicKey, x: `${key43}=` } },
			{ token },
		],
	],
	[
		'InvitationRequest',
		enrolment.InvitationRequest,
		{ role: 'principal' },
		[{ role: 'board' }, { grants: 'principal' }],
	],
	[
		'PushRequest',
		logs.PushRequest,
		{ epoch, operations: [good] },
		[
			{ operations: [] },
			{ operations: Array.from({ length: logs.exchangeBounds.batch + 1 }, () => good) },
			{ operations: [{ ...good, id: 'no counter' }] },
			{ epoch: 'x' },
			{ epoch: undefined },
			{ school: 'other' },
		],
	],
	[
		'PullQuery',
		logs.PullQuery,
		{ after: 0, epoch, limit: logs.exchangeBounds.page },
		[{ after: -1 }, { after: 0.5 }, { after: '0' }, { limit: 0 }, { limit: logs.exchangeBounds.page + 1 }],
	],
	[
		'SummaryRequest',
		summaries.SummaryRequest,
		{ epoch, summary: summaryOf() },
		[{ summary: { ...summaryOf(), memo: 'x' } }, { summary: null }],
	],
	[
		'SetupRequest',
		board.SetupRequest,
		{ secret: key43, municipalityName: '青葉モデル市教育委員会', loginName: 'demo', password },
		[
			{ password: '短いことば' },
			{ loginName: '青葉' },
			{ loginName: 'a b' },
			{ secret: 'x' },
			{ municipalityName: '' },
		],
	],
	[
		'SignInRequest',
		board.SignInRequest,
		{ loginName: 'demo', password },
		[{ password: 'x'.repeat(201) }, { code: '1' }],
	],
	[
		'SchoolsRequest',
		board.SchoolsRequest,
		{ schools: [row] },
		[
			{ schools: [] },
			{ schools: [{ ...row, code: '青葉小' }] },
			{ schools: [{ ...row, schoolType: 'university' }] },
			{ schools: [{ ...row, units: ['robotics'] }] },
			{ schools: [{ ...row, name: '' }] },
		],
	],
	['CodesRequest', board.CodesRequest, { schools: [row.code] }, [{ schools: [] }, { schools: ['a/b'] }]],
];

const answers: [string, Schema, Example, Example[]][] = [
	[
		'CodeMeaning',
		enrolment.CodeMeaning,
		{ school, role: null, grants: 'principal', expiresAt: now },
		[{ role: undefined }, { grants: 'board' }, { school: { ...school, municipality: '青葉市' } }],
	],
	[
		'EnrolmentAnswer',
		enrolment.EnrolmentAnswer,
		enrolmentAnswer,
		[{ token: key43 }, { token: `aoba-model.${key43}x` }, { now: '2026-11-20 05:32' }, { epoch: '' }],
	],
	[
		'InvitationAnswer',
		enrolment.InvitationAnswer,
		{ code: '7K3MQ2XP9TRA', role: 'principal', expiresAt: now, now },
		[],
	],
	[
		'DevicesAnswer',
		enrolment.DevicesAnswer,
		{ devices: [deviceEntry], now },
		[{ devices: [{ ...deviceEntry, id: 'x' }] }],
	],
	[
		'PushAnswer',
		logs.PushAnswer,
		{ epoch, sequence: 12, acknowledged: 1, durableSequence: 7, now },
		[{ sequence: -1 }, { durableSequence: null }],
	],
	[
		'PullAnswer',
		logs.PullAnswer,
		{ epoch, operations: [good], next: 12, more: false, ...logState, now },
		[{ operations: [{ ...good, lamport: -1 }] }, { more: 'no' }, { versionVector: { [deviceId]: 0 } }],
	],
	[
		'YearsAnswer',
		logs.YearsAnswer,
		{
			epoch,
			years: [
				{ ...logState, summary: null },
				{ ...logState, summary: { receipt: 'r', receivedAt: now, versionVector: {} } },
			],
			now,
		},
		[{ years: [logState] }],
	],
	[
		'SummaryReceipt',
		summaries.SummaryReceipt,
		{ receipt: '2026-B199210000017-12', receivedAt: now, now },
		[{ receipt: '' }],
	],
	['StoredSummary', summaries.StoredSummary, { summary: summaryOf(), receipt: '2026-B1-1', receivedAt: now }, []],
	[
		'SessionAnswer',
		board.SessionAnswer,
		{ loginName: 'demo', municipality: 'aoba-model', municipalityName: '青葉モデル市教育委員会', expiresAt: now },
		[{ municipality: 'Aoba' }],
	],
	[
		'SchoolsAnswer',
		board.SchoolsAnswer,
		{
			schools: [{ ...row, devices: 2, lastContactAt: now, codeExpiresAt: null, summaryReceivedAt: null }],
			now,
		},
		[{ schools: [row] }],
	],
	[
		'CodesAnswer',
		board.CodesAnswer,
		{ codes: [{ school: row.code, name: row.name, code: '7K3MQ2XP9TRA', expiresAt: now }] },
		[{ codes: [{ school: row.code }] }],
	],
	[
		'SummariesAnswer',
		board.SummariesAnswer,
		{ fiscalYear: 2025, summaries: [{ school: row.code, receivedAt: now, summary: summaryOf() }], now },
		[{ fiscalYear: 7 }, { summaries: [{ school: row.code, receivedAt: now, summary: { memo: 'x' } }] }],
	],
	[
		'PlansAnswer',
		PlansAnswer,
		{
			plans: [
				{
					id: 'model-2026',
					municipality: '青葉モデル市',
					title: '行動計画',
					fiscalYear: 2026,
					path: '/api/v1/plans/model-2026',
				},
			],
		},
		[{ plans: [{ id: 'model-2026' }] }],
	],
	['HealthAnswer', HealthAnswer, { status: 'ok', version: '0.1.0' }, [{ status: 'well' }]],
	[
		'ProblemAnswer',
		ProblemAnswer,
		{
			type: 'about:blank',
			status: 409,
			title: '記録が入れ替わりました',
			detail: '送り直します。',
			reason: 'resync',
			epoch,
		},
		[{ status: 'x' }, { operations: [1] }, { epoch: 'x' }],
	],
];

const wire = (example: Example): unknown => JSON.parse(JSON.stringify(example));

describe.each([...requests, ...answers])('%s', (_, schema, real, wrong) => {
	test('takes the real thing as it lies on the wire', () => {
		expect(schema.parse(wire(real))).toEqual(wire(real));
	});

	test('refuses what must not pass for it', () => {
		for (const fault of wrong) {
			expect(schema.safeParse(wire({ ...real, ...fault })).success, JSON.stringify(fault).slice(0, 120)).toBe(false);
		}
		for (const nothing of [null, [], 'x', 7, {}]) expect(schema.safeParse(nothing).success).toBe(false);
	});
});

describe('versions that know more', () => {
	test.each(requests)('%s: a request says nothing that the endpoint would have to guess at', (_, schema, real) => {
		expect(schema.safeParse({ ...real, newer: 1 }).success).toBe(false);
	});

	test.each(answers)('%s: an answer may say more than this app reads', (_, schema, real) => {
		expect(schema.parse(wire({ ...real, newer: { of: 'the future' } }))).toMatchObject({ newer: { of: 'the future' } });
	});

	test('an operation with keys of a newer version goes up and comes down whole', () => {
		const newer = { ...good, version: 3, colour: { of: ['the', 'future'] } };
		expect(logs.PushRequest.parse({ epoch, operations: [newer] }).operations).toEqual([newer]);
	});
});

describe('the words they are made of', () => {
	test('an instant is UTC to the letter', () => {
		for (const real of ['2026-11-20T05:32:10Z', '2026-11-20T05:32:10.123456Z']) {
			expect(Instant.safeParse(real).success, real).toBe(true);
		}
		for (const wrong of ['2026-11-20T05:32:10+09:00', '2026-11-20', '20261120T053210Z', 'now', '']) {
			expect(Instant.safeParse(wrong).success, wrong).toBe(false);
		}
	});

	test('an epoch is hex, a label may be empty', () => {
		expect(Epoch.safeParse(epoch).success && DeviceLabel.safeParse('').success).toBe(true);
		expect(Epoch.safeParse(epoch.toUpperCase()).success).toBe(false);
	});

	test('a version vector has an end', () => {
		const vector = (devices: number) =>
			Object.fromEntries(Array.from({ length: devices }, (_, n) => [n.toString(16).padStart(32, '0'), 1]));
		expect(VersionVectorSchema.safeParse(vector(10_000)).success).toBe(true);
		expect(VersionVectorSchema.safeParse(vector(10_001)).success).toBe(false);
		expect(VersionVectorSchema.safeParse({ 'no device': 1 }).success).toBe(false);
	});
});
