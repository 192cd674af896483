import { schoolTypeWord, schoolUnitWord } from '../domain/plan/applicability.ts';
import type { SchoolType, SchoolUnit } from '../domain/plan/edition.ts';
import { ok, type Refusal, type Result, refuse } from '../domain/result.ts';

/** Columns of the list; the units are columns of their own with ある・なし. */
export type Column = 'code' | 'name' | 'schoolType' | SchoolUnit;

export const unitColumns = ['specialNeedsClass', 'hospitalClass', 'informatics'] as const;

/** What a list cannot do without. */
export const neededColumns = ['code', 'name', 'schoolType'] as const;

export const columnWord: Readonly<Record<Column, string>> = {
	code: '学校コード',
	name: '学校名',
	schoolType: '校種',
	specialNeedsClass: schoolUnitWord('specialNeedsClass'),
	hospitalClass: schoolUnitWord('hospitalClass'),
	informatics: schoolUnitWord('informatics'),
};

const headings: Readonly<Record<Column, readonly string[]>> = {
	code: ['学校コード', '学校番号', 'コード', 'code'],
	name: ['学校名', '学校名称', '名称', '学校', 'name'],
	schoolType: ['校種', '学校種', '学校種別', '校種別', '種別', '学校の種類'],
	specialNeedsClass: ['特別支援学級', '特支学級', '特別支援'],
	hospitalClass: ['院内学級'],
	informatics: ['情報科', '高校情報科', '専門教科情報科'],
};

const folded = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The column that a heading stands for: widths, spaces and what is added in brackets do not matter. */
export function columnOf(heading: string): Column | undefined {
	const word = folded(heading)
		.replace(/\(.*\)$|\[.*\]$|【.*】$/, '')
		.replace(/(の|が)?(有無|設置|数)$/, '');
	return (Object.keys(headings) as Column[]).find((column) => headings[column].includes(word));
}

const typeNames: Readonly<Record<SchoolType, readonly string[]>> = {
	elementary: ['小学校', '小'],
	lowerSecondary: ['中学校', '中'],
	upperSecondary: ['高等学校', '高校', '高'],
	secondary: ['中等教育学校', '中等教育', '中等'],
	specialNeeds: ['特別支援学校', '特別支援', '特支', '特', '支援学校'],
};

const typeList = Object.keys(typeNames)
	.map((type) => schoolTypeWord(type as SchoolType))
	.join('・');

/** 校種 from what is written in a list. */
export function readSchoolType(written: string): Result<SchoolType, Refusal<'missing' | 'divided' | 'unknown'>> {
	const word = folded(written);
	const known = (Object.keys(typeNames) as SchoolType[]).find((type) => typeNames[type].includes(word));
	if (known) return ok(known);
	if (!word) return refuse('missing', `校種が空です。${typeList}のどれかを入れてください。`);
	if (word.startsWith('義務教育')) {
		return refuse(
			'divided',
			'義務教育学校は、前期課程を「小学校」、後期課程を「中学校」として2行に分けてください。学校コードも2つに分けます。',
		);
	}
	return refuse('unknown', `校種「${written}」が分かりません。${typeList}のどれかを入れてください。`);
}

const yes = /^(ある|あり|有|有り|はい|○|〇|◯|◎|●|✓|✔|レ|y|yes|true|[1-9]\d*(学級|クラス)?)$/;
const no = /^(|ない|なし|無|無し|いいえ|×|✕|✗|✖|x|n|no|false|0(学級|クラス)?|-|−|ー|―|–|—)$/;

/** ある or なし; a number of classes counts as ある, an empty cell as なし. Undefined where it says neither. */
export function readPresence(written: string): boolean | undefined {
	const word = folded(written);
	return yes.test(word) ? true : no.test(word) ? false : undefined;
}
