import { exchangeBounds } from '../../src/domain/exchange/logs.ts';
import type { Chance } from '../faults/chance.ts';

/** Values that programs have stumbled over. */
const oddValues: readonly unknown[] = [
	...[null, true, false, 0, -0, -1, 1.5, 1e308, -1e308, 2 ** 53, '', ' ', '0', '-1', 'null', 'true'],
	...[
		'\u0000',
		'a\u0000b',
		'\ud800',
		'\udfff\ud800',
		'\ufeff',
		'\u202e',
		'\u2028',
		'😀'.repeat(50),
		'ｱ',
		'é',
		'\u0007',
	],
	...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '$ref', '../../etc/passwd', "' OR 1=1 --", '{{7*7}}'],
	...[
		'<script>alert(1)</script>',
		'%00',
		'%s%n',
		'2026-02-30T25:61:00Z',
		'2026',
		2026,
		1999,
		3000,
		'principal',
		'board',
	],
	...[[], {}, [[]], [null], { length: 1 }, { toJSON: 1 }, 'x'.repeat(300), 'あ'.repeat(41), 'x'.repeat(50_000)],
	...[
		Array(600).fill(0),
		Array(12_000).fill({}),
		Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`k${n}`, n])),
	],
];

const nested = (depth: number, [open, close]: readonly [string, string], middle: string) =>
	`${open.repeat(depth)}${middle}${close.repeat(depth)}`;

const nests = [
	['[', ']'],
	['{"a":', '}'],
	['{"__proto__":', '}'],
] as const;

/** Every place in a JSON value: the object or array it lies in, and its key there. */
function placesIn(value: unknown): { readonly at: Record<string, unknown>; readonly key: string }[] {
	if (typeof value !== 'object' || value === null) return [];
	const at = value as Record<string, unknown>;
	return Object.keys(at).flatMap((key) => [{ at, key }, ...placesIn(at[key])]);
}

function setOwn(at: object, key: string, value: unknown): void {
	Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
}

function remove(at: Record<string, unknown>, key: string): void {
	if (!Array.isArray(at) || !/^\d+$/.test(key) || Number(key) >= at.length) delete at[key];
	else {
		// Not `splice`: it asks the array's `constructor`, which an earlier change may have put there.
		at.copyWithin(Number(key), Number(key) + 1);
		at.length -= 1;
	}
}

/** A valid body with one to three things in it changed, removed or added. */
function changedTree(body: unknown, chance: Chance): unknown {
	const tree = { whole: structuredClone(body) };
	for (let n = chance.int(3); n >= 0; n -= 1) {
		const { at, key } = chance.pick(placesIn(tree));
		const way = chance.int(10);
		// A copy: what is put in must not turn up twice, or in itself.
		const odd = JSON.parse(JSON.stringify(chance.pick(oddValues)));
		const there = at[key];
		if (way < 6) at[key] = odd;
		else if (way < 8 && key !== 'whole') remove(at, key);
		else if (typeof there === 'object' && there !== null) setOwn(there, String(chance.pick(oddValues)), odd);
		else if (typeof there === 'string') at[key] = changedText(there, chance);
	}
	return tree.whole;
}

/** A text with something cut off, put in, doubled or changed. */
export function changedText(text: string, chance: Chance): string {
	const at = chance.int(text.length + 1);
	const until = at + chance.int(Math.min(20, text.length - at) + 1);
	const put = chance.pick([
		'',
		'\u0000',
		'"',
		'}',
		',',
		'\\',
		'\\u',
		'\ud800',
		'あ',
		'0',
		'-',
		'1e999',
		'x',
		text.slice(at, until),
	]);
	return text.slice(0, at) + put + text.slice(until);
}

const randomBytes = (length: number, chance: Chance): Uint8Array<ArrayBuffer> =>
	Uint8Array.from({ length }, () => chance.int(256));

/** A body that a route would have taken, made into one of a hundred kinds of nonsense; now and then left as it is. */
export function hostileBody(body: unknown, chance: Chance): string | Uint8Array<ArrayBuffer> {
	const text = JSON.stringify(body ?? {});
	const way = chance.int(1_000);
	if (way < 550) return JSON.stringify(changedTree(body ?? {}, chance)) ?? '';
	if (way < 700) return text.slice(0, chance.int(text.length));
	if (way < 850) return changedText(text, chance);
	if (way < 900) return randomBytes(chance.int(2_000), chance);
	if (way < 950)
		return nested(
			1 + chance.int(chance.happens(0.1) ? 100_000 : 200),
			chance.pick(nests),
			chance.pick(['', '1', text]),
		);
	if (way < 960) {
		const key = chance.pick(Object.keys(body ?? { a: 1 }));
		return `${text.slice(0, -1)},${JSON.stringify(key)}:${JSON.stringify(chance.pick(oddValues)) ?? 'null'}}`;
	}
	if (way < 964) return `{"a":"${'x'.repeat(exchangeBounds.bodyBytes - 10 + chance.int(20))}"}`;
	if (way < 980)
		return chance.pick(['', ' ', 'null', '0', '""', '[]', '{}', '[{}]', '\ufeff{}', 'NaN', 'undefined', '{"a":1}{}']);
	return text;
}

const oddWords = [
	...[
		'',
		'.',
		'..',
		'%2e%2e',
		'%00',
		'%',
		'%zz',
		'%ff%fe',
		'%ed%a0%80',
		'%2f',
		';',
		':school',
		'*',
		'{school}',
		'~',
		'@',
	],
	...[
		'__proto__',
		'constructor',
		'null',
		'-1',
		'0',
		'2026',
		'1e3',
		'٢٠٢٦',
		'%E5%AD%A6',
		'a'.repeat(9_000),
		'AOBA-E',
		'aoba-e%20',
	],
];

/** A path in which something is not as it should be. */
export function hostilePath(path: string, chance: Chance): string {
	const [place = '', query = ''] = path.split('?');
	const words = place.split('/');
	const at = 1 + chance.int(words.length - 1);
	const way = chance.int(7);
	if (way === 0) words[at] = chance.pick(oddWords);
	else if (way === 1) words.splice(at, 0, chance.pick(oddWords));
	else if (way === 2) words.splice(at, 1);
	else if (way === 3) words[at] = changedText(words[at] ?? '', chance);
	const name = chance.pick(['after', 'limit', 'epoch', 'year', '', '__proto__', 'a[]', '%', 'after%00']);
	const odd = encodeOdd(chance.pick(oddValues));
	if (way === 4) return `${words.join('/')}?${name}=${odd}&${query}`;
	if (way === 5) return `${words.join('/')}?${changedText(query, chance)}`;
	if (way === 6) return `${words.join('/')}${chance.pick(['/', '//', '?', '#x', '?&&==&', '%3fafter=0', ' ', '\\'])}`;
	return `${words.join('/')}${query && `?${query}`}`;
}

const encodeOdd = (value: unknown): string =>
	typeof value === 'string' && value.length < 400 && !/[\ud800-\udfff]/u.test(value) ? encodeURIComponent(value) : '%';

const oddHeaders: readonly (readonly [string, readonly string[]])[] = [
	[
		'Authorization',
		[
			'',
			'Bearer',
			'Bearer  ',
			'Bearer a b',
			'bearer x.y',
			`Bearer ${'a'.repeat(5_000)}`,
			'Basic YTpi',
			'Bearer .',
			'Bearer __proto__.x',
		],
	],
	[
		'Content-Type',
		[
			'',
			'text/plain',
			'application/json',
			'application/JSON; charset=sjis',
			'application/json;',
			'multipart/form-data; boundary=',
		],
	],
	['Content-Length', ['0', '-1', '1e9', '99999999999999999999', 'x', '2000001', '1, 2']],
	['Content-Encoding', ['gzip', 'identity', 'br, gzip', '']],
	[
		'Cookie',
		[
			'',
			';',
			'=',
			'masume-board',
			'masume-board=',
			`masume-board=${'A'.repeat(43)}`,
			`masume-board=a; masume-board=b`,
			'x'.repeat(5_000),
		],
	],
	['If-None-Match', ['*', '"', 'W/', '"a", "b', ',,,']],
	['Origin', ['null', 'http://localhost', 'https://evil.example', '://', 'http://[', 'x'.repeat(3_000)]],
	['Host', ['', '[', 'a b', 'localhost:99999', '..', 'evil.example']],
	['Sec-Fetch-Site', ['same-origin', 'cross-site', '']],
	['X-Forwarded-For', ['', ',', ',,,', 'x', '::::', '1.2.3.4, ::ffff:999.1.1.1', 'a'.repeat(3_000)]],
	['X-Forwarded-Proto', ['https', 'https,http', '']],
	['Accept-Encoding', ['br;q=NaN', ';;;', '*;q=0']],
	['Transfer-Encoding', ['chunked']],
	['Expect', ['100-continue', 'x']],
	['X-HTTP-Method-Override', ['DELETE']],
];

/** Up to three headers that are not as they should be. */
export function hostileHeaders(chance: Chance): Record<string, string> {
	const chosen = Array.from({ length: chance.int(4) }, () => {
		const [name, values] = chance.pick(oddHeaders);
		return [name, chance.pick(values)];
	});
	return Object.fromEntries(chosen);
}
