import type { ReadonlySignal } from '@preact/signals';
import type { Session } from '../session/session.ts';
import type { SyncStatus } from '../sync/sync.ts';
import { clockWord, recentWord } from '../ui/words.ts';

interface SavingWordsProps {
	session: Session;
	status: ReadonlySignal<SyncStatus>;
}

/** How far what is entered here has come, in the fewest words that are true; leads to the whole of it. */
export function SavingWords({ session, status }: SavingWordsProps) {
	const now = status.value;
	return (
		<a href={now.enrolment ? '/settings#exchange' : '/settings#storage'} class="saving">
			<span class="num">
				{unsavedWords(session) ?? exchangedWords(now, session) ?? <SavedHere session={session} />}
			</span>
		</a>
	);
}

const unsavedWords = (session: Session) => {
	if (session.trouble.value) return '保存できていません';
	return session.pending.value > 0 ? '保存しています' : undefined;
};

function exchangedWords({ enrolment, waiting, refused, arrived }: SyncStatus, session: Session) {
	if (!enrolment?.token) return undefined;
	if (refused.length > 0) return <Saved also={`受け付けられなかった記録 ${refused.length}件`} />;
	if (waiting > 0) return <Saved also={`送信待ち ${waiting}件`} />;
	if (!arrived) return undefined;
	return (
		<>
			<span class="wide-word">保管庫に</span>届きました {recentWord(arrived.at, session.today())}
		</>
	);
}

function Saved({ also }: { also: string }) {
	return (
		<>
			<span class="wide-word">端末に保存しました・</span>
			{also}
		</>
	);
}

function SavedHere({ session }: { session: Session }) {
	const at = session.savedAt.value;
	return (
		<>
			端末に保存<span class="wide-word">しました</span> {at && clockWord(at)}
		</>
	);
}
