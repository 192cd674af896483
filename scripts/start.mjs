// `npm start`: whatever is missing is fetched and built, then the site stands on http://localhost:8787.
import { spawn } from 'node:child_process';
import { ensureBuild } from './toolchain/build.mjs';
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

try {
	const { node, env } = await ensureNode();
	await ensurePackages(node);
	await ensureBuild(node);
	serve(node, env);
} catch (error) {
	if (!(error instanceof Stop)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
