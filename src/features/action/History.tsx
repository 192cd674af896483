import { deadlineWord } from '../../domain/plan/deadline.ts';
import type { Continuation, Deadline, Rating } from '../../domain/plan/edition.ts';
import { carriedIn } from '../../domain/record/carried.ts';
import { type HistoryEntry, readHistory } from '../../domain/record/history.ts';
import type { Json } from '../../domain/record/operation.ts';
import type { Status } from '../../domain/record/reading.ts';
import { sharedCaseIn } from '../../domain/record/sharedCase.ts';
import { continuationWord } from '../../domain/report/cells.ts';
import { authorWord } from '../../session/authorWord.ts';
import type { Session } from '../../session/session.ts';
import { dayWord, momentWord, shortened, statusWord } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';

const fieldWord: Record<string, string> = {
	status: '状態',
	reason: '該当なしの理由',
	result: '実績',
	issue: '課題',
	improvement: '改善策',
	nextYear: '次年度',
	ratingMidyear: '中間の評価',
	ratingFinal: '最終の評価',
	deadline: '目安',
	owner: '主担当',
	carried: '昨年度からの引き継ぎ',
	date: '日',
	place: '学年・学級・場',
	memo: 'メモ',
	title: '題名',
	url: 'リンク',
	text: '□の文',
	settled: '対応',
	returns: '扱い',
	shared: '市内での共有',
	continuation: '次年度のあつかい',
	public: '公表',
};

const kindWord: Record<string, string> = {
	occurrence: '実施記録',
	evidence: '根拠資料',
	own: '学校独自の□',
	comment: 'コメント',
};

/** 変更の履歴: who changed what, as posts and devices, newest first. */
export function History({ session, state }: SectionProps) {
	// Read by people beside the times it shows: an import must not put November under April.
	const entries = readHistory(session.record(), state.id, state.carriedFrom).sort((a, b) => b.at.localeCompare(a.at));
	return (
		<section>
			<h2>変更の履歴</h2>
			{entries.length === 0 && <p class="small quiet">まだ変更はありません。</p>}
			<ol class="history">
				{entries.map((entry) => (
					<li key={entry.operations[0]?.id}>
						<span class="num quiet">{momentWord(entry.at)}</span>
						<span>
							<span class="history-who">{entry.operations[0] && authorWord(session, entry.operations[0])}</span>
							<Change session={session} entry={entry} />
						</span>
					</li>
				))}
			</ol>
		</section>
	);
}

function Change({ session, entry }: { session: Session; entry: HistoryEntry }) {
	const thing = kindWord[entry.entity.split('/')[0] ?? ''];
	if (entry.kind === 'added' && isReturn(entry.after)) return <>{`差戻し「${addedWords(entry.after)}」`}</>;
	if (entry.kind === 'added') return <ins>{`${thing}「${addedWords(entry.after)}」を追加`}</ins>;
	if (entry.kind === 'deleted') return <>{thing}を消去</>;
	if (entry.kind === 'revived') return <>{thing}を元に戻す</>;
	const name = `${thing && thing !== '学校独自の□' ? `${thing}の` : ''}${fieldWord[entry.field] ?? entry.field}`;
	return (
		<>
			{name}を {entry.before !== undefined && <del>{valueWords(session, entry.field, entry.before)}</del>}{' '}
			<ins>{valueWords(session, entry.field, entry.after)}</ins> に
			{entry.kind === 'chosen' && '決める（食い違いを解決）'}
		</>
	);
}

const isReturn = (after: Json): boolean => (after as { returns?: Json }).returns === true;

const addedWords = (after: Json): string => {
	const { date, place, memo, title, text } = after as Record<string, string | undefined>;
	return [date && dayWord(date), place, title, shortened(memo ?? text ?? '', 20)].filter(Boolean).join(' ');
};

const valueWords = (session: Session, field: string, value: Json): string => {
	if (field === 'settled') return value === true ? '直しました' : 'まだ';
	if (field === 'public') return value === true ? '公表してよい' : '公表しない';
	if (field === 'shared') return sharedCaseIn(value)?.title ?? '共有しない';
	if (value === null || value === '') return '未入力';
	if (field === 'status') return statusWord[value as Status];
	if (field.startsWith('rating')) return session.ratingWord(value as Rating);
	if (field === 'deadline') return deadlineWord(value as Deadline);
	if (field === 'continuation') return continuationWord[value as Continuation];
	if (field === 'carried') return statusWord[carriedIn(value)?.status ?? 'notStarted'];
	if (field === 'date') return dayWord(String(value));
	return shortened(String(value), 60);
};
