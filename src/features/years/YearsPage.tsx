import type { Session } from '../../session/session.ts';

export function YearsPage(_: { session: Session }) {
	return (
		<div class="page-head">
			<h1 tabIndex={-1}>年度をならべる</h1>
		</div>
	);
}
