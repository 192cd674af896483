import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { packagesStand } from '../../scripts/toolchain/packages.mjs';
import { countVitest } from '../../scripts/toolchain/vitestCount.mjs';

const test = (status) => ({ status });
const report = (...files) =>
	JSON.stringify({
		numPassedTests: files.flat().filter(({ status }) => status === 'passed').length,
		numFailedTests: files.flat().filter(({ status }) => status === 'failed').length,
		numPendingTests: files.flat().filter(({ status }) => status === 'pending').length,
		testResults: files.map((tests) => ({
			status: tests.length > 0 && tests.every(({ status }) => status !== 'failed') ? 'passed' : 'failed',
			assertionResults: tests,
		})),
	});

describe('the last line counts honestly', () => {
	it.each([
		['two passed', report([test('passed'), test('passed')]), 0, { passed: 2, failed: 0 }],
		['one of two failed', report([test('passed'), test('failed')]), 1, { passed: 1, failed: 1 }],
		['a file that did not load', report([test('passed')], []), 1, { passed: 1, failed: 1 }],
		['an error outside of any test', report([test('passed')]), 1, { passed: 1, failed: 1 }],
		['nothing was tested', report(), 0, { passed: 0, failed: 1 }],
		['everything was skipped', report([test('pending')]), 0, { passed: 0, failed: 1 }],
		['no report was written', undefined, 0, { passed: 0, failed: 1 }],
		['half a report was written', '{"numPassed', 1, { passed: 0, failed: 1 }],
	])('%s', (_, text, code, count) => {
		vi.spyOn(console, 'log').mockImplementation(() => {});
		vi.spyOn(console, 'error').mockImplementation(() => {});
		expect(countVitest(text, code)).toEqual(count);
	});
});

describe('packages are installed again only when they have to be', () => {
	const folders = [];
	const hono = { version: '1.0.0' };

	/** A project whose lockfile names `wanted`; npm says it installed `installed`; `present` are the folders that are there. */
	function project(wanted, installed, present = Object.keys(installed ?? {})) {
		const folder = mkdtempSync(join(tmpdir(), 'masume-packages-'));
		folders.push(folder);
		for (const path of ['node_modules', ...present]) mkdirSync(join(folder, path), { recursive: true });
		const packages = { '': { name: 'masume' }, ...wanted };
		writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
		if (installed) {
			writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
		}
		return folder;
	}

	afterEach(() => {
		for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
	});

	it.each([
		['all as the lockfile says', { 'node_modules/hono': hono }, { 'node_modules/hono': hono }, undefined, true],
		[
			'another platform has an optional one',
			{ 'node_modules/a-win32': { ...hono, optional: true } },
			{},
			undefined,
			true,
		],
		[
			'the lockfile asks for a newer one',
			{ 'node_modules/hono': { version: '2.0.0' } },
			{ 'node_modules/hono': hono },
			undefined,
			false,
		],
		[
			'the lockfile asks for one more',
			{ 'node_modules/hono': hono, 'node_modules/zod': hono },
			{ 'node_modules/hono': hono },
			undefined,
			false,
		],
		['one too many is there', {}, { 'node_modules/hono': hono }, undefined, false],
		['somebody removed a folder', { 'node_modules/hono': hono }, { 'node_modules/hono': hono }, [], false],
		['the installation broke off', { 'node_modules/hono': hono }, undefined, ['node_modules/hono'], false],
	])('%s', (_, wanted, installed, present, stands) => {
		expect(packagesStand(project(wanted, installed, present))).toBe(stands);
	});
});
