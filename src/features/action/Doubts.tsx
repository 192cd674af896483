import { type Doubt, denial, doubtWord, partWord } from './sharing.ts';

interface DoubtsProps {
	doubts: readonly Doubt[];
	/** Keys of those that somebody has called a false alarm. */
	denied: ReadonlySet<string>;
	onDeny: (denied: ReadonlySet<string>) => void;
}

/** What looks like a name or a contact, with the words marked; nothing goes while one of them stands undenied. */
export function Doubts({ doubts, denied, onDeny }: DoubtsProps) {
	const each = doubts.filter(({ key }, place) => doubts.findIndex((other) => other.key === key) === place);
	const deny = (key: string, isDenied: boolean) => {
		const next = new Set(denied);
		if (isDenied) next.add(key);
		else next.delete(key);
		onDeny(next);
	};
	return (
		<div role="alert">
			{each.length > 0 && (
				<div class="problem">
					<p>
						まだ共有していません。名前や連絡先に見えることばがあります。書きかえるか、ちがうときは確かめてから、もう一度押してください。
					</p>
					<ul class="doubts">
						{each.map(({ key, part, kind, before, words, after }) => (
							<li key={key}>
								<p>
									{partWord[part]}：…{before}
									<mark>{words}</mark>
									{after}…<span class="small"> {doubtWord[kind]}</span>
								</p>
								{denial[kind] && (
									<label class="doubt-denial">
										<input
											type="checkbox"
											checked={denied.has(key)}
											onChange={({ currentTarget }) => deny(key, currentTarget.checked)}
										/>
										「{words}」は{denial[kind]}
									</label>
								)}
							</li>
						))}
					</ul>
				</div>
			)}
		</div>
	);
}
