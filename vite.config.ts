import { readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { editionsPlugin } from './build/editions.ts';
import { licencesPlugin } from './build/licences.ts';
import { pagePlugin } from './build/page.ts';
import { precompressPlugin } from './build/precompress.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
	define: { 'import.meta.env.VITE_VERSION': JSON.stringify(version) },
	plugins: [
		preact({ reactAliasesEnabled: false, devToolsEnabled: false, prefreshEnabled: false }),
		editionsPlugin(),
		licencesPlugin(),
		pagePlugin(),
		VitePWA({
			strategies: 'injectManifest',
			srcDir: 'src/offline',
			filename: 'serviceWorker.ts',
			// From the first day: switching to prompt later would strand those who installed before.
			registerType: 'prompt',
			injectRegister: false,
			manifest: false,
			injectManifest: {
				globPatterns: ['**/*.{html,js,css,json,svg,png,webmanifest,txt}'],
				// The board's pages need a connection anyway: no school's device carries them.
				globIgnores: ['csp.json', 'screenshots/**', 'serviceWorker.js', 'assets/{startBoard,schoolList}*'],
			},
		}),
		precompressPlugin(),
	],
	build: {
		target: ['chrome120', 'safari16.4'],
		cssTarget: ['chrome120', 'safari16.4'],
		modulePreload: { polyfill: false },
		reportCompressedSize: false,
	},
});
