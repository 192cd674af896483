import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '../../domain/result.ts';
import type { Faults } from './accountFaults.ts';

interface AccountFormProps<Fields, Value> {
	fields: readonly (keyof Fields & string)[];
	check: (fields: Fields) => Faults<Fields>;
	send: (fields: Fields) => Promise<Result<Value>>;
	onDone: (value: Value) => void;
	submit: string;
	busy: string;
	children: (faults: Faults<Fields>) => ComponentChildren;
}

/** A form that is checked here first, sent once, and says at its end what came of it. */
export function AccountForm<Fields extends { [field in keyof Fields]: string }, Value>(
	props: AccountFormProps<Fields, Value>,
) {
	const form = useRef<HTMLFormElement>(null);
	const [faults, setFaults] = useState<Faults<Fields>>({});
	const [refusal, setRefusal] = useState<string>();
	const [sending, setSending] = useState(false);

	const submit = async (event: SubmitEvent) => {
		event.preventDefault();
		if (!form.current || sending) return;
		const written = read(form.current, props.fields);
		const found = props.check(written);
		setFaults(found);
		setRefusal(undefined);
		if (Object.keys(found).length > 0) return;
		setSending(true);
		const answer = await props.send(written);
		setSending(false);
		if (answer.ok) props.onDone(answer.value);
		else setRefusal(answer.refusal.sentence);
	};
	useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [faults]);

	return (
		<form class="account-form" ref={form} noValidate onSubmit={(event) => void submit(event)}>
			{props.children(faults)}
			<div role="alert">{refusal && <p class="problem">{refusal}</p>}</div>
			<button type="submit" class="btn btn-go btn-wide" aria-disabled={sending}>
				{sending ? props.busy : props.submit}
			</button>
		</form>
	);
}

/** Names are trimmed; a password is what was typed. */
function read<Fields>(form: HTMLFormElement, fields: readonly (keyof Fields & string)[]): Fields {
	const data = new FormData(form);
	const typed = (name: string) => String(data.get(name) ?? '');
	return Object.fromEntries(
		fields.map((name) => [name, name === 'password' ? typed(name) : typed(name).trim()]),
	) as Fields;
}
