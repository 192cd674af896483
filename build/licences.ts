import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Packages whose code or values reach the device or the endpoint. */
const shipped = [
	'preact',
	'@preact/signals',
	'@preact/signals-core',
	'preact-iso',
	'dexie',
	'zod',
	'workbox-core',
	'workbox-precaching',
	'workbox-routing',
	'workbox-strategies',
	'workbox-window',
	'@digital-go-jp/design-tokens',
	'hono',
	'@hono/node-server',
];

const licenceOf = (name: string): string => {
	const folder = new URL(`../node_modules/${name}/`, import.meta.url);
	const { version, license } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
	const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
	const text = file && existsSync(new URL(file, folder)) ? readFileSync(new URL(file, folder), 'utf8') : '';
	return `${name} ${version} (${license})\n\n${text.trim()}`;
};

/** `licences.txt`: the licences of third-party code, shown in 設定. */
export const licencesPlugin = (): Plugin => ({
	name: 'masume:licences',
	apply: 'build',
	generateBundle() {
		const source = shipped.map(licenceOf).join('\n\n――――――――\n\n');
		this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
	},
});
