import { useState } from 'preact/hooks';
import type { Session } from '../../session/session.ts';
import type { RecordStore } from '../../store/recordStore.ts';
import { backupFiles, FileChoice } from '../../ui/FileChoice.tsx';
import { momentWord } from '../../ui/words.ts';
import { restoreBackup } from './restoreBackup.ts';
import { takeBackup } from './takeBackup.ts';

export interface BackupDeps {
	digest: (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;
	now: () => number;
	appVersion: string;
	save: (name: string, text: string) => void;
}

interface BackupProps {
	session: Session;
	store: () => Promise<RecordStore>;
	deps: BackupDeps;
}

/** バックアップ: the same operations as a file, out and in again; taking one in adds and never overwrites. */
export function Backup({ session, store, deps }: BackupProps) {
	const [answer, setAnswer] = useState<{ words: string; refused: boolean }>();
	const write = async () => {
		const taken = await takeBackup(await store(), session.profile.peek()?.name, deps, session.today());
		if (taken.ok) deps.save(taken.value.name, taken.value.text);
		setAnswer(
			taken.ok
				? { words: `「${taken.value.name}」を書き出しました。安全な場所に置いてください。`, refused: false }
				: { words: taken.refusal.sentence, refused: true },
		);
	};
	const read = async (file: File) => {
		const restored = await restoreBackup(session, deps, await file.text(), await store());
		setAnswer(
			restored.ok
				? {
						words: `${momentWord(restored.value.at)}のバックアップから${restored.value.added}件を取り込みました（${restored.value.known}件は、もうありました）。`,
						refused: false,
					}
				: { words: restored.refusal.sentence, refused: true },
		);
	};
	return (
		<section id="backup">
			<h2>バックアップ</h2>
			<div class="stack">
				<p class="small quiet">
					記録をまるごとファイルにします。別の端末でも読み込めます。読み込みは足すだけで、今ある記録は消えません。同じところに別の入力があれば、食い違いとして両方残ります。
				</p>
				<div class="row">
					<button type="button" class="btn btn-go" onClick={() => void write()}>
						バックアップを書き出す
					</button>
					<FileChoice words="バックアップを読み込む" accept={backupFiles} look="plain" onFile={read} />
				</div>
				<p role="status" class={answer?.refused ? 'problem' : undefined}>
					{answer?.words}
				</p>
			</div>
		</section>
	);
}
