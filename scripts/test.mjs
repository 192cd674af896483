// `npm test`: fetches what is missing, runs every suite, and ends with one line `N passed, N failed`.
// `npm test -- unit` runs one suite; what follows its name goes to its program (`npm test -- unit fold`).
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { suites } from './suites.mjs';
import { ensureBrowsers } from './toolchain/browsers.mjs';
import { build, ensureBuild } from './toolchain/build.mjs';
import { run } from './toolchain/command.mjs';
import { ensureNode } from './toolchain/node.mjs';
import { ensureOffice } from './toolchain/office.mjs';
import { ensurePackages } from './toolchain/packages.mjs';
import { at, Stop } from './toolchain/place.mjs';
import { countVitest } from './toolchain/vitestCount.mjs';

const one = { passed: 1, failed: 0 };
const none = { passed: 0, failed: 1 };

/**
 * What takes long to install is installed while the first suites run, one after the other: apt lets in only one.
 * The journeys learn from MASUME_BROWSERS which kind of browsers was found. A refusal waits for the suite that asks.
 */
function installAhead(list, tools) {
	const needed = new Set(list.flatMap(({ needs = [] }) => needs));
	const ways = {
		browsers: async () => {
			tools.env.MASUME_BROWSERS ??= await ensureBrowsers(tools);
		},
		office: ensureOffice,
	};
	const installed = {};
	let before = Promise.resolve();
	for (const [need, install] of Object.entries(ways)) {
		if (!needed.has(need)) continue;
		installed[need] = before.then(install);
		before = installed[need].catch(() => {});
	}
	return installed;
}

async function meetNeeds({ needs = [] }, tools) {
	if (needs.includes('build')) await ensureBuild(tools.node);
	for (const need of needs) await tools.installed[need];
}

async function runSuite(suite, extra, tools) {
	await meetNeeds(suite, tools);
	if (suite.counts === 'build') {
		await build(tools.node, { live: true, minutes: suite.minutes });
		return one;
	}
	const report = at('.cache', `${suite.name}.json`);
	const reporting =
		suite.counts === 'vitest' ? ['--reporter=default', '--reporter=json', `--outputFile=${report}`] : [];
	rmSync(report, { force: true });
	const args = [at('node_modules', ...suite.bin.split('/')), ...suite.args, ...extra, ...reporting];
	const { code, timedOut } = await run(tools.node, args, { env: tools.env, minutes: suite.minutes });
	if (timedOut) console.error(`${suite.minutes} 分を過ぎたので打ち切りました。`);
	if (suite.counts === 'exit') return code === 0 ? one : none;
	return countVitest(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code);
}

/** The named suite, or all of those that exist. */
function chosen(name) {
	if (name === undefined) return suites.filter(({ ifPresent }) => !ifPresent || existsSync(at(ifPresent)));
	const found = suites.filter((suite) => suite.name === name);
	if (found.length === 0) {
		throw new Stop(
			`「${name}」という名前のテストはありません。あるのは:${suites.map((suite) => suite.name).join('、')}`,
		);
	}
	return found;
}

/** Runs the suites one after another; a refusal on the way counts as one failure and does not stop the others. */
async function runAll(list, extra, tools) {
	const counts = [];
	for (const suite of list) {
		console.log(`\n── ${suite.title}(${suite.name})`);
		const started = Date.now();
		const count = await runSuite(suite, extra, tools).catch((error) => {
			console.error(error instanceof Stop ? error.message : error);
			return none;
		});
		counts.push({ name: suite.name, seconds: Math.round((Date.now() - started) / 1000), ...count });
	}
	return counts;
}

async function main([name, ...extra]) {
	const list = chosen(name);
	const { node, env } = await ensureNode();
	await ensurePackages(node);
	mkdirSync(at('.cache'), { recursive: true });
	const tools = { node, env };
	return runAll(list, extra, { ...tools, installed: installAhead(list, tools) });
}

const counts = await main(process.argv.slice(2)).catch((error) => {
	console.error(error instanceof Stop ? error.message : error);
	return [{ name: 'setup', seconds: 0, ...none }];
});
console.log('');
for (const { name, passed, failed, seconds } of counts) {
	console.log(`${failed === 0 ? '合格' : '不合格'} ${name}: ${passed} passed, ${failed} failed(${seconds} 秒)`);
}
const sum = (field) => counts.reduce((total, count) => total + count[field], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
