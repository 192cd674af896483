import { useEffect, useRef, useState } from 'preact/hooks';
import { type LoggedObservation, recordLogged } from '../../domain/record/loggedObservations.ts';
import type { DeviceLog } from '../../files/deviceLog.ts';
import type { Session } from '../../session/session.ts';
import { FileChoice, tableFiles } from '../../ui/FileChoice.tsx';
import { DeviceLogFormat } from './DeviceLogFormat.tsx';
import { DeviceLogPreview } from './DeviceLogPreview.tsx';

interface DeviceLogImportProps {
	session: Session;
	save: (name: string, text: string, type: string) => void;
	onDone: () => void;
}

/** A summary that was read, or the sentence why it was not. A refused file leaves nothing but that sentence. */
type Reading =
	| { readonly name: string; readonly log: DeviceLog }
	| { readonly refusal: string }
	| { readonly recorded: number };

/** 端末管理ログの集計を取り込む: read, shown, and recorded only when the person has seen what it says. */
export function DeviceLogImport({ session, save, onDone }: DeviceLogImportProps) {
	const [reading, setReading] = useState<Reading>();
	const result = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (reading) result.current?.focus();
	}, [reading]);
	const read = async (file: File) => setReading(await readFile(file, session));
	const record = async (observations: readonly LoggedObservation[], changing: number) => {
		const ids = observations.map(() => session.mintId());
		const written = await session.take({
			words: `端末管理ログの集計から${changing}件を記録しました`,
			edits: (fold) => recordLogged(fold, observations, ids),
		});
		if (written) setReading({ recorded: changing });
	};
	return (
		<div class="log-steps">
			<DeviceLogFormat session={session} save={save} />
			<div class="row">
				<FileChoice words="CSVファイルを選ぶ" accept={tableFiles} look="go" onFile={read} />
				<button type="button" class="btn" onClick={onDone}>
					閉じる
				</button>
			</div>
			<div ref={result} tabIndex={-1} class="log-result" role="status">
				{reading && 'refusal' in reading && <p class="problem">{reading.refusal}</p>}
				{reading && 'recorded' in reading && (
					<p class="note">{reading.recorded}件を記録しました。上の図に出ています。</p>
				)}
				{reading && 'log' in reading && (
					<DeviceLogPreview session={session} name={reading.name} log={reading.log} onRecord={record} />
				)}
			</div>
		</div>
	);
}

async function readFile(file: File, session: Session): Promise<Reading> {
	const [{ tableText }, { readDeviceLog }] = await Promise.all([
		import('../../files/tableText.ts'),
		import('../../files/deviceLog.ts'),
	]);
	const text = tableText(new Uint8Array(await file.arrayBuffer()), {
		workbook: 'Excelで「名前を付けて保存」から「CSV UTF-8」を選んで保存し直してください。',
		tooLarge: '学級ごと・学年ごとに数えた集計だけのファイルを選んでください。',
	});
	if (!text.ok) return { refusal: text.refusal.sentence };
	const { edition, fiscalYear } = session;
	const log = readDeviceLog(text.value, { indicators: edition.indicators, fiscalYear, today: session.today() });
	return log.ok ? { name: file.name, log: log.value } : { refusal: log.refusal.sentence };
}
