import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { PlanEdition } from '../../../src/domain/plan/edition.ts';
import { allSchoolActions } from '../../../src/domain/plan/find.ts';
import type { Site } from '../../../src/endpoint/site.ts';

// Keeps what is ticked, because a list that forgets would be no list.
const script = `const key='ticked',kept=new Set(JSON.parse(localStorage[key]||'[]'));
for(const box of document.querySelectorAll('input'))box.checked=kept.has(box.id);
addEventListener('change',({target})=>{kept[target.checked?'add':'delete'](target.id);localStorage[key]=JSON.stringify([...kept])});`;

const html = (edition: PlanEdition): string => {
	const boxes = allSchoolActions(edition).map(
		({ action, measure }) =>
			`<li><label><input type="checkbox" id="${action.id}"> ${measure.label} ${action.text}</label></li>`,
	);
	return [
		'<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
		`<title>${edition.title}</title><h1>${edition.title}</h1><ul>${boxes.join('\n')}</ul><script>${script}</script></html>`,
	].join('\n');
};

/** The least that could be called this year's checklist: the same □ as plain checkboxes, one page, one request. */
export function bareSite(): Site {
	const edition: PlanEdition = JSON.parse(
		readFileSync(new URL('../../../seeds/sendai-2025.json', import.meta.url), 'utf8'),
	);
	const text = html(edition);
	const digest = (part: string) => createHash('sha256').update(part);
	const page = {
		type: 'text/html; charset=utf-8',
		hash: digest(text).digest('base64url'),
		bodies: {
			identity: new Uint8Array(Buffer.from(text)),
			br: new Uint8Array(brotliCompressSync(text)),
			gzip: new Uint8Array(gzipSync(text)),
		},
	};
	const inline = { script: [`sha256-${digest(script).digest('base64')}`], style: [] };
	return { files: new Map([['/index.html', page]]), inline };
}
