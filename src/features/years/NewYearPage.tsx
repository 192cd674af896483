import type { Session } from '../../session/session.ts';

export function NewYearPage(_: { session: Session }) {
	return (
		<div class="page-head">
			<h1 tabIndex={-1}>新しい年度を始める</h1>
		</div>
	);
}
