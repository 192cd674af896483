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

/** From the first keystroke until the text is handed over. */
interface Typing {
	/** Heads the person saw when it began. */
	readonly seen: readonly string[];
	/** The text as it stood when the IME's composition began; undefined while nothing is being composed. */
	beforeComposing: string | undefined;
	/** Kept here, because the element is gone before the page that it stood on has been left. */
	text: string;
	timer: number;
}

/**
 * A text that saves itself: on leaving, two seconds after the last keystroke, and when the page hides; never while an
 * IME is composing. Uncontrolled, because rewriting `value` under a composition breaks Japanese input.
 */
export function TextField({ value, seen, onCommit, singleLine, ...field }: TextFieldProps) {
	const element = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
	const typing = useRef<Typing | undefined>(undefined);
	/** What was last shown here or handed over: what the text is compared with, while the answer is under way. */
	const known = useRef(value);
	const latest = useRef({ value, seen, onCommit });
	latest.current = { value, seen, onCommit };

	const hand = (text: string, from: Typing) => {
		if (text === known.current) return show();
		known.current = text;
		latest.current.onCommit(text, from.seen);
	};

	/** What arrived from outside, unless somebody is typing. */
	const show = () => {
		const target = element.current;
		if (!target || typing.current || known.current === latest.current.value) return;
		known.current = latest.current.value;
		if (target.value !== known.current) target.value = known.current;
	};

	const commit = () => {
		const now = typing.current;
		if (!now || now.beforeComposing !== undefined) return;
		clearTimeout(now.timer);
		typing.current = undefined;
		hand(now.text, now);
	};

	/** The page may never come back: what stood before the composition is saved, what is half composed is not. */
	const leave = () => {
		if (typing.current?.beforeComposing === undefined) commit();
		else hand(typing.current.beforeComposing, typing.current);
	};

	const onInput = () => {
		const text = element.current?.value ?? '';
		typing.current ??= { seen: latest.current.seen, beforeComposing: undefined, text, timer: 0 };
		clearTimeout(typing.current.timer);
		typing.current.text = text;
		typing.current.timer = window.setTimeout(commit, idleBeforeSaving);
	};

	const compose = (begins: boolean) => {
		onInput();
		if (typing.current) typing.current.beforeComposing = begins ? typing.current.text : undefined;
	};

	useEffect(show, [value]);

	useEffect(() => {
		const hide = () => document.visibilityState === 'hidden' && leave();
		document.addEventListener('visibilitychange', hide);
		window.addEventListener('pagehide', leave);
		return () => {
			document.removeEventListener('visibilitychange', hide);
			window.removeEventListener('pagehide', leave);
			leave();
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
