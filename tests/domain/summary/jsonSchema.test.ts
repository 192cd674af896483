import { describe, expect, test } from 'vitest';
import { addOccurrence, addOwnAction, setField } from '../../../src/domain/record/edits.ts';
import { summaryJsonSchema } from '../../../src/domain/summary/jsonSchema.ts';
import { SummarySchema } from '../../../src/domain/summary/schema.ts';
import { device, summaryOf } from './school.ts';

type Schema = Readonly<Record<string, unknown>>;
const schema = summaryJsonSchema();

/** Every schema inside a schema, by the place where it stands. */
function* within(place: string, each: Schema): Iterable<readonly [string, Schema]> {
	yield [place, each];
	for (const [key, member] of Object.entries(each)) {
		if (key === 'enum' || key === 'required' || typeof member !== 'object' || member === null) continue;
		yield* within(`${place}/${key}`, member as Schema);
	}
}
const places = [...within('', schema)];

/** What JSON Schema asks for, as far as the summary's schema uses it. */
function faults(asked: Schema, value: unknown, place = ''): string[] {
	const known = [
		...['$schema', 'title', 'description', 'type', 'const', 'enum', 'pattern', 'minimum', 'maximum', 'anyOf'],
		...[
			'maxLength',
			'minLength',
			'exclusiveMinimum',
			'maxItems',
			'items',
			'properties',
			'required',
			'additionalProperties',
		],
		...['propertyNames', 'maxProperties'],
	];
	const unknown = Object.keys(asked).filter((key) => !known.includes(key));
	if (unknown.length > 0) throw new Error(`the test does not know ${unknown.join()}`);
	if (Array.isArray(asked.anyOf)) {
		const answers = (asked.anyOf as Schema[]).map((each) => faults(each, value, place));
		return answers.some((found) => found.length === 0) ? [] : (answers[0] ?? []);
	}
	return [...ownFaults(asked, value).map((fault) => `${place}: ${fault}`), ...innerFaults(asked, value, place)];
}

function ownFaults(asked: Schema, value: unknown): string[] {
	const rules: readonly (readonly [string, boolean])[] = [
		['type', asked.type === undefined || typeOf(value, asked.type)],
		['const', !('const' in asked) || asked.const === value],
		['enum', !Array.isArray(asked.enum) || asked.enum.includes(value)],
		['pattern', typeof value !== 'string' || new RegExp(String(asked.pattern ?? ''), 'u').test(value)],
		['maxLength', typeof value !== 'string' || value.length <= Number(asked.maxLength ?? 1e9)],
		['minLength', typeof value !== 'string' || value.length >= Number(asked.minLength ?? 0)],
		['minimum', typeof value !== 'number' || value >= Number(asked.minimum ?? -1e99)],
		['exclusiveMinimum', typeof value !== 'number' || value > Number(asked.exclusiveMinimum ?? -1e99)],
		['maximum', typeof value !== 'number' || value <= Number(asked.maximum ?? 1e99)],
		['maxItems', !Array.isArray(value) || value.length <= Number(asked.maxItems ?? 1e9)],
	];
	return rules.filter(([, kept]) => !kept).map(([rule]) => rule);
}

function innerFaults(asked: Schema, value: unknown, place: string): string[] {
	if (Array.isArray(value))
		return value.flatMap((each, n) => faults((asked.items ?? {}) as Schema, each, `${place}/${n}`));
	if (typeof value !== 'object' || value === null) return [];
	const properties = (asked.properties ?? {}) as Record<string, Schema>;
	const missing = ((asked.required ?? []) as string[]).filter((key) => !Object.hasOwn(value, key));
	return [
		...missing.map((key) => `${place}: ${key} is missing`),
		...Object.entries(value).flatMap(([key, member]) => {
			const inner = properties[key] ?? asked.additionalProperties;
			if (inner === false) return [`${place}: ${key} is too much`];
			const named = faults((asked.propertyNames ?? {}) as Schema, key, `${place}/${key}`);
			return [...named, ...faults((inner ?? {}) as Schema, member, `${place}/${key}`)];
		}),
	];
}

const typeOf = (value: unknown, type: unknown): boolean => {
	if (type === 'null') return value === null;
	if (type === 'integer') return Number.isInteger(value);
	if (type === 'array') return Array.isArray(value);
	if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
	return typeof value === type;
};

const lead = device(1);
lead.does(addOwnAction('a', { measure: '1-1-2', text: '図書委員会が紹介する。' }));
lead.does(setField(lead.fold, 'action/sendai-2025-1-1-1-1', 'ratingFinal', 'good'));
lead.does(addOccurrence('o1', { action: 'sendai-2025-1-1-1-1', date: '2025-10-03', memo: '地図' }));
const shared = {
	title: '地図づくり',
	grade: '5年',
	what: '地図を作った。\n発表した。',
	link: 'https://aoba.example/a?b#c',
};
lead.does(setField(lead.fold, 'occurrence/o1', 'shared', shared));
const summary = summaryOf({ fold: lead.fold });
const [told] = summary.cases ?? [];

describe('the published JSON Schema of the summary', () => {
	test('is of the draft that it names, in plain JSON', () => {
		expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
		expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
		expect(schema.title).toContain('要約');
	});

	test('leaves no door open: no other keys, no text that is not of a list or a pattern, no count without end', () => {
		const short = /^\/properties\/cases\/items\/properties\/(title|grade|what|link)$/;
		for (const [place, each] of places) {
			if (each.type === 'object') expect(each.additionalProperties, place).not.toBe(undefined);
			if (each.type === 'string') expect('enum' in each || 'pattern' in each || 'const' in each, place).toBe(true);
			// Only a shared case has words of people in it, and none of them without end.
			const takesWords = 'pattern' in each && new RegExp(String(each.pattern), 'u').test('三組の 山田');
			if (takesWords) expect(place).toMatch(short);
			if (short.test(place)) expect(each.maxLength, place).toBeTypeOf('number');
			if (each.type === 'array') expect(each.maxItems, place).toBeTypeOf('number');
			if (each.type === 'integer') expect(each.maximum, place).toBeTypeOf('number');
		}
		const closed = places.filter(([, each]) => each.additionalProperties === false).map(([place]) => place);
		expect(closed).toEqual([
			'',
			'/properties/school',
			'/properties/actions/items',
			'/properties/own/items',
			'/properties/progress',
			'/properties/indicators/items',
			'/properties/indicators/items/properties/observations/items',
			'/properties/indicators/items/properties/observations/items/properties/classes/anyOf/0',
			'/properties/review/items',
			'/properties/cases/items',
		]);
		expect((schema.properties as Record<string, Schema>).versionVector).toMatchObject({ maxProperties: 10_000 });
	});

	test('takes real summaries', () => {
		expect(faults(schema, JSON.parse(JSON.stringify(summary)))).toEqual([]);
		expect(faults(schema, JSON.parse(JSON.stringify(summaryOf())))).toEqual([]);
		expect(told).toMatchObject(shared);
	});

	test('takes the summary of an app that knows nothing of indicators, review and cases', () => {
		const { indicators: _, review: __, cases: ___, ...older } = summary;
		expect(SummarySchema.safeParse(older).success).toBe(true);
		expect(faults(schema, JSON.parse(JSON.stringify(older)))).toEqual([]);
	});

	const [line] = summary.actions;
	const look = {
		indicator: 'sendai-2025-i1',
		observations: [{ date: '2025-10-03', frequency: 'weekly', classes: null, source: 'survey' }],
	};
	const wrong: [string, object][] = [
		['a school name', { school: { ...summary.school, name: '青葉小' } }],
		['a memo', { memo: 'x' }],
		['a status nobody knows', { actions: [{ ...line, status: 'almost' }] }],
		['a rating in words', { actions: [{ ...line, final: 'とてもよい' }] }],
		['an id with a blank', { own: [{ measure: '1-1 1', count: 1, achieved: 0 }] }],
		['a count below nothing', { operations: -1 }],
		['half an operation', { operations: 1.5 }],
		['another format', { format: 'masume-plan' }],
		['a device that counted nothing', { versionVector: { a: 0 } }],
		['a device with a person in it', { versionVector: { '山田 太郎': 1 } }],
		['no progress', { progress: undefined }],
		['a case with a memo', { cases: [{ ...told, memo: 'x' }] }],
		['a case without a title', { cases: [{ ...told, title: '' }] }],
		['a title without end', { cases: [{ ...told, title: '長'.repeat(61) }] }],
		['a story without end', { cases: [{ ...told, what: '長'.repeat(601) }] }],
		['a link that runs a script', { cases: [{ ...told, link: 'javascript:alert(1)' }] }],
		['a link with a user in it', { cases: [{ ...told, link: 'https://taro:pass@aoba.example/' }] }],
		['a link with a blank', { cases: [{ ...told, link: 'https://aoba.example/a b' }] }],
		['more cases than there is room for', { cases: Array.from({ length: 101 }, () => told) }],
		['a day in words', { cases: [{ ...told, date: '10月3日' }] }],
		[
			'a look with a place',
			{ indicators: [{ ...look, observations: [{ ...look.observations[0], place: '5年1組' }] }] },
		],
		[
			'an answer nobody knows',
			{ indicators: [{ ...look, observations: [{ ...look.observations[0], frequency: 0 }] }] },
		],
		['a review with a reason', { review: [{ ...summary.review?.[0], reason: '課題を書く' }] }],
		['half a hash', { review: [{ ...summary.review?.[0], approved: 'abcd' }] }],
	];
	test.each(wrong)('refuses what zod refuses: %s', (_, fault) => {
		const broken = JSON.parse(JSON.stringify({ ...summary, ...fault }));
		expect(SummarySchema.safeParse(broken).success).toBe(false);
		expect(faults(schema, broken)).not.toEqual([]);
	});
});
