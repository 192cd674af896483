import { useEffect, useRef, useState } from 'preact/hooks';
import { mostTeachers, type StaffCounts } from '../../domain/record/staffSurvey.ts';

interface CountFieldsProps {
	label: string;
	describedBy: string;
	levels: readonly string[];
	counts: StaffCounts | null;
	/** Ids of the heads behind `counts`; handed back as they were when the typing began. */
	seen: readonly string[];
	/** null: all four were emptied. */
	onCommit: (counts: StaffCounts | null, seen: readonly string[]) => void;
}

/** What stands in the four fields: whole, all empty, or not yet to be kept, with the reason. */
type Typed = { readonly counts: StaffCounts | null } | { readonly lacking: string };

/**
 * Four numbers that are one value: kept when all four are there and the field is left, or the page hides. Uncontrolled,
 * like every field that is typed into.
 */
export function CountFields({ label, describedBy, levels, counts, seen, onCommit }: CountFieldsProps) {
	const fields = useRef<HTMLFieldSetElement>(null);
	/** From the first keystroke until the numbers are handed over: the heads that were seen then. */
	const typing = useRef<readonly string[] | undefined>(undefined);
	const [lacking, setLacking] = useState('');
	const known = useRef(counts);
	const inputs = () => [...(fields.current?.querySelectorAll('input') ?? [])];

	const commit = () => {
		if (!typing.current) return;
		const typed = readFields(inputs().map(({ value }) => value));
		if ('lacking' in typed) return setLacking(typed.lacking);
		setLacking('');
		const from = typing.current;
		typing.current = undefined;
		if (String(typed.counts) === String(known.current)) return;
		known.current = typed.counts;
		onCommit(typed.counts, from);
	};
	const latest = useRef(commit);
	latest.current = commit;

	useEffect(() => {
		// What came from outside, unless somebody is typing.
		if (typing.current) return;
		known.current = counts;
		for (const [index, input] of inputs().entries()) input.value = counts ? String(counts[index]) : '';
	}, [String(counts)]);

	useEffect(() => {
		const leave = () => latest.current();
		const hide = () => document.visibilityState === 'hidden' && leave();
		document.addEventListener('visibilitychange', hide);
		window.addEventListener('pagehide', leave);
		return () => {
			document.removeEventListener('visibilitychange', hide);
			window.removeEventListener('pagehide', leave);
		};
	}, []);

	return (
		<fieldset ref={fields} class="counts" aria-label={label} aria-describedby={describedBy}>
			{levels.map((level) => (
				<label key={level}>
					<span class="small">{level}</span>
					<input
						class="field num"
						inputMode="numeric"
						maxLength={5}
						autocomplete="off"
						onInput={() => {
							typing.current ??= seen;
						}}
						onChange={commit}
					/>
				</label>
			))}
			<p role="status" class="small counts-lacking">
				{lacking}
			</p>
		</fieldset>
	);
}

function readFields(texts: readonly string[]): Typed {
	const words = texts.map((text) => text.normalize('NFKC').replace(/[\s人]/g, ''));
	if (words.every((word) => word === '')) return { counts: null };
	if (words.some((word) => word !== '' && !(/^\d{1,4}$/.test(word) && Number(word) <= mostTeachers))) {
		return { lacking: `人数は0から${mostTeachers}までの整数で入れてください。まだ記録していません。` };
	}
	if (words.includes('')) return { lacking: '4つとも入れると記録します。いない場合は0を入れてください。' };
	return { counts: words.map(Number) as unknown as StaffCounts };
}
