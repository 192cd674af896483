import type { Session } from '../session/session.ts';
import { Later } from './Later.tsx';
import { OtherYear } from './OtherYear.tsx';
import type { Wiring } from './wiring.ts';

/** What has to be said on every page: trouble, a new version, another year, the end of an enrolment. */
export function Banners({ session, wiring }: { session: Session; wiring: Wiring }) {
	return (
		<>
			<Trouble session={session} reload={wiring.reload} />
			<Update wiring={wiring} />
			<OtherYear session={session} years={wiring.years} />
			<Ended wiring={wiring} />
		</>
	);
}

/** After these only a fresh page can reach the database again; what was typed is kept as a draft. */
const curedByReload = new Set(['connectionLost', 'databaseClosed', 'newerDatabase']);

function Trouble({ session, reload }: { session: Session; reload: () => void }) {
	const trouble = session.trouble.value;
	if (!trouble) return <div role="alert" />;
	return (
		<div class="problem trouble" role="alert">
			<p>{trouble.refusal.sentence}</p>
			<p class="row">
				{trouble.retry && (
					<button type="button" class="btn" onClick={trouble.retry}>
						もう一度保存する
					</button>
				)}
				{curedByReload.has(trouble.refusal.reason) && (
					<button type="button" class="btn" onClick={reload}>
						ページを読み込み直す
					</button>
				)}
			</p>
		</div>
	);
}

function Update({ wiring }: { wiring: Wiring }) {
	const apply = wiring.update.value;
	if (!apply) return null;
	return (
		<p class="update" role="status">
			新しい版のます目が届いています。
			<button type="button" class="btn" onClick={apply}>
				新しい版にする
			</button>
		</p>
	);
}

/** A revoked device hears of it on every page. */
function Ended({ wiring }: { wiring: Wiring }) {
	const { enrolment } = wiring.exchange.status.value;
	if (!enrolment?.ended) return null;
	return (
		<Later
			load={() => import('../features/exchange/EndedBanner.tsx')}
			draw={({ EndedBanner }) => <EndedBanner enrolment={enrolment} />}
		/>
	);
}
