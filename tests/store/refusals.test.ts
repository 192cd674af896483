import { describe, expect, test } from 'vitest';
import type { StoreReason } from '../../src/store/recordStore.ts';
import { reasonOf, refusalOf } from '../../src/store/refusals.ts';

const reasons: readonly StoreReason[] = [
	'quotaExceeded',
	'connectionLost',
	'blockedUpgrade',
	'databaseClosed',
	'storageRefused',
	'newerDatabase',
	'unknown',
];

describe('the sentence a person sees', () => {
	test.each(reasons)('%s: what is safe, and what to do next, in plain Japanese', (reason) => {
		const { sentence } = refusalOf(reason);
		expect(sentence).toMatch(/いまの入力は画面に残っています/);
		expect(sentence).toMatch(/ください。$/);
		expect(sentence).not.toMatch(/[A-Za-z]/);
	});

	test('no two reasons say the same', () => {
		expect(new Set(reasons.map((reason) => refusalOf(reason).sentence)).size).toBe(reasons.length);
	});
});

describe('what browsers say, and what it means', () => {
	const error = (name: string, message = '') => new DOMException(message, name);

	test.each<[string, unknown, StoreReason]>([
		['the disk is full', error('QuotaExceededError'), 'quotaExceeded'],
		['the disk is full, inside an abort', { name: 'AbortError', inner: error('QuotaExceededError') }, 'quotaExceeded'],
		['the disk is full, for one row', { name: 'BulkError', failures: [error('QuotaExceededError')] }, 'quotaExceeded'],
		['Chromium, in words only', error('UnknownError', 'Encountered full disk while committing'), 'quotaExceeded'],
		['WebKit lost its process', error('UnknownError', 'Connection to Indexed Database server lost.'), 'connectionLost'],
		[
			'a connection that is closing',
			error('InvalidStateError', 'The database connection is closing.'),
			'connectionLost',
		],
		['an abort without a cause', error('AbortError'), 'connectionLost'],
		['blocked by a setting', error('SecurityError'), 'storageRefused'],
		['written by a newer version', error('VersionError'), 'newerDatabase'],
		['something else of the database', error('DataError'), 'unknown'],
	])('%s', (_, thrown, reason) => {
		expect(reasonOf(thrown)).toBe(reason);
	});

	test('a mistake in our own code is none of these', () => {
		expect(reasonOf(new TypeError('x is not a function'))).toBeUndefined();
		expect(reasonOf('thrown string')).toBeUndefined();
	});
});
