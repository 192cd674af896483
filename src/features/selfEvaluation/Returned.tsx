import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReportSource } from '../../domain/report/model.ts';
import type {
	ReturnedDifference,
	ReturnedRefusal,
	ReturnedReport,
	ReturnedSheets,
} from '../../domain/report/returned.ts';
import type { Result } from '../../domain/result.ts';
import { acceptedWords, isAccepted } from '../../session/accepted.ts';
import type { Session } from '../../session/session.ts';
import { FileChoice } from '../../ui/FileChoice.tsx';
import { ReadOnly } from '../../ui/ReadOnly.tsx';
import './returned.css';
import { ReturnedDifferences } from './ReturnedDifferences.tsx';

interface ReturnedProps {
	session: Session;
}

/** The rules that read a file come with it, when one is chosen. */
interface Opened {
	readonly name: string;
	readonly read: (source: ReportSource) => Result<ReturnedReport, ReturnedRefusal>;
	readonly record: (session: Session, chosen: readonly ReturnedDifference[]) => Promise<boolean>;
}

type Reading = Opened | { readonly refusal: string };

/** 返ってきたExcelを読み込む: what a returned workbook says otherwise is shown beside the record, chosen, then recorded. */
export function Returned({ session }: ReturnedProps) {
	const [reading, setReading] = useState<Reading>();
	const [busy, setBusy] = useState(false);
	const [recorded, setRecorded] = useState(0);
	const result = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (reading) result.current?.focus();
	}, [reading]);
	const choose = async (file: File) => {
		setBusy(true);
		setRecorded(0);
		setReading(await openFile(file).catch(() => ({ refusal: notOpened })));
		setBusy(false);
	};
	return (
		<section class="returned" aria-labelledby="returned-title">
			<h2 id="returned-title">返ってきたExcelを読み込む</h2>
			<p class="quiet returned-lead">
				「データ」シートの色のついた列（実績・課題・改善策・次年度・評価）に書きこまれたことを、今の記録と並べて見られます。えらんだものだけを記録します。「印刷用」シートは読み込みません。ファイルはこの端末の外に出ません。
			</p>
			<ReadOnly closed={session.closed.value} why="この年度は閉じています。読み込むには、年度を開き直してください。">
				<FileChoice
					words="Excelファイルを選ぶ"
					accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
					look="plain"
					onFile={choose}
				/>
				<div ref={result} tabIndex={-1} class="returned-result" role="status">
					{busy && <p class="note">読んでいます…</p>}
					{!busy && reading && 'refusal' in reading && <p class="problem">{reading.refusal}</p>}
					{recorded > 0 && <p class="note num">{recorded}か所を記録しました。下の表示から、もとに戻せます。</p>}
				</div>
				{!busy && reading && 'read' in reading && (
					<Read
						key={reading.name}
						session={session}
						opened={reading}
						onRecorded={(count) => {
							setRecorded(count);
							result.current?.focus();
						}}
					/>
				)}
			</ReadOnly>
		</section>
	);
}

interface ReadProps {
	session: Session;
	opened: Opened;
	onRecorded: (count: number) => void;
}

/** The file against the record as it stands now: what arrives meanwhile from elsewhere is seen before it is decided on. */
function Read({ session, opened, onRecorded }: ReadProps) {
	// Follows every change of the record.
	session.version.value;
	const source = sourceOf(session);
	if (!source) return null;
	const read = opened.read(source);
	if (!read.ok) return <p class="problem">{read.refusal.sentence}</p>;
	const { differences } = read.value;
	const shut = rounds.filter(
		({ field, phase }) => differences.some((each) => each.field === field) && isAccepted(session, phase),
	);
	const open = differences.filter((each) => !shut.some(({ field }) => field === each.field));
	return (
		<>
			{shut.length > 0 && (
				<p class="note num">
					評価{differences.length - open.length}か所は読み込みません。{acceptedWords(shut.map(({ name }) => name))}
				</p>
			)}
			{(open.length > 0 || shut.length === 0) && (
				<ReturnedDifferences
					name={opened.name}
					report={{ ...read.value, differences: open }}
					scale={session.edition.ratingScale}
					onRecord={async (chosen) => {
						if (await opened.record(session, chosen)) onRecorded(chosen.length);
					}}
				/>
			)}
		</>
	);
}

const rounds = [
	{ field: 'ratingMidyear', phase: 'midyear', name: '中間' },
	{ field: 'ratingFinal', phase: 'final', name: '最終' },
] as const;

function sourceOf(session: Session): ReportSource | undefined {
	const { edition, fiscalYear, profile } = session;
	if (!session.ready.value || !profile.value) return undefined;
	return { edition, fiscalYear, profile: profile.value, fold: session.record(), today: session.today() };
}

/** What reads a file could not be loaded, or the file is gone from where it lay. */
const notOpened =
	'ファイルを開けませんでした。記録は変わっていません。もう一度選んでください。続くときは、ページを読み込み直してください。';

async function openFile(file: File): Promise<Reading> {
	const [{ readWorkbook }, { readReturned, returnedEdits }] = await Promise.all([
		import('../../files/excel/readWorkbook.ts'),
		import('../../domain/report/returned.ts'),
	]);
	const sheets: Result<ReturnedSheets> = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
	if (!sheets.ok) return { refusal: sheets.refusal.sentence };
	return {
		name: file.name,
		read: (source) => readReturned(sheets.value, source),
		record: (session, chosen) =>
			session.take({
				words: `返ってきたExcelから${chosen.length}か所を記録しました`,
				edits: () => returnedEdits(chosen),
			}),
	};
}
