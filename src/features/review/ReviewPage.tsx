import type { Session } from '../../session/session.ts';

export function ReviewPage(_: { session: Session }) {
	return (
		<div class="page-head">
			<h1 tabIndex={-1}>校長確認</h1>
		</div>
	);
}
