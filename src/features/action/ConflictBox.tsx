import type { ComponentChildren } from 'preact';
import { chooseHead } from '../../domain/record/edits.ts';
import type { Operation } from '../../domain/record/operation.ts';
import type { Reading } from '../../domain/record/reading.ts';
import type { Session } from '../../session/session.ts';
import { momentWord } from '../../ui/words.ts';
import { authorWord } from './authorWord.ts';

interface ConflictBoxProps<Value> {
	session: Session;
	entity: string;
	field: string;
	/** 「中間の評価」 */
	name: string;
	reading: Reading<Value>;
	shown: (value: Value) => string;
	mark?: (value: Value) => ComponentChildren;
	/** Which of them is shown until somebody chooses. */
	rule: string;
	/** For texts: both can stay, one after the other. */
	join?: (values: readonly Value[]) => string;
}

/** 食い違い: what was entered apart stands side by side, with equal buttons, until somebody chooses. */
export function ConflictBox<Value>(props: ConflictBoxProps<Value>) {
	const { session, entity, field, name, reading, shown, mark, rule, join } = props;
	if (reading.others.length === 0 || !reading.operation) return null;
	const sides = [{ value: reading.value, operation: reading.operation }, ...reading.others];
	const id = `conflict-${field}-${entity.replaceAll('/', '-')}`;
	const settle = (operation: Operation) =>
		void session.take({
			words: `${name}の食い違いを直しました`,
			edits: (fold) => chooseHead(fold, entity, field, operation),
		});
	return (
		<fieldset class="conflict" aria-labelledby={id}>
			<h3 id={id}>{name}が食い違っています。</h3>
			<p class="small">つながらないあいだに、別々の端末で入力されました。どちらも残っています。{rule}</p>
			<div class="conflict-sides">
				{sides.map(({ value, operation }) => (
					<div key={operation.id}>
						<p>
							{mark?.(value)}
							<b class="conflict-value">{shown(value)}</b>
							<br />
							<span class="small quiet">
								{authorWord(session, operation)}
								<br />
								{momentWord(operation.at)}
							</span>
						</p>
						<button
							type="button"
							class="btn"
							aria-label={`「${shown(value)}」にする`}
							onClick={() => settle(operation)}
						>
							こちらにする
						</button>
					</div>
				))}
			</div>
			{join && (
				<button
					type="button"
					class="btn btn-line"
					onClick={() =>
						void session.set(entity, field, join(sides.map(({ value }) => value)), {
							words: `${name}を両方つなげました`,
							seen: reading.seen,
						})
					}
				>
					両方をつなげて残す
				</button>
			)}
		</fieldset>
	);
}
