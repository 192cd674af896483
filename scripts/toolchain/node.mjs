import { existsSync, rmSync } from 'node:fs';
import { environmentFor, run, runNpm } from './command.mjs';
import { at, Stop } from './place.mjs';

const needed = 24;
const version = '24.21.0';

// Platforms for which the npm registry has a plain Node binary without install scripts.
const fetchable = { 'linux-x64': 'bin/node', 'linux-arm64': 'bin/node', 'win32-x64': 'bin/node.exe' };

const sentence = (why) =>
	`ます目を動かすには Node.js ${needed} 以上が必要です(今は ${process.versions.node})。${why}\n` +
	`https://nodejs.org/ja/download から Node.js ${needed} を入れて、もう一度お試しください。`;

async function works(binary) {
	if (!existsSync(binary)) return false;
	const { code, output } = await run(binary, ['--version'], { quiet: true });
	return code === 0 && output.trim() === `v${version}`;
}

async function fetchNode(name, binary) {
	const folder = at('.cache', 'node24');
	console.log(`Node.js ${version} を用意しています(初回だけ、約190MB)…`);
	rmSync(folder, { recursive: true, force: true });
	const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const install = ['install', '--prefix', folder, ...flags, `${name}@${version}`];
	const { code, output } = await runNpm(install, process.execPath, { quiet: true });
	if (code !== 0)
		throw new Stop(sentence(`自動で用意できませんでした。ネットワークを確かめてください。\n${output.trim()}`));
	if (!(await works(binary))) throw new Stop(sentence('自動で用意したものはこのコンピューターでは動きませんでした。'));
}

/**
 * Finds a Node that is new enough: the running one, the one fetched before, or one fetched now.
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} its binary, and the environment in which it comes first
 */
export async function ensureNode() {
	if (Number(process.versions.node.split('.')[0]) >= needed) {
		return { node: process.execPath, env: environmentFor(process.execPath) };
	}
	const file = fetchable[`${process.platform}-${process.arch}`];
	if (!file) throw new Stop(sentence('この種類のコンピューターでは自動で用意できません。'));
	const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
	const binary = at('.cache', 'node24', 'node_modules', name, file);
	if (!(await works(binary))) await fetchNode(name, binary);
	return { node: binary, env: environmentFor(binary) };
}
