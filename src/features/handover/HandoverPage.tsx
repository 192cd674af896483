import { useEffect } from 'preact/hooks';
import { roleWord } from '../../domain/record/role.ts';
import type { Session } from '../../session/session.ts';
import type { Enrolment } from '../../store/exchangeStore.ts';
import { momentWord } from '../../ui/words.ts';
import { Devices } from './Devices.tsx';
import { HandoverPaper } from './HandoverPaper.tsx';
import type { HandoverDeps } from './handoverDeps.ts';
import { Invite } from './Invite.tsx';
import { ThisDevice } from './ThisDevice.tsx';
import { useDevices } from './useDevices.ts';
import '../../ui/parts.css';
import './handover.css';

interface HandoverPageProps {
	session: Session;
	deps: HandoverDeps;
}

/** 引継ぎ・端末: bringing a device in, the sheet for the successor, the school's devices, and giving this one back. */
export function HandoverPage({ session, deps }: HandoverPageProps) {
	const { known, enrolment, trouble } = deps.status.value;
	useEffect(() => void deps.sync().catch(() => undefined), [deps]);
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>引継ぎ・端末</h1>
				{enrolment?.token && (
					<p>
						{enrolment.school.name} {roleWord(enrolment.role)}の端末
					</p>
				)}
			</div>
			{!known && <p role="status">{trouble?.sentence ?? 'この端末の登録を確かめています'}</p>}
			{known && !enrolment?.token && (
				<>
					<NotThere enrolment={enrolment} />
					<div class="parts handover">
						<HandoverPaper session={session} deps={deps} enrolment={undefined} devices={undefined} />
					</div>
				</>
			)}
			{known && enrolment?.token && <There session={session} deps={deps} enrolment={enrolment} />}
		</>
	);
}

function There({ session, deps, enrolment }: HandoverPageProps & { enrolment: Enrolment }) {
	const devices = useDevices(deps);
	return (
		<div class="parts handover">
			<Invite deps={deps} enrolment={enrolment} devices={devices} />
			<HandoverPaper session={session} deps={deps} enrolment={enrolment} devices={devices.list} />
			<Devices devices={devices} sync={deps.sync} />
			<ThisDevice session={session} deps={deps} enrolment={enrolment} />
		</div>
	);
}

function NotThere({ enrolment }: { enrolment: Enrolment | undefined }) {
	return (
		<div class="handover-none">
			{enrolment?.ended ? (
				<p>
					この端末は、{momentWord(enrolment.ended.at)}に{enrolment.school.name}
					{enrolment.ended.why === 'left' ? 'から外れました' : 'の登録を取り消されていました'}
					。記録はこの端末に残っています。
				</p>
			) : (
				<p>
					この端末は、まだ学校に登録していません。登録すると、学校の端末どうしで同じ記録を使い、新しい端末や次の担当者にそのまま引き継げます。
				</p>
			)}
			<p class="row">
				<a class="btn btn-go" href="/join">
					学校に登録する
				</a>
			</p>
			<p class="small quiet">
				登録せずに別の端末へ移すときは、<a href="/settings#backup">バックアップ</a>を書き出して、移し先で読み込みます。
			</p>
		</div>
	);
}
