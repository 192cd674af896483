import { useState } from 'preact/hooks';
import { addEvidence, deleteEntity } from '../../domain/record/edits.ts';
import { roleWord } from '../../domain/record/role.ts';
import { momentWord } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';
import { linkRefusal } from './linkRefusal.ts';

/** 根拠資料: titled links. The file itself stays where it is; only the link is recorded. */
export function Evidence({ session, state }: SectionProps) {
	const [open, setOpen] = useState(false);
	const [refusal, setRefusal] = useState<string>();
	const add = async (form: HTMLFormElement) => {
		const data = new FormData(form);
		const title = String(data.get('title') ?? '').trim();
		const url = String(data.get('url') ?? '').trim();
		const refused = linkRefusal(title, url);
		setRefusal(refused);
		if (refused) return;
		const id = session.mintId();
		const written = await session.take({
			words: `根拠資料「${title}」を足しました`,
			edits: () => addEvidence(id, { action: state.id, title, url }),
		});
		if (written) setOpen(false);
	};
	const remove = (id: string, title: string) =>
		void session.take({
			words: `根拠資料「${title}」を外しました`,
			edits: (fold) => deleteEntity(fold, `evidence/${id}`),
		});
	const publish = (id: string, title: string, isPublic: boolean) =>
		void session.set(`evidence/${id}`, 'public', isPublic, {
			words: isPublic ? `根拠資料「${title}」を公表用に載せます` : `根拠資料「${title}」を公表用から除きました`,
		});
	return (
		<section>
			<h2>
				根拠資料
				<br />
				<span class="small quiet num">{state.evidence.length}件</span>
			</h2>
			<div>
				<ul class="evidence">
					{state.evidence.map(({ id, title, url, by, at, public: isPublic }) => (
						<li key={id}>
							{url ? (
								<a href={url} target="_blank" rel="noreferrer noopener">
									{title}
									<span class="vh">（新しいタブで開く）</span>
								</a>
							) : (
								<span>{title}（リンクを開けません）</span>
							)}
							<span class="small quiet">
								{by && roleWord(by.role)} {at && momentWord(at)}
							</span>
							{url && (
								<label class="evidence-public">
									<input
										type="checkbox"
										checked={isPublic}
										aria-label={`根拠資料「${title}」を公表してよい`}
										onChange={({ currentTarget }) => publish(id, title, currentTarget.checked)}
									/>
									公表してよい
								</label>
							)}
							<button
								type="button"
								class="btn btn-line small"
								aria-label={`根拠資料「${title}」を外す`}
								onClick={() => remove(id, title)}
							>
								外す
							</button>
						</li>
					))}
				</ul>
				{open ? (
					<form
						class="inset"
						noValidate
						onSubmit={(event) => {
							event.preventDefault();
							void add(event.currentTarget);
						}}
					>
						<label class="label" for="evidence-title">
							資料の題名
						</label>
						<input class="field" id="evidence-title" name="title" maxLength={120} autocomplete="off" />
						<label class="label" for="evidence-url">
							リンク（https://で始まるアドレス）
						</label>
						<input
							class="field"
							id="evidence-url"
							name="url"
							type="url"
							inputMode="url"
							maxLength={2000}
							autocomplete="off"
						/>
						<p class="problem" role="alert" hidden={!refusal}>
							{refusal}
						</p>
						<div class="row">
							<button type="submit" class="btn btn-go">
								足す
							</button>
							<button type="button" class="btn" onClick={() => setOpen(false)}>
								やめる
							</button>
						</div>
					</form>
				) : (
					<button type="button" class="btn" onClick={() => setOpen(true)}>
						資料のリンクを足す
					</button>
				)}
			</div>
		</section>
	);
}
