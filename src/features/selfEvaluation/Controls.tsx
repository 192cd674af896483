import type { Phase } from '../../domain/record/review/states.ts';
import type { Audience, ReportRequest } from '../../domain/report/model.ts';
import { Choice } from '../../ui/Choice.tsx';

interface ControlsProps {
	request: ReportRequest;
	onRequest: (request: ReportRequest) => void;
}

const phases: readonly { value: Phase; content: string }[] = [
	{ value: 'midyear', content: '中間' },
	{ value: 'final', content: '最終' },
];
const audiences: readonly { value: Audience; content: string }[] = [
	{ value: 'public', content: '公表用' },
	{ value: 'board', content: '教育委員会報告用' },
];

/** 時期・あて先・抜粋: which of the year's reports lies below. */
export function Controls({ request, onRequest }: ControlsProps) {
	return (
		<div class="se-controls">
			<div>
				<p class="label" id="se-phase">
					時期
				</p>
				<Choice
					name="se-phase"
					look="segments"
					labelledBy="se-phase"
					chosen={request.phase}
					onChoose={(phase) => onRequest({ ...request, phase })}
					options={phases}
				/>
			</div>
			<div>
				<p class="label" id="se-audience">
					あて先
				</p>
				<Choice
					name="se-audience"
					look="segments"
					labelledBy="se-audience"
					chosen={request.audience}
					onChoose={(audience) => onRequest({ ...request, audience })}
					options={audiences}
				/>
			</div>
			<label class="se-check">
				<input
					type="checkbox"
					checked={request.short}
					onChange={({ currentTarget }) => onRequest({ ...request, short: currentTarget.checked })}
				/>
				抜粋（△、昨年度から変わったもの、拡充だけ）
			</label>
		</div>
	);
}
