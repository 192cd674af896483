import { useRef, useState } from 'preact/hooks';
import { staffItems, staffLevels } from '../../domain/plan/staffChecklist.ts';
import { answeredOf, type StaffSurvey, setAllCounts } from '../../domain/record/staffSurvey.ts';
import type { Result } from '../../domain/result.ts';
import type { StaffTable } from '../../files/staffTable.ts';
import type { Session } from '../../session/session.ts';

interface PasteProps {
	session: Session;
	survey: StaffSurvey;
}

/** Sixteen rows from a spreadsheet, seen before they are kept. */
export function Paste({ session, survey }: PasteProps) {
	const field = useRef<HTMLTextAreaElement>(null);
	const [read, setRead] = useState<Result<StaffTable>>();
	const look = async () => {
		const { readStaffTable } = await import('../../files/staffTable.ts');
		setRead(readStaffTable(field.current?.value ?? ''));
	};
	const keep = async (table: StaffTable) => {
		const done = await session.take({
			words: 'チェックリストの人数を表から記録しました',
			edits: (fold) => setAllCounts(fold, table),
		});
		if (!done) return;
		setRead(undefined);
		if (field.current) field.current.value = '';
	};
	return (
		<details class="unfolding survey-paste">
			<summary>表計算ソフトの16行×4列を貼り付ける</summary>
			<div class="survey-stack">
				<label>
					<span class="small">
						A-1からD-4までの順に、「{staffLevels.join('・')}
						」の人数を4列で。見出しや項目の文が付いたままでも読み取れます。
					</span>
					<textarea class="field" ref={field} rows={4} onInput={() => setRead(undefined)} />
				</label>
				<div>
					<button type="button" class="btn" onClick={() => void look()}>
						読み取る
					</button>
				</div>
				<p role="alert" class={read && !read.ok ? 'problem' : undefined}>
					{read && !read.ok && read.refusal.sentence}
				</p>
				{read?.ok && <Preview survey={survey} table={read.value} onKeep={() => void keep(read.value)} />}
			</div>
		</details>
	);
}

/** What would be kept, and which of it stands there otherwise now. */
function Preview({ survey, table, onKeep }: { survey: StaffSurvey; table: StaffTable; onKeep: () => void }) {
	const isChanged = (index: number) => {
		const [now, next] = [survey.entries[index]?.counts, table[index]];
		return Boolean(now && next && String(now) !== String(next));
	};
	const changed = table.filter((_, index) => isChanged(index)).length;
	return (
		<>
			<table class="survey-preview num">
				<caption class="small">まだ記録していません。確かめてから記録してください。</caption>
				<thead>
					<tr>
						<th scope="col">項目</th>
						{staffLevels.map((level) => (
							<th key={level} scope="col">
								{level}
							</th>
						))}
						<th scope="col">答えた人</th>
					</tr>
				</thead>
				<tbody>
					{staffItems.map(({ id, label }, index) => {
						const counts = table[index];
						return (
							<tr key={id}>
								<th scope="row">
									{label}
									{isChanged(index) && <span class="small">（変わります）</span>}
								</th>
								{counts ? (
									counts.map((count, level) => <td key={staffLevels[level]}>{count}</td>)
								) : (
									<td colSpan={4}>空（今のまま）</td>
								)}
								<td>{counts ? answeredOf(counts) : ''}</td>
							</tr>
						);
					})}
				</tbody>
			</table>
			{changed > 0 && <p class="small">すでに入力されている{changed}項目の人数が変わります。</p>}
			<div>
				<button type="button" class="btn btn-go" onClick={onKeep}>
					この人数で記録する
				</button>
			</div>
		</>
	);
}
