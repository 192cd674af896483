import { type ESTree, parseSync } from 'vite';

/** One import of a source file, static, dynamic, re-exporting or type-only. */
export interface Arrow {
	/** As written; undefined where it is computed and so cannot be checked. */
	readonly target: string | undefined;
	readonly typeOnly: boolean;
}

/** What the rules want to know of a source file. */
export interface SourceFile {
	readonly arrows: readonly Arrow[];
	/** Global names and members it reads: `fetch`, `Date.now`, `new Date()`. Types do not count. */
	readonly globals: readonly string[];
	/** Nothing but imports and re-exports. */
	readonly isBarrel: boolean;
}

type Node = ESTree.Node;

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const childrenOf = (node: Node, skip: readonly string[] = []): readonly Node[] =>
	Object.entries(node)
		.filter(([key]) => key !== 'parent' && !skip.includes(key))
		.flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
		.filter(isNode);

function* everyNode(node: Node): Generator<Node> {
	yield node;
	for (const child of childrenOf(node)) yield* everyNode(child);
}

/** The text of a string or of a template without holes. */
function literal(node: unknown): string | undefined {
	if (!isNode(node)) return undefined;
	if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
	if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
		return node.quasis[0]?.value.cooked ?? undefined;
	return undefined;
}

const isGlob = (node: Node): node is ESTree.CallExpression =>
	node.type === 'CallExpression' &&
	node.callee.type === 'MemberExpression' &&
	node.callee.object.type === 'MetaProperty' &&
	node.callee.property.type === 'Identifier' &&
	node.callee.property.name === 'glob';

function globArrows(call: ESTree.CallExpression): Arrow[] {
	const [first] = call.arguments;
	const patterns = first?.type === 'ArrayExpression' ? first.elements : [first];
	return patterns.map((pattern) => ({ target: literal(pattern), typeOnly: false }));
}

function arrowsOf(node: Node): Arrow[] {
	switch (node.type) {
		case 'ImportDeclaration':
			return [{ target: node.source.value, typeOnly: node.importKind === 'type' || allTypes(node) }];
		case 'ExportAllDeclaration':
			return [{ target: node.source.value, typeOnly: node.exportKind === 'type' }];
		case 'ExportNamedDeclaration':
			return node.source ? [{ target: node.source.value, typeOnly: node.exportKind === 'type' }] : [];
		case 'ImportExpression':
			return [{ target: literal(node.source), typeOnly: false }];
		case 'TSImportType':
			return [{ target: literal(node.source), typeOnly: true }];
		default:
			return isGlob(node) ? globArrows(node) : [];
	}
}

const allTypes = (node: ESTree.ImportDeclaration): boolean =>
	node.specifiers.length > 0 &&
	node.specifiers.every((specifier) => specifier.type === 'ImportSpecifier' && specifier.importKind === 'type');

/** The names that a parameter or a declaration binds: `({ fetch: ask }, [now = Date.now])` binds `ask` and `now`. */
function namesIn(pattern: unknown): string[] {
	if (!isNode(pattern)) return [];
	switch (pattern.type) {
		case 'Identifier':
			return [pattern.name];
		case 'AssignmentPattern':
			return namesIn(pattern.left);
		case 'ObjectPattern':
			return pattern.properties.flatMap((part) => namesIn(part.type === 'Property' ? part.value : part.argument));
		case 'ArrayPattern':
			return pattern.elements.flatMap(namesIn);
		case 'RestElement':
			return namesIn(pattern.argument);
		default:
			return [];
	}
}

/** Every name bound anywhere in the file: a shadowed global is taken for the passed-in one, whatever its scope. */
function boundNames(program: Node): Set<string> {
	const names = new Set<string>();
	for (const node of everyNode(program)) {
		const { params, local } = node as unknown as { readonly params?: unknown; readonly local?: unknown };
		const patterns = [
			...(Array.isArray(params) ? params : []),
			node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration' ? node.id : undefined,
			node.type.startsWith('Import') ? local : undefined,
		];
		for (const name of patterns.flatMap(namesIn)) names.add(name);
	}
	return names;
}

const expressionsInTypes = [
	'TSAsExpression',
	'TSNonNullExpression',
	'TSSatisfiesExpression',
	'TSInstantiationExpression',
];
const windows = ['globalThis', 'window', 'self'];

/** `Date.now` and `globalThis.fetch` as they read; undefined where the object is not a plain name. */
function memberName(node: Node): string | undefined {
	if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
	const object = node.object.type === 'Identifier' ? node.object.name : memberName(node.object);
	if (object === undefined) return undefined;
	return `${windows.includes(object) ? 'globalThis' : object}.${node.property.name}`;
}

function* readNames(node: Node): Generator<string> {
	if (node.type.startsWith('TS') && !expressionsInTypes.includes(node.type)) return;
	const member = memberName(node);
	if (member) yield member;
	if (node.type === 'Identifier') yield node.name;
	if (node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.arguments.length === 0) {
		yield `new ${node.callee.name}()`;
	}
	const isPlain = !('computed' in node && node.computed);
	const isMember = node.type === 'MemberExpression' && isPlain;
	const hasKey = ['Property', 'PropertyDefinition', 'MethodDefinition'].includes(node.type) && isPlain;
	const notValues = [
		...(isMember ? ['property'] : hasKey ? ['key'] : []),
		...(node.type.startsWith('Import') || node.type.startsWith('Export') ? ['specifiers', 'source'] : []),
		'label',
	];
	for (const child of childrenOf(node, notValues)) yield* readNames(child);
}

const rootName = (read: string) => read.replace(/^new /, '').split(/[.(]/)[0] ?? '';

const withoutWindow = (read: string) => read.replace(/^globalThis\./, '');

/** Reads one TypeScript file. Throws where it does not parse: the rules cannot be judged then. */
export function readSource(path: string, code: string): SourceFile {
	const { program, errors } = parseSync(path, code);
	if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join('; ')}`);
	const bound = boundNames(program);
	const reads = [...readNames(program)];
	const isReexport = ({ type, ...rest }: Node) =>
		type === 'ImportDeclaration' ||
		type === 'ExportAllDeclaration' ||
		(type === 'ExportNamedDeclaration' && (rest as { declaration?: unknown }).declaration === null);
	return {
		arrows: [...everyNode(program)].flatMap(arrowsOf),
		globals: [...new Set(reads.filter((read) => !bound.has(rootName(read))).map(withoutWindow))],
		isBarrel: program.body.some(({ type }) => type.startsWith('Export')) && program.body.every(isReexport),
	};
}
