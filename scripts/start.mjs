// `npm start`: whatever is missing is fetched and built, then the site stands on http://localhost:8787.
// `npm start -- --demo`: the same over a fictional city, whose data lies in a folder of its own.
import { spawn } from 'node:child_process';
import { ensureBuild } from './toolchain/build.mjs';
import { run } from './toolchain/command.mjs';
import { ensureNode } from './toolchain/node.mjs';
import { ensurePackages } from './toolchain/packages.mjs';
import { at, root, Stop } from './toolchain/place.mjs';

/** Whoever ends npm ends only the shell between npm and us, and no signal arrives: a lost parent is the only sign. */
function stopWithNpm(stop) {
	if (!process.env.npm_lifecycle_event) return;
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && stop(), 500).unref();
}

function serve(node, env) {
	const endpoint = spawn(node, [at('src', 'endpoint', 'main.ts')], { cwd: root, env, stdio: 'inherit' });
	// A terminal sends Ctrl+C to both of us, others only to this process: it hands the signal on and waits.
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => endpoint.kill(signal));
	stopWithNpm(() => endpoint.kill('SIGTERM'));
	endpoint.on('exit', (code) => process.exit(code ?? 1));
	endpoint.on('error', (error) => {
		console.error(`始められませんでした。${error.message}`);
		process.exit(1);
	});
}

/** The fictional city is made once and kept; it says itself how to sign in, each time. */
async function prepareDemo(node, env) {
	const data = at('.cache', 'demo');
	const { code } = await run(node, [at('scripts', 'demoCity.ts'), data], { env });
	if (code !== 0) {
		throw new Stop(`架空の市を用意できませんでした。${data} フォルダーを消して、もう一度お試しください。`);
	}
	// A demonstration never touches a real database, whatever the environment names.
	return { ...env, MASUME_DATA: data, DATABASE_URL: '' };
}

const known = ['--demo'];

try {
	const typed = process.argv.slice(2);
	const unknown = typed.find((word) => !known.includes(word));
	if (unknown !== undefined)
		throw new Stop(`「${unknown}」は分かりません。使い方:npm start または npm start -- --demo`);
	const { node, env } = await ensureNode();
	await ensurePackages(node);
	await ensureBuild(node);
	serve(node, typed.includes('--demo') ? await prepareDemo(node, env) : env);
} catch (error) {
	if (!(error instanceof Stop)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
