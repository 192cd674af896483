import { useMemo, useState } from 'preact/hooks';
import type { CodesAnswer, SchoolsAnswer } from '../../domain/exchange/board.ts';
import { momentWord } from '../../ui/words.ts';
import type { BoardDevice } from '../BoardPages.tsx';
import type { BoardApi, SchoolStanding } from '../boardApi.ts';
import { ListFormat } from '../import/ListFormat.tsx';
import { Trouble } from '../Trouble.tsx';
import { usePortion } from '../usePortion.tsx';
import { countWord } from '../words.ts';
import { CodeBar } from './CodeBar.tsx';
import { SchoolsTable } from './SchoolsTable.tsx';
import { SchoolTools } from './SchoolTools.tsx';
import { type SchoolFilter, showAll, shownSchools } from './schoolFilter.ts';
import './schools.css';

interface SchoolsPageProps {
	api: BoardApi;
	/** Undefined until it has come. */
	answer: SchoolsAnswer | undefined;
	trouble: string | undefined;
	/** What was just done. */
	done: string | undefined;
	save: BoardDevice['save'];
	onRenew: () => void;
	onIssued: (answer: CodesAnswer) => void;
}

/** 学校: who is registered, with how many devices, when last heard of. */
export function SchoolsPage({ api, answer, trouble, done, save, onRenew, onIssued }: SchoolsPageProps) {
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>学校</h1>
				{answer && answer.schools.length > 0 && <Counts answer={answer} onRenew={onRenew} />}
			</div>
			<div role="status">{done && <p class="done">{done}</p>}</div>
			<Trouble sentence={trouble} retry={onRenew} />
			{!answer && !trouble && <p class="quiet">読み込んでいます…</p>}
			{answer?.schools.length === 0 && <NoSchools save={save} />}
			{answer && answer.schools.length > 0 && <SchoolList api={api} answer={answer} onIssued={onIssued} />}
		</>
	);
}

function Counts({ answer: { schools, now }, onRenew }: { answer: SchoolsAnswer; onRenew: () => void }) {
	const enrolled = schools.filter(({ devices }) => devices > 0).length;
	return (
		<p class="num">
			{countWord(schools.length)}校のうち <b>{countWord(enrolled)}校</b>に端末の登録があります
			<span class="small quiet counts-at">
				{momentWord(now)} 現在
				<button type="button" class="btn btn-line btn-inline" onClick={onRenew}>
					最新にする
				</button>
			</span>
		</p>
	);
}

function SchoolList({ api, answer, onIssued }: Pick<SchoolsPageProps, 'api' | 'onIssued'> & { answer: SchoolsAnswer }) {
	const { schools, now } = answer;
	const [filter, setFilter] = useState<SchoolFilter>(showAll);
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const shown = useMemo(() => shownSchools(schools, filter), [schools, filter]);
	const { rows, more } = usePortion(shown);
	const chosenSchools = schools.filter(({ code }) => chosen.has(code));
	const change = (next: Partial<SchoolFilter>) => setFilter((before) => ({ ...before, ...next }));
	const choose = (codes: readonly string[], isChosen: boolean) =>
		setChosen((before) => {
			const next = new Set(before);
			for (const code of codes) isChosen ? next.add(code) : next.delete(code);
			return next;
		});
	return (
		<>
			<SchoolTools schools={schools} filter={filter} shown={shown.length} onChange={change} />
			{shown.length > 0 ? (
				<SchoolsTable
					schools={rows}
					now={now}
					order={filter.order}
					onOrder={(order) => change({ order })}
					chosen={chosen}
					onChoose={choose}
				/>
			) : (
				<NothingShown filter={filter} onChange={change} />
			)}
			{more}
			<CodeBar
				api={api}
				schools={schools}
				chosen={chosenSchools}
				hidden={hiddenCount(chosenSchools, shown)}
				onChoose={choose}
				onIssued={onIssued}
			/>
		</>
	);
}

const hiddenCount = (chosen: readonly SchoolStanding[], shown: readonly SchoolStanding[]): number => {
	const visible = new Set(shown.map(({ code }) => code));
	return chosen.filter(({ code }) => !visible.has(code)).length;
};

interface NothingShownProps {
	filter: SchoolFilter;
	onChange: (change: Partial<SchoolFilter>) => void;
}

function NothingShown({ filter, onChange }: NothingShownProps) {
	return (
		<p class="nothing-shown">
			{filter.query ? `「${filter.query}」にあてはまる学校はありません。` : 'あてはまる学校はありません。'}
			{filter.show !== 'all' && (
				<button type="button" class="btn btn-line btn-inline" onClick={() => onChange({ show: 'all' })}>
					すべての学校からさがす
				</button>
			)}
		</p>
	);
}

function NoSchools({ save }: Pick<SchoolsPageProps, 'save'>) {
	return (
		<section class="band board-gap" aria-labelledby="no-schools">
			<h2 id="no-schools">まず、学校を登録します</h2>
			<p class="quiet">
				学校の一覧（CSV）を読み込むと、学校ごとに端末の登録コードをつくれるようになります。Excelの表をそのまま貼り付けることもできます。
			</p>
			<ListFormat save={save} />
			<a class="btn btn-go btn-wide" href="/board/import">
				学校をまとめて登録する
			</a>
		</section>
	);
}
