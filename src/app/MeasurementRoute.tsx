import { MeasurementPage } from '../features/measurement/MeasurementPage.tsx';
import type { Session } from '../session/session.ts';
import { saveFile } from './saveFile.ts';
import type { Wiring } from './wiring.ts';

/** ネットワーク測定 with what measures and what hands over files; loaded as one part. */
export function MeasurementRoute({ session, wiring }: { session: Session; wiring: Wiring }) {
	return (
		<MeasurementPage
			session={session}
			exchange={wiring.exchange}
			save={(name, text) => saveFile(name, text, 'text/csv;charset=utf-8')}
		/>
	);
}
