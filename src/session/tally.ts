import { useComputed } from '@preact/signals';
import { progressOf } from '../domain/record/progress.ts';
import type { Progress } from '../domain/record/reading.ts';
import type { Session } from './session.ts';

/** Counts of the given □, following every change. */
export const tallyOf = (session: Session, ids: readonly string[]): Progress =>
	progressOf(ids.map((id) => session.row(id).value.status));

/** As a hook: the component renders again only when a count changes. For □ that stay the same: `ids` is read once. */
export const useTally = (session: Session, ids: readonly string[]): Progress =>
	JSON.parse(useComputed(() => JSON.stringify(tallyOf(session, ids))).value) as Progress;

/** 「17のうち 8 達成」. */
export const tallyWords = ({ applicable, achieved }: Progress): string => `${applicable}のうち ${achieved} 達成`;
