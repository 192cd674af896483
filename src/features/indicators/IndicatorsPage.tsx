import type { Session } from '../../session/session.ts';

export function IndicatorsPage(_: { session: Session }) {
	return (
		<div class="page-head">
			<h1 tabIndex={-1}>端末活用</h1>
		</div>
	);
}
