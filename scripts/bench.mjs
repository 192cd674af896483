// `npm run bench`: brings together what the measuring needs, as `npm test` does, and runs it: the pages, then the endpoint.
// `npm run bench -- pages` or `-- endpoint` measures one of them.
import { spawnSync } from 'node:child_process';
import { ensureBrowsers } from './toolchain/browsers.mjs';
import { ensureBuild } from './toolchain/build.mjs';
import { ensureNode } from './toolchain/node.mjs';
import { ensurePackages } from './toolchain/packages.mjs';
import { at, root, Stop } from './toolchain/place.mjs';

const benches = {
	pages: at('tests', 'bench', 'speed', 'bench.ts'),
	endpoint: at('tests', 'bench', 'endpoint', 'bench.ts'),
};

try {
	const { node, env } = await ensureNode();
	await ensurePackages(node);
	await ensureBuild(node);
	await ensureBrowsers({ node, env });
	const [wanted, ...extra] = process.argv.slice(2);
	const chosen = benches[wanted] ? [benches[wanted]] : Object.values(benches);
	const args = benches[wanted] || wanted === undefined ? extra : [wanted, ...extra];
	const statuses = chosen.map(
		(script) => spawnSync(node, [script, ...args], { cwd: root, env, stdio: 'inherit' }).status,
	);
	process.exitCode = statuses.find((status) => status !== 0) ?? 0;
} catch (error) {
	console.error(error instanceof Stop ? error.message : error);
	process.exitCode = 1;
}
