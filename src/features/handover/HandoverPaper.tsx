import { useState } from 'preact/hooks';
import { mayGrant, mayHandOver } from '../../domain/exchange/words.ts';
import { formalDay, tokyoDate } from '../../domain/plan/fiscalYear.ts';
import { closedYearWords } from '../../domain/record/closing.ts';
import { type Handover, handoverNotesEntity, handoverNotesField, readHandover } from '../../domain/record/handover.ts';
import { textConflictOf } from '../../session/conflict.ts';
import type { Session } from '../../session/session.ts';
import type { Enrolment } from '../../store/exchangeStore.ts';
import { ConflictBox, textShown } from '../../ui/ConflictBox.tsx';
import { ReadOnly } from '../../ui/ReadOnly.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Deliberate } from './Deliberate.tsx';
import { HandoverSheet } from './HandoverSheet.tsx';
import type { HandoverDeps } from './handoverDeps.ts';
import { type PaperInvitation, usePaperInvitation } from './paperInvitation.ts';
import type { DeviceSeen } from './useDevices.ts';
import '../../ui/conflictBox.css';

interface HandoverPaperProps {
	session: Session;
	deps: HandoverDeps;
	/** Absent where the device belongs to no school: then there is a sheet, but nothing to invite to. */
	enrolment: Enrolment | undefined;
	devices: readonly DeviceSeen[] | undefined;
}

/** 引継ぎの用紙: one A4 page in March for whoever comes in April. */
export function HandoverPaper({ session, deps, enrolment, devices }: HandoverPaperProps) {
	const paper = usePaperInvitation(deps, enrolment !== undefined);
	const [shown, setShown] = useState(false);
	const handover = useHandover(session);
	const { notes } = handover;
	return (
		<section class="handover-paper" aria-labelledby="paper">
			<h2 id="paper">引継ぎの用紙</h2>
			<div class="stack">
				<p class="small quiet">
					年度末に1枚印刷して、次の担当者に手渡します。終わっていない□、主担当、校長確認のようす、はじめかたが載ります。
				</p>
				<Notes session={session} notes={notes} />
				{enrolment && <Invitation paper={paper} enrolment={enrolment} devices={devices} />}
				<p class="row handover-sheet-buttons">
					<button type="button" class="btn" aria-expanded={shown} onClick={() => setShown(!shown)}>
						{shown ? '用紙をとじる' : '用紙を見る'}
					</button>
					{shown && (
						<button type="button" class="btn btn-go btn-wide" onClick={deps.print}>
							用紙を印刷する
						</button>
					)}
				</p>
			</div>
			{shown && (
				<div class="handover-desk">
					<HandoverSheet
						{...{ handover, printed: paper.printed, fiscalYear: session.fiscalYear, origin: deps.origin }}
						school={session.profile.value?.name || enrolment?.school.name || ''}
						board={enrolment?.school.municipalityName}
						today={tokyoDate(deps.now())}
					/>
				</div>
			)}
		</section>
	);
}

/** Part of the year's record: in a closed year it is only read. */
function Notes({ session, notes: { value, seen } }: { session: Session; notes: Handover['notes'] }) {
	return (
		<ReadOnly closed={session.closed.value} why={closedYearWords(session.fiscalYear)} extraClass="handover-notes">
			<label class="label" for="handover-notes">
				次の担当者に伝えること
			</label>
			<p class="small quiet" id="handover-notes-hint">
				用紙に載り、学校の記録に残ります。児童生徒の名前やパスワードは書かないでください。
			</p>
			<ConflictBox
				conflict={textConflictOf(session, handoverNotesEntity, handoverNotesField, '次の担当者に伝えること')}
				shown={textShown}
				until="新しいほう"
				joins
			/>
			<TextField
				id="handover-notes"
				describedBy="handover-notes-hint"
				value={value}
				seen={seen}
				onCommit={(text, from) => void session.set(handoverNotesEntity, handoverNotesField, text, { seen: from })}
			/>
		</ReadOnly>
	);
}

/** What the sheet says, following every change of the record. */
const useHandover = (session: Session) => {
	session.version.value;
	const states = new Map(
		session.ids().flatMap((id) => {
			const state = session.state(id).peek();
			return state ? [[id, state] as const] : [];
		}),
	);
	return readHandover({ edition: session.edition, record: session.record(), states, own: session.own.value });
};

interface InvitationProps {
	paper: PaperInvitation;
	enrolment: Enrolment;
	devices: readonly DeviceSeen[] | undefined;
}

/** The QR code on the sheet: what is out, a new one, and ending it. */
function Invitation({ paper: { standing, printed, refusal, busy, make, end }, enrolment, devices }: InvitationProps) {
	const maker = devices?.find(({ id }) => id === standing?.issuedBy);
	const may = mayHandOver(enrolment.role) && mayGrant(enrolment.grants, 'ictLead');
	return (
		<div class="handover-invitation">
			<h3>4月まで使える招待</h3>
			{standing && (
				<p class="num" role="status">
					使われていない用紙の招待が1つあります。{formalDay(tokyoDate(Date.parse(standing.issuedAt)))}に
					{maker?.label ? `「${maker.label}」で` : ''}つくり、
					<b>{formalDay(tokyoDate(Date.parse(standing.expiresAt)))}まで</b>使えます。
				</p>
			)}
			{standing === null && <p role="status">いま使える用紙の招待は、ありません。</p>}
			{standing && !printed && (
				<p class="small quiet">
					QRコードは、つくったときの用紙にだけ載ります。印刷し直すには、新しくつくります。前の用紙のQRコードは使えなくなります。
				</p>
			)}
			{may ? (
				<>
					{!printed && (
						<button type="button" class="btn" aria-disabled={busy} onClick={() => void make()}>
							{standing ? '用紙の招待をつくり直す' : '用紙に招待をつける'}
						</button>
					)}
					{printed && (
						<p class="note" role="status">
							用紙にQRコードを載せました。このページをとじる前に印刷してください。封筒に入れて手渡し、写真に撮って送らないでください。
						</p>
					)}
					<Refused told={refusal} />
					{standing && (
						<Deliberate
							words="用紙の招待を取り消す"
							label="用紙の招待を取り消す"
							meaning="印刷した用紙のQRコードでは、端末を登録できなくなります。用紙をなくしたときや、登録がすんだときに取り消します。"
							act={end}
						/>
					)}
				</>
			) : (
				<p class="small quiet">用紙の招待は、ICT担当・教頭・校長の端末でつくります。</p>
			)}
		</div>
	);
}
