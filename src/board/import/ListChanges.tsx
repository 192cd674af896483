import type { SchoolRow } from '../../domain/exchange/board.ts';
import { schoolTypeWord, schoolUnitWord } from '../../domain/plan/applicability.ts';
import type { SchoolUnit } from '../../domain/plan/edition.ts';
import { usePortion } from '../usePortion.tsx';
import { countWord } from '../words.ts';
import type { Compared, Comparison } from './compare.ts';

/** What registering the list would change, row by row, before it is done. */
export function ListChanges({ comparison: { compared, absent, namesakes } }: { comparison: Comparison }) {
	const changing = compared.filter(({ kind }) => kind !== 'same');
	const same = compared.length - changing.length;
	const { rows, more } = usePortion(changing);
	return (
		<>
			{namesakes.length > 0 && (
				<div class="problem board-gap">
					<p>同じ名前の学校が、別の学校コードで登録されています。このまま登録すると、別の学校として加わります。</p>
					<ul>
						{namesakes.map(({ row, school, registered }) => (
							<li key={row} class="small">
								{countWord(row)}行目 {school.name}：このファイルは「{school.code}」、登録済みは「{registered}」
							</li>
						))}
					</ul>
				</div>
			)}
			{changing.length > 0 && (
				<table class="list-table changes-table">
					<caption class="vh">登録すると変わる学校</caption>
					<thead>
						<tr>
							<th scope="col">行</th>
							<th scope="col">区分</th>
							<th scope="col">学校コード</th>
							<th scope="col">学校名</th>
							<th scope="col">校種</th>
							<th scope="col">学級・学科</th>
						</tr>
					</thead>
					<tbody>
						{rows.map((each) => (
							<ChangeLine key={each.row} compared={each} />
						))}
					</tbody>
				</table>
			)}
			{more}
			{same > 0 && <p class="small quiet">ほかの{countWord(same)}校は、登録済みの内容と同じです。</p>}
			{absent > 0 && <p class="small quiet">登録済みで、この一覧にない{countWord(absent)}校は、そのまま残ります。</p>}
		</>
	);
}

function ChangeLine({ compared }: { compared: Compared }) {
	const { row, school, kind } = compared;
	const difference = (words: (school: SchoolRow) => string) => (
		<Difference before={kind === 'changed' ? words(compared.before) : undefined} now={words(school)} />
	);
	return (
		<tr>
			<td class="num" data-label="行">
				{countWord(row)}
			</td>
			<td>{kind === 'new' ? <b>新規</b> : '変更'}</td>
			<td class="num">{school.code}</td>
			<th scope="row">{difference(({ name }) => name)}</th>
			<td>{difference(({ schoolType }) => schoolTypeWord(schoolType))}</td>
			<td>{difference(({ units }) => unitsWord(units))}</td>
		</tr>
	);
}

const unitsWord = (units: readonly SchoolUnit[]): string => units.map(schoolUnitWord).join('・') || 'なし';

function Difference({ before, now }: { before: string | undefined; now: string }) {
	if (before === undefined || before === now) return <>{now}</>;
	return (
		<>
			<del>
				<span class="vh">前：</span>
				{before}
			</del>{' '}
			<ins>
				<span class="vh">今度：</span>
				{now}
			</ins>
		</>
	);
}
