import { spawn } from 'node:child_process';
import { basename, delimiter, dirname } from 'node:path';
import { root } from './place.mjs';

/** The environment in which `node` is the given binary. */
export function environmentFor(node) {
	const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
	return { ...process.env, [pathName]: [dirname(node), process.env[pathName]].filter(Boolean).join(delimiter) };
}

/**
 * Runs a command to its end and says how it ended. With `quiet`, its output is kept and returned instead of shown.
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>}
 */
export function run(command, args, { env = process.env, quiet = false, minutes, ...options } = {}) {
	return new Promise((resolve) => {
		let output = '';
		const child = spawn(command, args, {
			cwd: root,
			env,
			stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
			...options,
		});
		let timedOut = false;
		const timer =
			minutes &&
			setTimeout(() => {
				timedOut = true;
				child.kill();
			}, minutes * 60_000);
		const end = (code) => {
			clearTimeout(timer);
			resolve({ code, output, timedOut });
		};
		const keep = (chunk) => {
			output += chunk;
		};
		child.stdout?.setEncoding('utf8').on('data', keep);
		child.stderr?.setEncoding('utf8').on('data', keep);
		child.on('error', (error) => {
			output += error.message;
			end(127);
		});
		child.on('close', (code) => end(code ?? 1));
	});
}

/** Runs npm under the given Node: the npm that called us where there is one, else the one in PATH. */
export function runNpm(args, node, options = {}) {
	const caller = process.env.npm_execpath ?? '';
	const env = environmentFor(node);
	if (basename(caller) === 'npm-cli.js') return run(node, [caller, ...args], { env, ...options });
	// Windows knows npm only as npm.cmd, which needs a shell.
	return run('npm', args, { env, shell: process.platform === 'win32', ...options });
}
