import type { Frequency, IndicatorSource } from '../../domain/record/fields.ts';
import { classesIn } from '../../domain/record/indicators.ts';
import type { Json } from '../../domain/record/operation.ts';
import { frequencyWord, sourceWord } from '../../domain/record/words.ts';
import { textConflictOf } from '../../session/conflict.ts';
import type { Session } from '../../session/session.ts';
import { ConflictBox, textShown } from '../../ui/ConflictBox.tsx';
import { dayWord } from '../../ui/words.ts';
import { classesWord } from './indicatorWords.ts';

interface FieldConflictsProps {
	session: Session;
	entity: string;
	/** Fields that stand in conflict. */
	fields: readonly string[];
	/** In front of the field's name: 「この記録の」. */
	name: string;
}

const unsaid = '（未入力）';

const shownAs: Record<string, { readonly name: string; readonly shown: (value: Json) => string }> = {
	date: { name: '調べた日', shown: (value) => dayWord(String(value)) },
	frequency: { name: '頻度', shown: (value) => (value ? frequencyWord[value as Frequency] : unsaid) },
	classes: {
		name: '学級の数',
		shown: (value) => {
			const classes = classesIn(value);
			return classes ? classesWord(classes) : unsaid;
		},
	},
	source: { name: '調べ方', shown: (value) => (value ? sourceWord[value as IndicatorSource] : unsaid) },
	rate: { name: '学級の率', shown: (value) => (typeof value === 'number' ? `${value}%` : unsaid) },
	memo: { name: 'メモ', shown: textShown },
	words: { name: '言葉', shown: textShown },
};

/** What was entered apart, field by field, until somebody chooses. */
export function FieldConflicts({ session, entity, fields, name }: FieldConflictsProps) {
	return (
		<>
			{fields.map((field) => (
				<div key={field} class="observation-conflict">
					<ConflictBox
						conflict={textConflictOf(session, entity, field, `${name}${shownAs[field]?.name ?? field}`)}
						shown={(value) => (shownAs[field]?.shown ?? textShown)(value as Json)}
						until="あとから入力されたほう"
						joins={field === 'memo' || field === 'words'}
					/>
				</div>
			))}
		</>
	);
}
