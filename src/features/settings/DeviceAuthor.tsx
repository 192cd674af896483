import { useEffect, useState } from 'preact/hooks';
import type { Author, Role } from '../../domain/record/operation.ts';
import { roleWord } from '../../domain/record/role.ts';
import type { RecordStore } from '../../store/recordStore.ts';
import { Choice } from '../../ui/Choice.tsx';
import { TextField } from '../../ui/TextField.tsx';

const roles: readonly Role[] = ['ictLead', 'principal', 'vicePrincipal', 'teacher'];

interface DeviceAuthorProps {
	store: () => Promise<RecordStore>;
	/** The post with which the device is enrolled at a school; it is not chosen here then. */
	enrolledAs: Role | undefined;
}

/** Who uses this device, as a post: it stands in 変更の履歴 beside everything entered here from now on. */
export function DeviceAuthor({ store, enrolledAs }: DeviceAuthorProps) {
	const [author, setAuthor] = useState<Author>();
	const [refusal, setRefusal] = useState<string>();
	useEffect(() => {
		void store()
			.then((opened) => opened.open())
			.then((facts) => (facts.ok ? setAuthor(facts.value.author) : setRefusal(facts.refusal.sentence)));
	}, [store]);
	const keep = async (next: Author) => {
		const kept = await (await store()).setAuthor(next);
		if (kept.ok) setAuthor(kept.value.author);
		setRefusal(kept.ok ? undefined : kept.refusal.sentence);
		return kept.ok;
	};
	return (
		<section>
			<h2>この端末を使う人</h2>
			<div class="stack">
				{enrolledAs ? (
					<div>
						<p>{roleWord(enrolledAs)}</p>
						<p class="small quiet">
							学校に登録したときの役割です。変えるときは、<a href="/handover">引継ぎ・端末</a>
							でこの端末を学校から外し、新しい役割で招待し直します。
						</p>
					</div>
				) : (
					<Choice
						name="role"
						look="chips"
						label="この端末を使う人"
						chosen={author?.role}
						onChoose={(role) => keep({ role, label: author?.label ?? '' })}
						options={roles.map((value) => ({ value, content: roleWord(value) }))}
					/>
				)}
				<div>
					<label class="label" for="device-label">
						端末の呼び名
					</label>
					<p class="small quiet" id="device-note">
						変更の履歴に出ます。人の名前ではなく「職員室のiPad」のように入れます。
						{enrolledAs && '学校の端末の一覧には、登録したときの呼び名が出ます。'}
					</p>
					<TextField
						id="device-label"
						singleLine
						maxLength={40}
						describedBy="device-note"
						value={author?.label ?? ''}
						seen={[]}
						onCommit={(label) => author && void keep({ ...author, label: label.trim() })}
					/>
				</div>
				{refusal && (
					<p class="problem" role="alert">
						{refusal}
					</p>
				)}
			</div>
		</section>
	);
}
