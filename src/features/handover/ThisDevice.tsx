import type { Session } from '../../session/session.ts';
import type { Enrolment } from '../../store/exchangeStore.ts';
import { type Told, toldOf } from '../../ui/Refused.tsx';
import { Deliberate } from './Deliberate.tsx';
import type { HandoverDeps } from './handoverDeps.ts';
import { missingForReturn } from './missingForReturn.ts';

const cannotLeave = 'いまはつながらないため、学校から外せません。つながるところで、もう一度お試しください。';

interface ThisDeviceProps {
	session: Session;
	deps: HandoverDeps;
	enrolment: Enrolment;
}

/** この端末を返すとき: whether everything that is here stands elsewhere too, and the way out of the school. */
export function ThisDevice({ session, deps, enrolment }: ThisDeviceProps) {
	const status = deps.status.value;
	const missing = missingForReturn(status, session.pending.value);
	const waits = status.waiting > 0 || session.pending.value > 0;
	const leave = async (): Promise<Told | undefined> => {
		const answer = await deps
			.sync()
			.then((loaded) => loaded.leave())
			.catch(() => undefined);
		if (answer?.ok) return undefined;
		return answer ? toldOf(answer.refusal, cannotLeave) : { sentence: cannotLeave, calm: true };
	};
	return (
		<section aria-labelledby="this-device">
			<h2 id="this-device">この端末を返すとき</h2>
			<div class="stack">
				{missing.length === 0 ? (
					<p role="status">
						<b>この端末は返却できます。</b>
						<br />
						この端末にある記録はすべて保管庫に届き、保管庫の控え（バックアップ）にも入っています。
					</p>
				) : (
					<div role="status">
						<p>
							<b>まだ返却しないでください。</b>
						</p>
						<ul class="missing num">
							{missing.map((words) => (
								<li key={words}>{words}</li>
							))}
						</ul>
					</div>
				)}
				{waits ? (
					<p class="small quiet">送っていない記録があるあいだは、この端末を学校から外せません。届いてから外せます。</p>
				) : (
					<Deliberate
						words="この端末を学校から外す"
						label="この端末を学校から外す"
						meaning={`${enrolment.school.name}の記録はこの端末に残りますが、新しい入力を届けることも、受け取ることもできなくなります。また使うときは、招待し直します。`}
						act={leave}
					/>
				)}
			</div>
		</section>
	);
}
