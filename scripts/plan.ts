import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { checkEdition, type Fault } from '../src/domain/plan/check.ts';
import { PlanEdition } from '../src/domain/plan/edition.ts';
import { ok, type Result, refuse } from '../src/domain/result.ts';

const USAGE = `使い方:
  npm run plan -- check ファイル [前の年度のファイル…]   行動計画の誤りを、場所とともに示します
  npm run plan -- schema                                  行動計画の形式を JSON Schema で示します`;

/** Runs one command; the answer is the exit code. */
const run = ([command, ...files]: readonly string[]): number => {
	const [file, ...earlier] = files;
	if (command === 'schema') return printSchema();
	if (command === 'check' && file) return check(file, earlier);
	return refuseWith(USAGE);
};

const printSchema = (): number => {
	console.log(JSON.stringify(z.toJSONSchema(PlanEdition), null, '\t'));
	return 0;
};

const check = (file: string, earlierFiles: readonly string[]): number => {
	const input = readJson(file);
	if (!input.ok) return refuseWith(input.refusal.sentence);
	const earlier: PlanEdition[] = [];
	for (const earlierFile of earlierFiles) {
		const read = readJson(earlierFile);
		if (!read.ok) return refuseWith(read.refusal.sentence);
		const edition = PlanEdition.safeParse(read.value);
		if (!edition.success)
			return refuseWith(`前の年度の ${earlierFile} に誤りがあります。先にそちらを確かめてください。`);
		earlier.push(edition.data);
	}
	return report(file, checkEdition(input.value, earlier));
};

const report = (file: string, faults: readonly Fault[]): number => {
	if (faults.length === 0) {
		console.log(`${file}: 誤りはありません。`);
		return 0;
	}
	for (const { place, sentence } of faults) console.error(`${place}: ${sentence}`);
	return refuseWith(`${file}: 誤りが${faults.length}件あります。`);
};

const refuseWith = (sentence: string): number => {
	console.error(sentence);
	return 1;
};

const readJson = (file: string): Result<unknown> => {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return refuse('unreadable', `${file} を開けません。ファイルの名前と場所を確かめてください。`);
	}
	try {
		return ok(JSON.parse(text));
	} catch (error) {
		const hint = lineOf(text, error instanceof SyntaxError ? error.message : '');
		return refuse('notJson', `${file} は JSON として読めません。${hint}`);
	}
};

/** Where JSON.parse gave up, as far as its message tells. */
const lineOf = (text: string, message: string): string => {
	const position = /position (\d+)/.exec(message)?.[1];
	if (!position) return '括弧や引用符の閉じ忘れ、末尾の欠けを確かめてください。';
	const line = text.slice(0, Number(position)).split('\n').length;
	return `${line}行目のあたりの括弧・引用符・コンマを確かめてください。`;
};

process.exitCode = run(process.argv.slice(2));
