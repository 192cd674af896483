import { type Doubt, denial, doubtWord, partWord } from './sharing.ts';

interface DoubtsProps {
	doubts: readonly Doubt[];
	/** Words that somebody has called a false alarm. */
	denied: ReadonlySet<string>;
	onDeny: (denied: ReadonlySet<string>) => void;
}

/** What looks like a name or a contact, with the words marked; nothing goes while one of them stands undenied. */
export function Doubts({ doubts, denied, onDeny }: DoubtsProps) {
	const deny = (words: string, isNone: boolean) =>
		onDeny(new Set(isNone ? [...denied, words] : [...denied].filter((each) => each !== words)));
	return (
		<div role="alert">
			{doubts.length > 0 && (
				<div class="problem">
					<p>
						まだ共有していません。名前や連絡先に見えることばがあります。書きかえるか、ちがうときは確かめてから、もう一度押してください。
					</p>
					<ul class="doubts">
						{doubts.map(({ parts, kind, before, words, after }) => (
							<li key={words}>
								<p>
									{parts.map((part) => partWord[part]).join('・')}：{before}
									<mark>{words}</mark>
									{after}
									<span class="small"> {doubtWord[kind]}</span>
								</p>
								{denial[kind] && (
									<label class="doubt-denial">
										<input
											type="checkbox"
											checked={denied.has(words)}
											onChange={({ currentTarget }) => deny(words, currentTarget.checked)}
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
