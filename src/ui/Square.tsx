import type { Status } from '../domain/record/reading.ts';
import { statusWord } from './words.ts';

const shapes: Record<Status, string> = {
	notStarted: 'sq-todo',
	inProgress: 'sq-doing',
	achieved: 'sq-done',
	notApplicable: 'sq-na',
};

interface SquareProps {
	status: Status;
	/** 食い違い: a black diamond over the upper right corner. */
	conflict?: boolean | undefined;
	/** 差戻し: a red triangle inside the upper right corner. */
	returned?: boolean | undefined;
	/** 前回から変更: a thin frame around the square (校長確認 only). */
	changed?: boolean | undefined;
	/** 22 px, for keys and tables. */
	small?: boolean;
	/** Read aloud; without it the square is decoration beside words. */
	label?: string;
}

/** One □ of the plan. The symbols it draws with stand once in the page (`SquareSymbols`). */
export function Square({ status, conflict, returned, changed, small, label }: SquareProps) {
	return (
		<svg
			class={small ? 'square square-key' : 'square'}
			viewBox="0 0 36 36"
			role={label ? 'img' : undefined}
			aria-label={label}
			aria-hidden={label ? undefined : 'true'}
		>
			<use href={`#${shapes[status]}`} />
			{returned && <use href="#sq-returned" />}
			{conflict && <use href="#sq-clash" />}
			{changed && <use href="#sq-changed" />}
		</svg>
	);
}

/** 「実施中、差戻し、入力の食い違い」: the square in words. */
export const squareWords = (status: Status, conflict: boolean, returned = false) =>
	[statusWord[status], returned && '差戻し', conflict && '入力の食い違い'].filter(Boolean).join('、');

/** Drawn once per page; every square refers to these. */
export function SquareSymbols() {
	return (
		<svg width="0" height="0" class="vh" aria-hidden="true">
			<defs>
				<symbol id="sq-todo" viewBox="0 0 36 36">
					<rect class="sq-outline" x="1" y="1" width="34" height="34" />
				</symbol>
				<symbol id="sq-doing" viewBox="0 0 36 36">
					<rect class="sq-outline sq-blue" x="1" y="1" width="34" height="34" />
					<rect class="sq-fill" x="2" y="18" width="32" height="16" />
				</symbol>
				<symbol id="sq-done" viewBox="0 0 36 36">
					<rect class="sq-fill sq-blue" x="1" y="1" width="34" height="34" stroke-width="2" />
					<path class="sq-check" d="M9.5 18.5l6 6.5 11.5-14" />
				</symbol>
				<symbol id="sq-na" viewBox="0 0 36 36">
					<rect class="sq-outline sq-grey" x="1" y="1" width="34" height="34" />
					<path class="sq-hatch" d="M2 12L12 2M2 22L22 2M2 32L32 2M12 34L34 12M22 34L34 22" />
				</symbol>
				<symbol id="sq-returned" viewBox="0 0 36 36">
					<path class="sq-returned" d="M16 2h18v18z" />
					<path class="sq-returned-edge" d="M15 1l20 20" />
				</symbol>
				<symbol id="sq-changed" viewBox="0 0 36 36" overflow="visible">
					<path class="sq-changed" d="M-2.5-2.5h41v41h-41z" />
				</symbol>
				<symbol id="sq-clash" viewBox="0 0 36 36" overflow="visible">
					<path class="sq-clash" d="M31 -5l10 10-10 10-10-10z" />
				</symbol>
			</defs>
		</svg>
	);
}
