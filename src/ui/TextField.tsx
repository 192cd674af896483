import { useEffect, useRef } from 'preact/hooks';

const idleBeforeSaving = 2000;

interface TextFieldProps {
	id: string;
	value: string;
	/** Ids of the heads behind `value`; handed back as they were when the typing began. */
	seen: readonly string[];
	onCommit: (text: string, seen: readonly string[]) => void;
	label?: string;
	labelledBy?: string;
	describedBy?: string;
	placeholder?: string;
	maxLength?: number;
	list?: string;
	/** One line instead of a text that grows. */
	singleLine?: boolean;
}

/**
 * A text that saves itself: on leaving, two seconds after the last keystroke, and when the page hides; never while an
 * IME is composing. Uncontrolled, because rewriting `value` under a composition breaks Japanese input.
 */
export function TextField({ value, seen, onCommit, singleLine, ...field }: TextFieldProps) {
	const element = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
	const typing = useRef<{ seen: readonly string[]; composing: boolean; timer: number } | undefined>(undefined);
	const latest = useRef({ value, seen, onCommit });
	latest.current = { value, seen, onCommit };

	const commit = () => {
		const now = typing.current;
		const text = element.current?.value;
		if (!now || now.composing || text === undefined) return;
		clearTimeout(now.timer);
		typing.current = undefined;
		if (text !== latest.current.value) latest.current.onCommit(text, now.seen);
	};

	const onInput = () => {
		typing.current ??= { seen: latest.current.seen, composing: false, timer: 0 };
		const now = typing.current;
		clearTimeout(now.timer);
		now.timer = window.setTimeout(commit, idleBeforeSaving);
	};

	const compose = (composing: boolean) => {
		onInput();
		if (typing.current) typing.current.composing = composing;
	};

	useEffect(() => {
		const target = element.current;
		if (target && !typing.current && target.value !== value) target.value = value;
	}, [value]);

	useEffect(() => {
		const hide = () => document.visibilityState === 'hidden' && commit();
		document.addEventListener('visibilitychange', hide);
		window.addEventListener('pagehide', commit);
		return () => {
			document.removeEventListener('visibilitychange', hide);
			window.removeEventListener('pagehide', commit);
			commit();
		};
	}, []);

	const shared = {
		...field,
		label: undefined,
		labelledBy: undefined,
		describedBy: undefined,
		ref: element,
		class: 'field',
		'aria-label': field.label,
		'aria-labelledby': field.labelledBy,
		'aria-describedby': field.describedBy,
		onInput,
		onBlur: commit,
		onCompositionStart: () => compose(true),
		onCompositionEnd: () => compose(false),
	};
	return singleLine ? (
		<input type="text" {...shared} defaultValue={value} />
	) : (
		<textarea {...shared} defaultValue={value} />
	);
}
