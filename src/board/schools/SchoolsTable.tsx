import type { SchoolStanding } from '../boardApi.ts';
import { contactWord, countWord, dateWord, kindWords } from '../words.ts';
import type { Order } from './schoolFilter.ts';

interface SchoolsTableProps {
	schools: readonly SchoolStanding[];
	/** The endpoint's clock when the list was asked for. */
	now: string;
	order: Order;
	onOrder: (order: Order) => void;
	chosen: ReadonlySet<string>;
	/** These codes are chosen, or are not any more. */
	onChoose: (codes: readonly string[], chosen: boolean) => void;
}

/** The board's schools, one a row. */
export function SchoolsTable({ schools, now, order, onOrder, chosen, onChoose }: SchoolsTableProps) {
	const count = schools.filter(({ code }) => chosen.has(code)).length;
	return (
		<table class="list-table schools-table">
			<caption class="vh">学校の一覧。{countWord(schools.length)}校を表示しています。</caption>
			<thead>
				<tr>
					<th scope="col" class="cell-choose">
						<label class="choose">
							<input
								type="checkbox"
								checked={count > 0 && count === schools.length}
								ref={(box) => {
									if (box) box.indeterminate = count > 0 && count < schools.length;
								}}
								onChange={({ currentTarget }) =>
									onChoose(
										schools.map(({ code }) => code),
										currentTarget.checked,
									)
								}
							/>
							<span class="vh choose-all">表示している学校をすべて選ぶ</span>
						</label>
					</th>
					<OrderHeading words="学校コード" by="code" {...{ order, onOrder }} />
					<OrderHeading words="学校名" by="name" {...{ order, onOrder }} />
					<th scope="col">校種</th>
					<th scope="col">端末</th>
					<th scope="col">最終連絡</th>
					<th scope="col">集計の最終受信</th>
					<th scope="col">登録コード</th>
				</tr>
			</thead>
			<tbody>
				{schools.map((school) => (
					<SchoolLine
						key={school.code}
						school={school}
						now={now}
						chosen={chosen.has(school.code)}
						onChoose={(isChosen) => onChoose([school.code], isChosen)}
					/>
				))}
			</tbody>
		</table>
	);
}

interface OrderHeadingProps {
	words: string;
	by: Order;
	order: Order;
	onOrder: (order: Order) => void;
}

function OrderHeading({ words, by, order, onOrder }: OrderHeadingProps) {
	return (
		<th scope="col" class="cell-order" aria-sort={order === by ? 'ascending' : undefined}>
			<button type="button" onClick={() => onOrder(by)}>
				{words}
				<span aria-hidden="true">{order === by ? '▲' : ''}</span>
			</button>
		</th>
	);
}

interface SchoolLineProps {
	school: SchoolStanding;
	now: string;
	chosen: boolean;
	onChoose: (chosen: boolean) => void;
}

function SchoolLine({ school, now, chosen, onChoose }: SchoolLineProps) {
	const { code, name, schoolType, units, devices, lastContactAt, summaryReceivedAt, codeExpiresAt } = school;
	const none = <span class="quiet none">なし</span>;
	return (
		<tr data-chosen={chosen || undefined}>
			<td class="cell-choose">
				<label class="choose">
					<input type="checkbox" checked={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.checked)} />
					<span class="vh">{name}を選ぶ</span>
				</label>
			</td>
			<td class="cell-code num">{code}</td>
			<th scope="row">{name}</th>
			<td data-label="校種">
				{kindWords(schoolType, units).map((word, index) => (
					<span key={word} class="nb">
						{index > 0 && '・'}
						{word}
					</span>
				))}
			</td>
			<td data-label="端末" class="num">
				{devices > 0 ? `${countWord(devices)}台` : none}
			</td>
			<td data-label="最終連絡" class="num">
				{lastContactAt ? contactWord(lastContactAt, now) : none}
			</td>
			<td data-label="集計の最終受信" class="num">
				{summaryReceivedAt ? contactWord(summaryReceivedAt, now) : none}
			</td>
			<td data-label="登録コード" class="num">
				{codeExpiresAt ? `未使用（${dateWord(codeExpiresAt)}まで）` : none}
			</td>
		</tr>
	);
}
