import type { ComponentChildren } from 'preact';
import type { Operation } from '../domain/record/operation.ts';
import './conflictBox.css';
import { momentWord, shortened } from './words.ts';

interface Side<Value> {
	readonly value: Value;
	readonly operation: Operation;
	readonly who: string;
}

interface ConflictBoxProps<Value> {
	/** Nothing is drawn without one. */
	conflict:
		| {
				readonly name: string;
				readonly sides: readonly Side<Value>[];
				readonly choose: (side: Side<Value>) => void;
				readonly join: () => void;
		  }
		| undefined;
	shown: (value: Value) => string;
	mark?: (value: Value) => ComponentChildren;
	/** Which of them is shown until somebody chooses. */
	until: string;
	/** Texts may stay both, one under the other. */
	joins?: boolean;
}

/** 食い違い: what was entered apart stands side by side, with equal buttons, until somebody chooses. */
export function ConflictBox<Value>({ conflict, shown, mark, until, joins }: ConflictBoxProps<Value>) {
	if (!conflict) return null;
	const { name, sides, choose, join } = conflict;
	const id = `conflict-${sides[0]?.operation.id}`;
	return (
		<fieldset class="conflict" aria-labelledby={id}>
			<h3 id={id}>{name}が食い違っています。</h3>
			<p class="small">
				つながらないあいだに、別々の端末で入力されました。どちらも残っています。えらぶまでは、{until}を表示します。
			</p>
			<div class="conflict-sides">
				{sides.map((side) => (
					<div key={side.operation.id}>
						<p>
							{mark?.(side.value)}
							<b class="conflict-value">{shown(side.value)}</b>
							<br />
							<span class="small quiet">
								{side.who}
								<br />
								{momentWord(side.operation.at)}
							</span>
						</p>
						<button
							type="button"
							class="btn"
							aria-label={`こちらにする：${shortened(shown(side.value), 40)}`}
							onClick={() => choose(side)}
						>
							こちらにする
						</button>
					</div>
				))}
			</div>
			{joins && (
				<button type="button" class="btn btn-line" onClick={join}>
					両方をつなげて残す
				</button>
			)}
		</fieldset>
	);
}

/** What an empty text is called where it stands beside another. */
export const textShown = (value: unknown): string => (typeof value === 'string' && value ? value : '（空）');
