// `npm run endpoint -- backup|restore|setup-link`: the endpoint's commands, with the Node and the packages they need.
import { run } from './toolchain/command.mjs';
import { ensureNode } from './toolchain/node.mjs';
import { ensurePackages } from './toolchain/packages.mjs';
import { at, Stop } from './toolchain/place.mjs';

const typed = process.argv.slice(2);

try {
	const { node, env } = await ensureNode();
	await ensurePackages(node);
	const args = [at('src', 'endpoint', 'main.ts'), ...(typed.length > 0 ? typed : ['help'])];
	const { code } = await run(node, args, { env });
	process.exitCode = code;
} catch (error) {
	if (!(error instanceof Stop)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
