import { deadlineWord } from '../../domain/plan/deadline.ts';
import type { Continuation, Deadline, PlanEdition, Rating } from '../../domain/plan/edition.ts';
import { sameJson } from '../../domain/record/canonical.ts';
import type { Json } from '../../domain/record/operation.ts';
import type { Status } from '../../domain/record/reading.ts';
import type { Change } from '../../domain/record/review/changes.ts';
import { continuationWord } from '../../domain/report/cells.ts';
import type { Session } from '../../session/session.ts';
import { dayWord, statusWord } from '../../ui/words.ts';
import type { Item } from './items.ts';

const textNames: Readonly<Record<string, string>> = {
	reason: '該当なしの理由',
	result: '実績の文',
	issue: '課題の文',
	improvement: '改善策の文',
	nextYear: '次年度の文',
};

const ratingNames: Readonly<Record<string, string>> = { ratingMidyear: '中間の評価', ratingFinal: '最終の評価' };

/** What stands in the margin of an item that is not drawn as squares or marks. */
export function marginWord({ changes: [{ kind, field, entity }] }: Item): string {
	switch (kind) {
		case 'status':
			return '状態';
		case 'rating':
			return ratingNames[field] ?? '評価';
		case 'text':
			return textNames[field] ?? '文';
		case 'occurrence':
			return '実施記録';
		case 'evidence':
			return '根拠資料';
		case 'planning':
			return '目安・主担当・次年度';
		case 'own':
			return '学校独自の□';
		case 'figure':
			return figureName(entity);
		default:
			return '';
	}
}

const figureName = (entity: string): string => {
	if (entity.startsWith('indicator/')) return '端末活用';
	if (entity.startsWith('evaluation/')) return '自己評価';
	if (entity.startsWith('target/')) return '自校の目標';
	return entity.startsWith('staff/') ? 'チェックリスト' : '学校の情報';
};

/** 「中間の評価が入りました：◎ 十分」 */
export function ratingWords(session: Session, { field, before, after }: Change): string {
	const name = ratingNames[field] ?? '評価';
	const word = (rating: Json) => session.ratingWord(rating as Rating);
	if (after === null) return `${name}が取り消されました：${word(before)}でした`;
	if (before === null) return `${name}が入りました：${word(after)}`;
	return `${name}：${word(before)}から${word(after)}へ`;
}

/**
 * What is shown is the same, what was entered is not: another value came beside it (`stands`), that was settled, or a
 * person said what the 実施記録 say as well. Never told as a change from one to the other, which did not happen.
 */
export function besideWords(session: Session, change: Change, stands: boolean): string {
	const word = (value: Json) => `「${valueWord(session, change, value)}」`;
	if (sameJson(change.before, change.after)) return `人が${word(change.after)}をえらびました。表示は同じです。`;
	if (stands) return `食い違い：${word(change.after)}も入力されています。決まるまで、表示は前と同じです。`;
	return `食い違いが決まりました：${word(change.after)}です（${word(change.before)}ではありません）`;
}

function valueWord(session: Session, { kind, field }: Change, value: Json): string {
	if (kind === 'planning') return plannedWords(field, value);
	if (value === null || value === '') return kind === 'status' ? '記録にまかせる' : '未入力';
	if (kind === 'status') return statusWord[value as Status];
	return kind === 'rating' ? session.ratingWord(value as Rating) : String(value);
}

/** 「11月14日（金） 5年1組 生成AIの授業」, or the title of a link. */
export function thingWords(value: Json): string {
	const words = (value ?? {}) as Readonly<Record<string, string | undefined>>;
	const { date, place, memo, title, text } = words;
	const published = 'public' in words && '（公表してよい）';
	return [date && dayWord(date), place, memo, title, text, published].filter(Boolean).join('　') || '（空）';
}

/** What a 目安, 主担当 or 次年度 is called. */
export const plannedName = (field: string): string =>
	field === 'deadline' ? '目安' : field === 'continuation' ? '次年度のあつかい' : '主担当';

/** A 目安, 主担当 or 新規・継続・拡充 in words. */
export const plannedWords = (field: string, value: Json): string => {
	if (value === null || value === '') return 'なし';
	if (field === 'continuation') return continuationWord[value as Continuation];
	return field === 'deadline' ? deadlineWord(value as Deadline) : String(value);
};

/** Which figures have changed: the scene, or what they are. */
export function figureWords(edition: PlanEdition, { changes }: Item): string {
	const [kind, id] = changes[0].entity.split('/');
	const scene = edition.indicators.find((indicator) => indicator.id === id);
	if (scene) return `${scene.label} ${scene.text}`;
	if (kind === 'staff') return '教員のICT活用指導力チェックリストの集計';
	if (kind === 'evaluation') return '自己評価書に載せることば（重点目標・改善策・学校関係者評価）';
	return kind === 'school' ? '学校名・校種・学級などの設定' : '端末活用の値';
}

/** The latest change of an item, for who and when. */
export const latestOf = ({ changes }: Item): Change =>
	changes.reduce((latest, each) => ((each.operation?.lamport ?? 0) > (latest.operation?.lamport ?? 0) ? each : latest));
