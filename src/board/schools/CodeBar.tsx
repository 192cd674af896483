import { useState } from 'preact/hooks';
import type { CodesAnswer } from '../../domain/exchange/board.ts';
import type { BoardApi, SchoolStanding } from '../boardApi.ts';
import { countWord } from '../words.ts';

interface CodeBarProps {
	api: BoardApi;
	schools: readonly SchoolStanding[];
	chosen: readonly SchoolStanding[];
	/** Of the chosen ones, how many the filter hides. */
	hidden: number;
	onChoose: (codes: readonly string[], chosen: boolean) => void;
	onIssued: (answer: CodesAnswer) => void;
}

/** What is chosen, what making codes for it means, and the button that does it. */
export function CodeBar({ api, schools, chosen, hidden, onChoose, onIssued }: CodeBarProps) {
	const [making, setMaking] = useState(false);
	const [refusal, setRefusal] = useState<string>();
	const without = schools.filter(({ devices }) => devices === 0);
	const make = async () => {
		if (making) return;
		setMaking(true);
		const answer = await api.makeCodes(chosen.map(({ code }) => code));
		setMaking(false);
		setRefusal(answer.ok ? undefined : answer.refusal.sentence);
		if (answer.ok) onIssued(answer.value);
	};
	return (
		<section class="action-bar" aria-label="登録コード">
			<div class="action-bar-words">
				<p role="status">
					{chosen.length > 0 ? (
						<>
							<b class="num">{countWord(chosen.length)}校</b>を選びました
							{hidden > 0 && `（うち${countWord(hidden)}校は、いま表示していません）`}
						</>
					) : (
						'登録コードをつくる学校を選んでください。'
					)}
				</p>
				<Consequences chosen={chosen} onChoose={onChoose} />
				<div role="alert">{refusal && <p class="problem">{refusal}</p>}</div>
			</div>
			<div class="row">
				{chosen.length > 0 ? (
					<>
						<button type="button" class="btn btn-line" onClick={() => onChoose(codesOf(chosen), false)}>
							選択を外す
						</button>
						<button type="button" class="btn btn-go" aria-disabled={making} onClick={() => void make()}>
							{making ? 'つくっています…' : '登録コードをつくる'}
						</button>
					</>
				) : (
					without.length > 0 && (
						<button type="button" class="btn" onClick={() => onChoose(codesOf(without), true)}>
							端末のない学校をすべて選ぶ（{countWord(without.length)}校）
						</button>
					)
				)}
			</div>
		</section>
	);
}

const codesOf = (schools: readonly SchoolStanding[]) => schools.map(({ code }) => code);

/** What a person would want to know before, not after. */
function Consequences({ chosen, onChoose }: Pick<CodeBarProps, 'chosen' | 'onChoose'>) {
	const open = chosen.filter(({ codeExpiresAt }) => codeExpiresAt !== null);
	const enrolled = chosen.filter(({ devices }) => devices > 0);
	return (
		<>
			{open.length > 0 && (
				<p class="small">
					{countWord(open.length)}
					校には、まだ使われていないコードがあります。新しくつくると、前に配ったコードは使えなくなります。
					<button type="button" class="btn btn-line btn-inline" onClick={() => onChoose(codesOf(open), false)}>
						その{countWord(open.length)}校を外す
					</button>
				</p>
			)}
			{enrolled.length > 0 && (
				<p class="small">
					{countWord(enrolled.length)}
					校には、登録済みの端末があります。2台目からは学校の端末で招待できるので、コードが要るのは、登録済みの端末がどれも使えなくなったときです。
				</p>
			)}
		</>
	);
}
