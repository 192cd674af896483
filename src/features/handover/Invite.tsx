import { useEffect, useState } from 'preact/hooks';
import { formatCode, invitationAddress } from '../../domain/exchange/code.ts';
import { grantable, type SchoolRole } from '../../domain/exchange/words.ts';
import { roleWord } from '../../domain/record/role.ts';
import type { QrPath } from '../../files/qr.ts';
import type { Enrolment } from '../../store/exchangeStore.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Refused, type Told, toldOf } from '../../ui/Refused.tsx';
import type { HandoverDeps } from './handoverDeps.ts';
import { remainingWords } from './remainingWords.ts';
import type { Devices } from './useDevices.ts';

const cannotInvite = 'いまはつながらないため、招待をつくれません。つながるところで、もう一度お試しください。';

interface Invitation {
	readonly role: SchoolRole;
	readonly code: string;
	readonly picture: QrPath;
	/** When it ends, on this device's clock: milliseconds since 1970. */
	readonly endsAt: number;
	/** When it was made, on the endpoint's clock: ISO time. */
	readonly madeAt: string;
}

interface InviteProps {
	deps: HandoverDeps;
	enrolment: Enrolment;
	devices: Devices;
}

/** 端末を加える: a role, then a QR code and the same code in letters, for one device and 15 minutes. */
export function Invite({ deps, enrolment, devices }: InviteProps) {
	const [role, setRole] = useState<SchoolRole>('teacher');
	const [busy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<Told>();
	const [invitation, setInvitation] = useState<Invitation>();
	const invite = async () => {
		if (busy) return;
		setBusy(true);
		const made = await makeInvitation(deps, role).catch(() => ({ sentence: cannotInvite, calm: true }));
		setBusy(false);
		setRefusal('sentence' in made ? made : undefined);
		setInvitation('sentence' in made ? undefined : made);
	};
	return (
		<section aria-labelledby="invite">
			<h2 id="invite">端末を加える</h2>
			<div class="stack">
				<p class="small quiet">
					次の担当者、管理職、入れかえた新しい端末。どれも同じ手順です。加えた端末には、学校の記録がすべて届きます。
				</p>
				<div>
					<p class="label" id="invite-role">
						加える端末を使う人
					</p>
					<Choice
						name="inviteRole"
						look="chips"
						labelledBy="invite-role"
						chosen={role}
						onChoose={setRole}
						options={grantable(enrolment.grants).map((value) => ({ value, content: roleWord(value) }))}
					/>
				</div>
				<button type="button" class="btn btn-go btn-wide" aria-disabled={busy} onClick={() => void invite()}>
					{invitation ? '新しい招待をつくる' : `${roleWord(role)}の端末を招待する`}
				</button>
				<Refused told={refusal} />
				{invitation && (
					<Standing
						key={invitation.code}
						invitation={invitation}
						inviter={enrolment.id}
						now={deps.now}
						devices={devices}
					/>
				)}
			</div>
		</section>
	);
}

const makeInvitation = async ({ sync, now, origin }: HandoverDeps, role: SchoolRole): Promise<Invitation | Told> => {
	const [loaded, { qrSvgPath }] = await Promise.all([sync(), import('../../files/qr.ts')]);
	const answer = await loaded.invite(role);
	if (!answer.ok) return toldOf(answer.refusal, cannotInvite);
	const { code, expiresAt, now: theirs } = answer.value;
	return {
		role: answer.value.role,
		code,
		picture: qrSvgPath(invitationAddress(origin, code)),
		// How long is the endpoint's to say; when that is, only this device's clock can tell here.
		endsAt: now() + Date.parse(expiresAt) - Date.parse(theirs),
		madeAt: theirs,
	};
};

interface StandingProps {
	invitation: Invitation;
	/** The endpoint's name for this device. */
	inviter: string;
	now: () => number;
	devices: Devices;
}

/** Milliseconds between two looks at whether the invited device has come. */
const betweenLooks = 5000;

/** The invitation until it is used or has ended. */
function Standing({ invitation, inviter, now, devices }: StandingProps) {
	const [left, setLeft] = useState(() => invitation.endsAt - now());
	const joined = devices.list?.find(
		({ invitedBy, enrolledAt, revokedAt }) =>
			invitedBy === inviter && !revokedAt && Date.parse(enrolledAt) >= Date.parse(invitation.madeAt),
	);
	const over = left <= 0 || joined !== undefined;
	useEffect(() => {
		if (over) return;
		const tick = window.setInterval(() => setLeft(invitation.endsAt - now()), 1000);
		const look = window.setInterval(() => {
			if (document.visibilityState === 'visible') void devices.look();
		}, betweenLooks);
		return () => {
			window.clearInterval(tick);
			window.clearInterval(look);
		};
	}, [over, devices.look]);
	if (joined) {
		return (
			<p class="note" role="status">
				「{joined.label || `${roleWord(joined.role)}の端末`}」が加わりました。記録はその端末に届いています。
			</p>
		);
	}
	if (over) {
		return (
			<p class="note" role="status">
				この招待は時間切れになりました。使われていません。もう一度「新しい招待をつくる」をおしてください。
			</p>
		);
	}
	return <Shown invitation={invitation} left={left} />;
}

function Shown({ invitation: { code, picture, role }, left }: { invitation: Invitation; left: number }) {
	return (
		<div class="invitation">
			<svg class="qr" viewBox={`0 0 ${picture.size} ${picture.size}`} role="img" aria-label="招待のQRコード">
				<rect width={picture.size} height={picture.size} />
				<path d={picture.path} />
			</svg>
			<div>
				<p class="small quiet">登録コード</p>
				<p class="invitation-code num">{formatCode(code)}</p>
				<p class="num" role="timer">
					{remainingWords(left)}で使えなくなります
				</p>
				<ol class="invitation-steps">
					<li>加える端末でます目を開く（iPadは、先にホーム画面に入れる）</li>
					<li>「学校に登録する」で、このQRコードを読み取るか、コードを入れる</li>
					<li>{roleWord(role)}の端末として登録される</li>
				</ol>
				<p class="small quiet">
					学校の端末1台に、1回だけ使えます。写真に撮って送ったりせず、その場で読み取ってください。
				</p>
			</div>
		</div>
	);
}
