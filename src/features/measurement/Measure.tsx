import { useEffect, useRef, useState } from 'preact/hooks';
import type { Measurement } from '../../domain/record/measurement.ts';
import { type KeptMeasurement, keepMeasurement } from '../../domain/record/networkMeasurement.ts';
import type { Session } from '../../session/session.ts';
import type { MeasuringStep, Sync } from '../../sync/sync.ts';
import { Refused, type Told, toldOf } from '../../ui/Refused.tsx';
import { Circumstances } from './Circumstances.tsx';
import { Figures } from './Figures.tsx';

interface MeasureProps {
	session: Session;
	sync: () => Promise<Sync>;
	kept: readonly KeptMeasurement[];
}

const stepWords: Record<MeasuringStep | 'begin', string> = {
	begin: '測定の準備をしています。',
	roundTrip: '1／3　返事が戻るまでの時間を測っています。',
	download: '2／3　受け取る速さ（下り）を測っています。',
	upload: '3／3　送る速さ（上り）を測っています。',
};

const withoutConnection =
	'いまは教育委員会の保管庫につながらないため、測れませんでした。何も記録していません。つながる場所で、もう一度測定してください。';

/** One tap measures, another keeps what was measured. */
export function Measure({ session, sync, kept }: MeasureProps) {
	const [place, setPlace] = useState(() => kept.at(-1)?.place ?? '');
	const [devices, setDevices] = useState<number | null>(null);
	const [measured, setMeasured] = useState<Measurement>();
	const running = useRunning(sync);
	const measure = async () => {
		setMeasured(undefined);
		setMeasured(await running.run());
	};
	const keep = async () => {
		if (!measured) return;
		const id = session.mintId();
		const entry = { date: session.today(), place, measured: { ...measured, devices } };
		const done = await session.take({
			words: `${place ? `「${place}」の` : ''}ネットワーク測定を記録しました`,
			edits: (fold) => keepMeasurement(fold, session.edition, id, entry),
		});
		if (done) setMeasured(undefined);
	};
	return (
		<div class="stack measuring">
			<Circumstances kept={kept} place={place} onPlace={setPlace} onDevices={setDevices} />
			<div class="row">
				<button
					type="button"
					class="btn btn-go measuring-go"
					aria-disabled={running.step !== undefined}
					onClick={() => running.step === undefined && void measure()}
				>
					{running.step ? '測定しています' : measured ? 'もう一度測定する' : '測定する'}
				</button>
				{running.step && (
					<button type="button" class="btn" onClick={running.stop}>
						測定をやめる
					</button>
				)}
			</div>
			<p role="status" class={running.step ? 'measuring-step' : 'small quiet'}>
				{running.step ? stepWords[running.step] : measured ? '測定が終わりました。' : '10秒ほどかかります。'}
			</p>
			<Refused told={running.told} />
			{measured && (
				<Outcome
					measured={{ ...measured, devices }}
					place={place}
					onKeep={() => void keep()}
					onLetGo={() => setMeasured(undefined)}
				/>
			)}
		</div>
	);
}

interface OutcomeProps {
	measured: Measurement;
	place: string;
	onKeep: () => void;
	onLetGo: () => void;
}

function Outcome({ measured, place, onKeep, onLetGo }: OutcomeProps) {
	return (
		<>
			<Figures measured={measured} />
			<div class="row">
				<button type="button" class="btn btn-go btn-wide" onClick={onKeep}>
					{place ? `「${place}」として記録する` : '記録する'}
				</button>
				<button type="button" class="btn" onClick={onLetGo}>
					記録しない
				</button>
			</div>
		</>
	);
}

/** A measurement under way: which part of it, the way to end it, and what there is to tell when it did not come to its end. */
function useRunning(sync: () => Promise<Sync>) {
	const [step, setStep] = useState<keyof typeof stepWords>();
	const [told, setTold] = useState<Told>();
	const stopping = useRef<AbortController | undefined>(undefined);
	useEffect(() => () => stopping.current?.abort(), []);
	const run = async (): Promise<Measurement | undefined> => {
		const stop = new AbortController();
		stopping.current = stop;
		setTold(undefined);
		setStep('begin');
		const part = await sync().catch(() => undefined);
		const answer = await part?.measure({ signal: stop.signal, onStep: setStep });
		setStep(undefined);
		if (answer?.ok) return answer.value;
		const calm = answer?.refusal.reason === 'measuringStopped';
		setTold(
			answer
				? { ...toldOf(answer.refusal, withoutConnection), ...(calm && { calm }) }
				: { sentence: withoutConnection, calm: true },
		);
		return undefined;
	};
	return { step, told, run, stop: () => stopping.current?.abort() };
}
