import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const text = /\.(html|js|css|json|svg|txt|webmanifest)$/;

/** Puts a .br and a .gz beside every text file, so that the endpoint compresses nothing while serving. */
export const precompressPlugin = (): Plugin => {
	let outDir = '';
	return {
		name: 'masume:precompress',
		apply: 'build',
		enforce: 'post',
		configResolved: (config) => {
			outDir = config.build.outDir;
		},
		closeBundle: {
			order: 'post',
			sequential: true,
			handler() {
				for (const entry of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
					const path = join(outDir, entry);
					if (!text.test(entry) || !statSync(path).isFile()) continue;
					const bytes = readFileSync(path);
					const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
					writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
					writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
				}
			},
		},
	};
};
