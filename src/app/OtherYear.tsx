import { labelOf } from '../domain/plan/fiscalYear.ts';
import type { Session } from '../session/session.ts';
import type { Step } from '../session/step.ts';
import type { Years } from '../session/years.ts';

interface OtherYearProps {
	session: Session;
	years: Years;
}

/** On every page of a year that is not the current one, or that is closed: which year this is, and the way back. */
export function OtherYear({ session, years }: OtherYearProps) {
	const closed = session.closed.value;
	const held = session.closing.heldBack.value;
	if (!session.isOtherYear && !closed) return null;
	const label = labelOf(session.fiscalYear);
	return (
		<div class="other-year">
			<p>
				<b>{label}の記録を見ています。</b>
				{closed
					? '締めくくった年度なので、読むだけで、書きかえられません。'
					: session.isOtherYear && `ここでの入力は、${label}の記録になります。`}
			</p>
			{held.length > 0 && <HeldBack label={label} held={held} />}
			<p class="row">
				{session.isOtherYear && (
					<button type="button" class="btn" onClick={() => years.open(years.current())}>
						{labelOf(years.current())}にもどる
					</button>
				)}
				{closed && (
					<a class="btn btn-line" href="/new-year#turned-years">
						年度を開き直すには
					</a>
				)}
			</p>
		</div>
	);
}

/** Typed on this device before the closing was known. */
function HeldBack({ label, held }: { label: string; held: readonly Step[] }) {
	const texts = held.flatMap(({ draft }) => draft?.text ?? []);
	return (
		<div class="problem" role="status">
			<p>
				締めくくりのあとにこの端末で入力した{held.length}件は、書き込まれていません。この端末に残してあり、
				{label}を開き直すと書き込まれます。
			</p>
			{texts.map((text) => (
				<p key={text} class="small other-year-text">
					{text}
				</p>
			))}
		</div>
	);
}
