import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SchoolRow, SchoolsChanged } from '../../domain/exchange/board.ts';
import type { SchoolList } from '../../files/schoolList.ts';
import type { BoardDevice } from '../BoardPages.tsx';
import type { BoardApi } from '../boardApi.ts';
import { countWord } from '../words.ts';
import { type Comparison, compareSchools } from './compare.ts';
import { ListChanges } from './ListChanges.tsx';
import { ListFaults } from './ListFaults.tsx';
import { ListFormat } from './ListFormat.tsx';
import { ListSource } from './ListSource.tsx';
import './import.css';

interface ImportPageProps {
	api: BoardApi;
	/** The schools registered until now; undefined until they have come. */
	known: readonly SchoolRow[] | undefined;
	trouble: string | undefined;
	save: BoardDevice['save'];
	retry: () => void;
	onRegistered: (changed: SchoolsChanged) => void;
}

/** A list that was read, or the sentence why it could not be. */
type Reading =
	| { readonly name: string; readonly list: SchoolList }
	| { readonly name: string; readonly refusal: string };

/** まとめて登録: a list of schools, read and compared here, stored only when the person has seen what it changes. */
export function ImportPage({ api, known, trouble, save, retry, onRegistered }: ImportPageProps) {
	const { reading, readFile, readText } = useReading();
	const check = useRef<HTMLHeadingElement>(null);
	// What was read stands below the fold of an office PC's screen.
	useEffect(() => {
		if (!reading) return;
		check.current?.scrollIntoView({ block: 'start' });
		check.current?.focus({ preventScroll: true });
	}, [reading]);
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>学校をまとめて登録する</h1>
			</div>
			<p class="quiet">
				学校の一覧を読み込み、変わるところを確かめてから登録します。登録済みの学校が消えることはありません。
			</p>
			<div class="import-parts">
				<section class="band" aria-labelledby="import-read">
					<h2 id="import-read">1　一覧を読み込む</h2>
					<ListSource onFile={(file) => void readFile(file)} onPaste={(text) => void readText('貼り付けた表', text)} />
				</section>
				<section class="band import-format" aria-label="一覧の形">
					<ListFormat save={save} />
				</section>
			</div>
			<section class="band board-gap" aria-labelledby="import-check">
				<h2 id="import-check" class="import-check" tabIndex={-1} ref={check}>
					2　確かめて登録する
				</h2>
				{!reading && <p class="quiet">一覧を読み込むと、ここに登録の前の確認が出ます。</p>}
				{trouble && !known && (
					<p class="problem" role="alert">
						{trouble}
						<button type="button" class="btn btn-line btn-inline" onClick={retry}>
							もう一度読み込む
						</button>
					</p>
				)}
				<Check reading={reading} known={known} api={api} onRegistered={onRegistered} />
			</section>
		</>
	);
}

/** The parser is loaded with the first list; of two lists the one given last counts. */
function useReading() {
	const [reading, setReading] = useState<Reading>();
	const latest = useRef(0);
	const read = async (name: string, work: () => Promise<Reading>) => {
		latest.current += 1;
		const turn = latest.current;
		const result = await work().catch(
			(): Reading => ({
				name,
				refusal: '読み込めませんでした。通信とファイルを確かめ、ページを読み込み直してから、もう一度お試しください。',
			}),
		);
		if (turn === latest.current) setReading(result);
	};
	const listOf = async (name: string, text: string): Promise<Reading> => {
		const { readSchoolList } = await import('../../files/schoolList.ts');
		return { name, list: readSchoolList(text) };
	};
	return {
		reading,
		readText: (name: string, text: string) => read(name, () => listOf(name, text)),
		readFile: (file: File) =>
			read(file.name, async () => {
				const { schoolListText } = await import('../../files/schoolListText.ts');
				const text = schoolListText(new Uint8Array(await file.arrayBuffer()));
				return text.ok ? listOf(file.name, text.value) : { name: file.name, refusal: text.refusal.sentence };
			}),
	};
}

interface CheckProps extends Pick<ImportPageProps, 'api' | 'known' | 'onRegistered'> {
	reading: Reading | undefined;
}

function Check({ reading, known, api, onRegistered }: CheckProps) {
	const list = reading && 'list' in reading ? reading.list : undefined;
	const comparison = useMemo(() => list && known && compareSchools(list.schools, known), [list, known]);
	const faulty = list !== undefined && list.faults.length > 0;
	return (
		<>
			<p role="status" class="import-result num">
				{reading && resultWords(reading, comparison)}
			</p>
			{reading && 'refusal' in reading && <p class="problem board-gap">{reading.refusal}</p>}
			{list?.notices.map((notice) => (
				<p key={notice} class="note">
					{notice}
				</p>
			))}
			{list && faulty && <ListFaults faults={list.faults} />}
			{comparison && !faulty && (
				<>
					<ListChanges comparison={comparison} />
					<Register comparison={comparison} api={api} onRegistered={onRegistered} />
				</>
			)}
		</>
	);
}

function resultWords(reading: Reading, comparison: Comparison | undefined): string {
	if ('refusal' in reading) return `「${reading.name}」を読み込めませんでした。`;
	const { faults } = reading.list;
	if (faults.length > 0) return `「${reading.name}」：直すところが${countWord(faults.length)}件あります。`;
	if (!comparison) return '登録済みの学校と比べています…';
	const count = (kind: string) => countWord(comparison.compared.filter((each) => each.kind === kind).length);
	return `「${reading.name}」：新規 ${count('new')}校・変更 ${count('changed')}校・同じ ${count('same')}校`;
}

function Register({
	comparison,
	api,
	onRegistered,
}: Omit<CheckProps, 'reading' | 'known'> & { comparison: Comparison }) {
	const [sending, setSending] = useState(false);
	const [refusal, setRefusal] = useState<string>();
	const changing = comparison.compared.filter(({ kind }) => kind !== 'same');
	if (changing.length === 0) return <p class="board-gap">登録済みの内容と同じなので、することはありません。</p>;
	const register = async () => {
		if (sending) return;
		setSending(true);
		const answer = await api.register(changing.map(({ school }) => school));
		setSending(false);
		setRefusal(answer.ok ? undefined : answer.refusal.sentence);
		if (answer.ok) onRegistered(answer.value);
	};
	return (
		<div class="action-bar board-gap">
			<div class="action-bar-words">
				<p class="num">
					{countWord(changing.length)}校を登録・変更します。{refusal ? '' : 'まだ何も登録していません。'}
				</p>
				<div role="alert">{refusal && <p class="problem">まだ登録していません。{refusal}</p>}</div>
			</div>
			<button type="button" class="btn btn-go btn-wide" aria-disabled={sending} onClick={() => void register()}>
				{sending ? '登録しています…' : 'この内容で登録する'}
			</button>
		</div>
	);
}
