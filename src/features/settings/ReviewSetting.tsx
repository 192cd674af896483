import { flag } from '../../domain/record/fields.ts';
import type { Role } from '../../domain/record/operation.ts';
import { readField } from '../../domain/record/readField.ts';
import { textConflictOf } from '../../session/conflict.ts';
import type { Session } from '../../session/session.ts';
import { ConflictBox } from '../../ui/ConflictBox.tsx';

const mayChange: readonly Role[] = ['ictLead', 'vicePrincipal', 'principal'];

/** 校長確認: whether the vice principal looks before the principal does. For the whole school and this year. */
export function ReviewSetting({ session }: { session: Session }) {
	const [ready, author] = [session.ready.value, session.author.value, session.version.value];
	const { value } = readField(session.record(), 'year', 'checksFirst', flag);
	const may = author !== undefined && mayChange.includes(author.role);
	return (
		<section id="review-setting">
			<h2>校長確認</h2>
			<div class="stack">
				<p class="small quiet" id="checks-first-note">
					入れると、提出されたものを教頭が確認してから、校長が承認します。どちらからも差し戻せます。学校のどの端末にも、今年度のあいだ効きます。
				</p>
				<label class="check">
					<input
						type="checkbox"
						aria-describedby="checks-first-note"
						checked={value}
						disabled={!ready || !may}
						onChange={({ currentTarget }) =>
							void session.set('year', 'checksFirst', currentTarget.checked, {
								words: currentTarget.checked
									? '教頭が先に確認するようにしました'
									: '校長がすぐに確認するようにしました',
							})
						}
					/>
					教頭が先に確認する
				</label>
				{ready && !may && <p class="small">変えられるのは、ICT担当・教頭・校長の端末です。</p>}
				<ConflictBox
					conflict={textConflictOf(session, 'year', 'checksFirst', '教頭の確認')}
					shown={(first) => (first === true ? '教頭が先に確認する' : '校長がすぐに確認する')}
					until="あとから入力されたほう"
				/>
			</div>
		</section>
	);
}
