import { useState } from 'preact/hooks';
import type { RatingScale } from '../../domain/plan/edition.ts';
import type { ReturnedDifference, ReturnedReport } from '../../domain/report/returned.ts';
import { dayWord } from '../../ui/words.ts';

interface ReturnedDifferencesProps {
	name: string;
	report: ReturnedReport;
	/** The edition's words for ◎○△. */
	scale: RatingScale;
	onRecord: (chosen: readonly ReturnedDifference[]) => Promise<void>;
}

/** Remembers a choice by the cell and by what both sides say: where either changes, it is to be chosen anew. */
const nameOf = ({ entity, field, current, returned }: ReturnedDifference): string =>
	JSON.stringify([entity, field, current, returned]);

/** What differs, side by side. Nothing is chosen until the person chooses, and nothing is written until they say so. */
export function ReturnedDifferences({ name, report, scale, onRecord }: ReturnedDifferencesProps) {
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const { differences } = report;
	const wanted = differences.filter((each) => chosen.has(nameOf(each)));
	const toggle = (each: ReturnedDifference) => {
		const next = new Set(chosen);
		if (!next.delete(nameOf(each))) next.add(nameOf(each));
		setChosen(next);
	};
	return (
		<>
			<Found name={name} report={report} />
			{differences.length > 0 && (
				<>
					<p class="row">
						<button type="button" class="btn" onClick={() => setChosen(new Set(differences.map(nameOf)))}>
							すべて選ぶ
						</button>
						<button type="button" class="btn" disabled={wanted.length === 0} onClick={() => setChosen(new Set())}>
							選ぶのをやめる
						</button>
					</p>
					<ul class="returned-list">
						{differences.map((each) => (
							<Difference
								key={`${each.entity} ${each.field}`}
								difference={each}
								scale={scale}
								chosen={chosen.has(nameOf(each))}
								onToggle={() => toggle(each)}
							/>
						))}
					</ul>
					<p class="row">
						<button
							type="button"
							class="btn btn-go btn-wide"
							disabled={wanted.length === 0}
							onClick={() => void onRecord(wanted)}
						>
							選んだものを記録する
						</button>
						<span class="small quiet num">
							{differences.length}か所のうち {wanted.length}か所を選んでいます。まだ記録していません。
						</span>
					</p>
				</>
			)}
		</>
	);
}

function Found({
	name,
	report: { differences, made, phase, changedSince, gone },
}: Pick<ReturnedDifferencesProps, 'name' | 'report'>) {
	return (
		<>
			<h3 class="num">
				「{name}」{made && `（${dayWord(made)}に作成・${phase}）`}：今の記録と違うところ {differences.length}か所
			</h3>
			{differences.length === 0 && <p class="note">今の記録と同じなので、することはありません。</p>}
			{changedSince && differences.length > 0 && (
				<p class="note">
					このファイルを作ったあとに、記録が変わっています。今の記録のほうが新しいところもあります。左右を見くらべてえらんでください。
				</p>
			)}
			{gone > 0 && <p class="small">学校独自の取組のうち{gone}件は、今の記録にないので読み込みません。</p>}
		</>
	);
}

/** A mark with its word, what is empty by name, a text as it is. */
function shown(words: string, scale: RatingScale): string {
	const step = scale.steps.find(({ mark }) => mark === words);
	return step ? `${step.mark} ${step.word}` : words || '（空）';
}

interface DifferenceProps {
	difference: ReturnedDifference;
	scale: RatingScale;
	chosen: boolean;
	onToggle: () => void;
}

function Difference({ difference, scale, chosen, onToggle }: DifferenceProps) {
	const { entity, field, label, measure, action, current, returned, disputed } = difference;
	const id = `returned-${entity}-${field}`.replace(/[^\w-]/g, '-');
	return (
		<li class="returned-item">
			<p class="returned-place" id={`${id}-place`}>
				<span class="small">{measure}</span>
				<span class={entity.startsWith('own/') ? '' : 'plan'}>{action}</span>
			</p>
			<h4 id={id}>{label}</h4>
			<dl class="returned-sides">
				<div>
					<dt>今の記録</dt>
					<dd>{shown(current, scale)}</dd>
				</div>
				<div>
					<dt>返ってきたExcel</dt>
					<dd>{shown(returned, scale)}</dd>
				</div>
			</dl>
			{disputed && (
				<p class="small">この欄は、今の記録で食い違っています。記録すると、どちらもExcelのものに置きかわります。</p>
			)}
			<label class="returned-choice">
				<input type="checkbox" checked={chosen} aria-describedby={`${id} ${id}-place`} onChange={onToggle} />
				Excelのほうを記録する
			</label>
		</li>
	);
}
