import { ok, type Refusal, type Result, refuse } from '../result.ts';
import { type FieldKind, type Frequency, frequency, number, typedText } from './fields.ts';
import type { RecordFold } from './fold.ts';
import { readField } from './readField.ts';

/** What a school aims at in one scene where the plan leaves it to the school. */
export interface TargetWords {
	readonly frequency: Frequency | null;
	/** Percent of its classes, 0 to 100. */
	readonly rate: number | null;
	readonly words: string;
}

export interface OwnTarget extends TargetWords {
	/** Fields that stand in conflict. */
	readonly conflicts: readonly string[];
}

export const targetEntity = (indicator: string): string => `target/${indicator}`;

/** The school's own target of a scene; undefined where it has none. */
export function readTarget(fold: RecordFold, indicator: string): OwnTarget | undefined {
	const entity = targetEntity(indicator);
	const conflicts: string[] = [];
	const read = <Value>(field: string, kind: FieldKind<Value>): Value => {
		const { value, others } = readField(fold, entity, field, kind);
		if (others.length > 0) conflicts.push(field);
		return value;
	};
	const target = {
		frequency: read('frequency', frequency),
		rate: read('rate', number),
		words: read('words', typedText),
	};
	const nothing = target.frequency === null && target.rate === null && target.words === '' && conflicts.length === 0;
	return nothing ? undefined : { ...target, rate: asPercent(target.rate), conflicts };
}

/** 未測定 is no aim, and a rate outside 0 to 100 is none. */
const asPercent = (rate: number | null): number | null => (rate !== null && rate >= 0 && rate <= 100 ? rate : null);

export interface TargetEntry {
	readonly frequency: Frequency | null;
	/** As typed: 80, ８０%, empty. */
	readonly rate: string;
	readonly words: string;
}

export type TargetRefusal = Refusal<'rate' | 'nothingSaid'>;

/** What a filled-in form says, or the sentence for whoever filled it in. */
export function readTargetEntry(entry: TargetEntry): Result<TargetWords, TargetRefusal> {
	const typed = entry.rate.normalize('NFKC').replace(/[\s%]/g, '');
	const words = entry.words.trim();
	if (typed !== '' && (!/^\d{1,3}(\.\d)?$/.test(typed) || Number(typed) > 100)) {
		return refuse('rate', '学級の率は、0から100までの数字で入れてください。');
	}
	const rate = typed === '' ? null : Number(typed);
	if (entry.frequency === null && rate === null && words === '') {
		return refuse('nothingSaid', '頻度、学級の率、目標の言葉のどれかを入れてください。');
	}
	return ok({ frequency: entry.frequency, rate, words });
}
