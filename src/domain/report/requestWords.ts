import type { Phase } from '../record/review/states.ts';
import type { Audience } from './model.ts';

/** What a report is called by the time it is of, and by whom it is for. */
export const phaseWord: Readonly<Record<Phase, string>> = { midyear: '中間', final: '最終' };
export const audienceWord: Readonly<Record<Audience, string>> = { board: '教育委員会報告用', public: '公表用' };
/** A report of △, what changed and 拡充 only. */
export const excerptWord = '抜粋';
