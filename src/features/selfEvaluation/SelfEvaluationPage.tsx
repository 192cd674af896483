import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';

interface SelfEvaluationPageProps {
	session: Session;
	years: Years;
	/** Hands a file to the person. */
	save: (name: string, content: string | Uint8Array<ArrayBuffer>, type: string) => void;
}

export function SelfEvaluationPage(_: SelfEvaluationPageProps) {
	return (
		<div class="page-head">
			<h1 tabIndex={-1}>自己評価</h1>
		</div>
	);
}
