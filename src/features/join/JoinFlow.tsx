import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { readCode } from '../../domain/exchange/code.ts';
import type { CodeMeaning } from '../../domain/exchange/enrolment.ts';
import { type Told, toldOf } from '../../ui/Refused.tsx';
import { CodeEntry } from './CodeEntry.tsx';
import { useCodeInAddress } from './codeInAddress.ts';
import { notACode } from './codeWords.ts';
import { type JoinDeps, notLoaded } from './joinDeps.ts';

interface JoinFlowProps {
	deps: JoinDeps;
	/** The page's own address may carry a code, from a QR code that the camera app has read. */
	atJoin: boolean;
}

/** 学校に登録する, from the code to the record. What follows the code is loaded when there is one. */
export function JoinFlow({ deps, atJoin }: JoinFlowProps) {
	const [busy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<Told>();
	const [next, setNext] = useState<() => ComponentChild>();

	const [returned, setReturned] = useState(false);

	const back = () => {
		setReturned(true);
		setNext(undefined);
	};

	const ask = async (typed: string) => {
		const code = readCode(typed);
		setRefusal(code ? undefined : { sentence: notACode(typed), calm: false });
		if (!code) return;
		setBusy(true);
		const answer = await lookUp(deps, code).catch(() => notLoaded);
		setBusy(false);
		if ('sentence' in answer) return setRefusal(answer);
		const { Confirm, meaning, trial } = answer;
		setNext(() => () => <Confirm deps={deps} code={code} meaning={meaning} trial={trial} onBack={back} />);
	};

	const scan = async () => {
		const loaded = await import('./Scanner.tsx').catch(() => undefined);
		if (!loaded) return setRefusal(notLoaded);
		const { Scanner } = loaded;
		const found = (code: string) => {
			setNext(undefined);
			void ask(code);
		};
		setRefusal(undefined);
		setNext(() => () => <Scanner camera={deps.camera} onCode={found} onLeave={back} />);
	};

	useCodeInAddress((written) => void ask(written), atJoin);

	return next ? (
		next()
	) : (
		<CodeEntry
			onTyped={(typed) => void ask(typed)}
			onScan={() => void scan()}
			busy={busy}
			refusal={refusal}
			returned={returned}
		/>
	);
}

const cannotLookUp =
	'いまはつながらないため、コードを確かめられません。コードは使われていません。つながるところで、もう一度「次へ」をおしてください。';

/** What a code is for, with the page that shows it; what is told where there is no answer. */
const lookUp = async ({ sync, trial }: JoinDeps, code: string) => {
	const answer = await (await sync()).lookUp(code);
	if (!answer.ok) return toldOf(answer.refusal, cannotLookUp);
	const [{ Confirm }, tried] = await Promise.all([import('./Confirm.tsx'), trial()]);
	return { Confirm, meaning: answer.value satisfies CodeMeaning, trial: tried };
};
