import { useRef, useState } from 'preact/hooks';
import type { ReportSource, SelfEvaluation } from '../../domain/report/model.ts';
import { Refused } from '../../ui/Refused.tsx';
import type { Download } from './downloads.ts';

/** Shorter than this nobody wonders whether anything happens. */
const beforeSaying = 500;

interface DownloadButtonsProps {
	report: SelfEvaluation;
	source: ReportSource;
	downloads: readonly Download[];
	save: (name: string, content: string | Uint8Array<ArrayBuffer>, type: string) => void;
}

/** The report as files, made on this device. */
export function DownloadButtons({ report, source, downloads, save }: DownloadButtonsProps) {
	const [busy, setBusy] = useState<string>();
	const [said, setSaid] = useState<readonly string[]>([]);
	const [failed, setFailed] = useState<string>();
	const timer = useRef(0);
	const make = async ({ key, label, write }: Download) => {
		if (busy) return;
		setBusy(key);
		setFailed(undefined);
		setSaid([]);
		timer.current = window.setTimeout(() => setSaid([`${label}をつくっています`]), beforeSaying);
		try {
			const { name, content, type, notes = [] } = await write(report, source);
			save(name, content, type);
			clearTimeout(timer.current);
			setSaid([`「${name}」を書き出しました。`, ...notes]);
		} catch {
			clearTimeout(timer.current);
			setSaid([]);
			setFailed(
				`${label}のファイルをつくれませんでした。記録はこの端末にそのまま残っています。もう一度お試しください。続くときは、ページを読み込み直してください。`,
			);
		}
		setBusy(undefined);
	};
	return (
		<div class="se-downloads">
			<div class="row">
				{downloads
					.filter(({ publicOnly }) => !publicOnly || report.request.audience === 'public')
					.map((download) => (
						<button
							key={download.key}
							type="button"
							class="btn"
							aria-disabled={busy !== undefined}
							onClick={() => void make(download)}
						>
							{download.label}
						</button>
					))}
			</div>
			<div role="status" class="small">
				{said.map((sentence) => (
					<p key={sentence}>{sentence}</p>
				))}
			</div>
			<Refused told={failed ? { sentence: failed, calm: false } : undefined} />
		</div>
	);
}
