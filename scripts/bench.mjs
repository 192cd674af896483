// `npm run bench`: brings together what the measuring needs, as `npm test` does, and runs it.
import { spawnSync } from 'node:child_process';
import { ensureBrowsers } from './toolchain/browsers.mjs';
import { ensureBuild } from './toolchain/build.mjs';
import { ensureNode } from './toolchain/node.mjs';
import { ensurePackages } from './toolchain/packages.mjs';
import { at, root, Stop } from './toolchain/place.mjs';

try {
	const { node, env } = await ensureNode();
	await ensurePackages(node);
	await ensureBuild(node);
	await ensureBrowsers({ node, env });
	const script = at('tests', 'bench', 'speed', 'bench.ts');
	const { status } = spawnSync(node, [script, ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' });
	process.exitCode = status ?? 1;
} catch (error) {
	console.error(error instanceof Stop ? error.message : error);
	process.exitCode = 1;
}
