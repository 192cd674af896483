import { STATUS_CODES } from 'node:http';
import { ProblemAnswer } from '../../domain/exchange/problem.ts';
import { sessionCookieName } from '../access/sessionCookie.ts';
import { problems, type Reason } from '../problem.ts';
import { pathWords, wordsIn } from './pathWords.ts';
import { bytesAnswer, type Route, type Who } from './route.ts';
import { componentSchemas, type JsonSchema, reference, standAlone } from './schemas.ts';

/** What every route of a kind may be refused with. */
const refusedBy: Readonly<Record<Who, readonly Reason[]>> = {
	anyone: [],
	code: ['tooManyRequests'],
	setup: ['otherOrigin', 'tooManyRequests'],
	password: ['otherOrigin', 'tooManyRequests'],
	device: ['unauthorised', 'revoked'],
	board: ['signInFirst'],
};

/** Every reason that a route may be refused with. */
export function reasonsOf(route: Route): readonly Reason[] {
	const words = wordsIn(route.path);
	return [
		...refusedBy[route.who],
		...(route.who === 'board' && route.method !== 'GET' ? (['otherOrigin'] as const) : []),
		...(route.who === 'device' && words.includes('school') ? (['otherSchool'] as const) : []),
		...(words.length > 0 ? (['notFound'] as const) : []),
		...(route.body ? (['emptyBody', 'notJson', 'tooLarge', 'notJsonType', 'unreadable'] as const) : []),
		...(route.takesBytes ? (['emptyBody', 'tooLarge'] as const) : []),
		...(route.query ? (['unreadable'] as const) : []),
		...route.refuses,
		...(['unforeseen'] as const),
	].filter((reason, index, all) => all.indexOf(reason) === index);
}

const content = (schema: object, type = 'application/json') => ({ content: { [type]: { schema } } });

const bytes = content({}, bytesAnswer);

const contentOfAnswer = (answer: unknown): object => {
	if (answer === null) return {};
	if (answer === bytesAnswer) return bytes;
	return content(typeof answer === 'string' ? { type: 'object' } : reference(answer));
};

function answersOf(route: Route): Record<string, unknown> {
	const good = Object.entries(route.answers).map(([status, answer]) => [
		status,
		{ description: STATUS_CODES[status] ?? status, ...contentOfAnswer(answer) },
	]);
	const reasons = reasonsOf(route);
	const statuses = [...new Set(reasons.map((reason) => problems[reason].status))].sort();
	const bad = statuses.map((status) => {
		const ofStatus = reasons.filter((reason) => problems[reason].status === status);
		return [
			String(status),
			{
				description: ofStatus.map((reason) => `\`${reason}\`: ${problems[reason].title}`).join(' · '),
				...content(reference(ProblemAnswer), 'application/problem+json'),
			},
		];
	});
	return Object.fromEntries([...good, ...bad]);
}

function pathSchema(name: keyof typeof pathWords): JsonSchema {
	const { $schema: _, ...schema } = standAlone(pathWords[name]);
	return schema;
}

function parametersOf(route: Route): unknown[] {
	const inPath = wordsIn(route.path).map((name) => ({
		...{ name, in: 'path', required: true },
		schema: pathSchema(name),
	}));
	if (!route.query) return inPath;
	const { properties = {}, required = [] } = standAlone(route.query.schema) as {
		properties?: Record<string, JsonSchema>;
		required?: readonly string[];
	};
	const inQuery = Object.entries(properties).map(([name, schema]) => ({
		...{ name, in: 'query', required: required.includes(name), schema },
	}));
	return [...inPath, ...inQuery];
}

const security: Readonly<Record<Who, readonly Readonly<Record<string, readonly string[]>>[]>> = {
	anyone: [],
	code: [],
	setup: [],
	password: [],
	device: [{ deviceToken: [] }],
	board: [{ boardSession: [] }],
};

function operationOf(route: Route): JsonSchema {
	const parameters = parametersOf(route);
	return {
		operationId: [route.method.toLowerCase(), ...route.path.split('/').filter(Boolean)].join('-').replaceAll(':', ''),
		description: route.does,
		security: security[route.who],
		...(parameters.length > 0 ? { parameters } : {}),
		...(route.body ? { requestBody: { required: true, ...content(reference(route.body)) } } : {}),
		...(route.takesBytes ? { requestBody: { required: true, ...bytes } } : {}),
		responses: answersOf(route),
	};
}

/** The OpenAPI 3.1 document of a table of routes. */
export function openApiDocument(routes: readonly Route[], version: string): JsonSchema {
	const paths: Record<string, Record<string, JsonSchema>> = {};
	for (const route of routes) {
		const path = route.path.replace(/:(\w+)/g, '{$1}');
		paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
	}
	return {
		openapi: '3.1.0',
		info: {
			...{ title: 'ます目 · Masume', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
			description: "What a school's devices, its board's pages and the shared endpoint say to each other.",
		},
		servers: [{ url: '/api/v1' }],
		paths,
		components: {
			schemas: componentSchemas(),
			securitySchemes: {
				deviceToken: { type: 'http', scheme: 'bearer', description: 'Given once, at the enrolment.' },
				boardSession: { type: 'apiKey', in: 'cookie', name: sessionCookieName },
			},
		},
	};
}
