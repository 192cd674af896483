import { typedText } from '../../domain/record/fields.ts';
import { readField } from '../../domain/record/readField.ts';
import type { Phase } from '../../domain/record/review/states.ts';
import type { ReportPassage } from '../../domain/report/model.ts';
import { textConflictOf } from '../../session/conflict.ts';
import type { Session } from '../../session/session.ts';
import { ConflictBox, textShown } from '../../ui/ConflictBox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import '../../ui/conflictBox.css';

const hints: Record<ReportPassage['key'], string> = {
	focus: '今年度とくに力を入れること。紙面のはじめに載ります。',
	improvement: '全体をふりかえって、次にどうよくするか。紙面の終わりに載ります。',
	stakeholders: '保護者や地域の方の評価と意見。人の名前は書きません。',
};

interface PassagesProps {
	session: Session;
	phase: Phase;
	passages: readonly ReportPassage[];
}

/** 重点目標・改善策・学校関係者評価: typed here, and seen at once on the sheet. */
export function Passages({ session, phase, passages }: PassagesProps) {
	const entity = `evaluation/${phase}`;
	return (
		<>
			{passages.map(({ key, title }) => {
				const { value, seen } = readField(session.record(), entity, key, typedText);
				const id = `se-${key}`;
				return (
					<div key={`${phase} ${key}`} class="se-field">
						<label class="label" for={id}>
							{title}
						</label>
						<div>
							<p class="small quiet" id={`${id}-hint`}>
								{hints[key]}
							</p>
							<TextField
								{...{ id, value, seen }}
								describedBy={`${id}-hint`}
								maxLength={4000}
								onCommit={(text, from) => void session.set(entity, key, text, { seen: from })}
							/>
							<ConflictBox
								conflict={textConflictOf(session, entity, key, title)}
								shown={textShown}
								until="あとから入力されたほう"
								joins
							/>
						</div>
					</div>
				);
			})}
		</>
	);
}
