import { ExchangeSection } from '../features/exchange/ExchangeSection.tsx';
import { SummarySection } from '../features/exchange/SummarySection.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import type { Session } from '../session/session.ts';
import type { Wiring } from './wiring.ts';

/** 設定 with what it shows of the exchange; loaded as one part. */
export function SettingsRoute({ session, wiring }: { session: Session; wiring: Wiring }) {
	const { status, sync } = wiring.exchange;
	return (
		<SettingsPage
			session={session}
			device={wiring.device}
			backup={wiring.backup}
			enrolledAs={status.value.enrolment?.token ? status.value.enrolment.role : undefined}
			exchange={
				<>
					<ExchangeSection session={session} status={status} sync={sync} />
					<SummarySection session={session} status={status} sync={sync} />
				</>
			}
		/>
	);
}
