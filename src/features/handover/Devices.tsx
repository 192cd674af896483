import { useRef, useState } from 'preact/hooks';
import { roleWord } from '../../domain/record/role.ts';
import type { Sync } from '../../sync/sync.ts';
import { type Told, toldOf } from '../../ui/Refused.tsx';
import { momentWord } from '../../ui/words.ts';
import { Deliberate } from './Deliberate.tsx';
import type { DeviceSeen, Devices as DevicesKnown } from './useDevices.ts';

const cannotRevoke =
	'つながらなくなったため、取り消せたかどうか分かりません。つながるところで一覧を見て、もう一度お試しください。';

interface DevicesProps {
	devices: DevicesKnown;
	sync: () => Promise<Sync>;
}

/** 学校の端末: who they are, when they were last heard of, who invited them; a lost one is revoked here. */
export function Devices({ devices, sync }: DevicesProps) {
	const { list, at, refusal, fresh } = devices;
	const standing = list?.filter(({ revokedAt }) => !revokedAt) ?? [];
	const gone = list?.filter(({ revokedAt }) => revokedAt) ?? [];
	const heading = useRef<HTMLHeadingElement>(null);
	const [done, setDone] = useState<string>();
	const nameOf = (id: string) => list?.find((device) => device.id === id);
	const revoke = async ({ id, label, role }: DeviceSeen): Promise<Told | undefined> => {
		const answer = await sync()
			.then((loaded) => loaded.revoke(id))
			.catch(() => undefined);
		if (answer?.ok) {
			setDone(`「${labelOf({ label, role })}」の登録を取り消しました。`);
			// The button that was pressed goes with its device.
			heading.current?.focus();
		}
		await devices.look();
		if (answer?.ok) return undefined;
		return answer ? toldOf(answer.refusal, cannotRevoke) : { sentence: cannotRevoke, calm: true };
	};
	return (
		<section aria-labelledby="devices">
			<h2 id="devices" ref={heading} tabIndex={-1}>
				学校の端末 {list && <span class="num">{standing.length}台</span>}
			</h2>
			<div>
				<p role="status" class={done ? 'note handover-note' : undefined}>
					{done}
				</p>
				{!list && !refusal && <p role="status">端末の一覧を読んでいます</p>}
				{refusal && (
					<div class="note handover-note">
						<p>
							{refusal}
							{list && at && (
								<span class="num"> 下は{momentWord(at)}に見た一覧です。取り消しは、つながっているときにできます。</span>
							)}
						</p>
						<button type="button" class="btn" onClick={() => void devices.look()}>
							もう一度見る
						</button>
					</div>
				)}
				{list && (
					<ul class="devices" aria-label="学校の端末">
						{standing.map((device) => (
							<Device
								key={device.id}
								device={device}
								invitedBy={inviterWords(device, nameOf)}
								onRevoke={fresh && !device.self ? () => revoke(device) : undefined}
							/>
						))}
					</ul>
				)}
				{gone.length > 0 && (
					<details class="unfolding devices-gone">
						<summary>取り消した端末 {gone.length}台</summary>
						<ul class="devices" aria-label="取り消した端末">
							{gone.map((device) => (
								<Device key={device.id} device={device} invitedBy={inviterWords(device, nameOf)} onRevoke={undefined} />
							))}
						</ul>
					</details>
				)}
			</div>
		</section>
	);
}

const labelOf = ({ label, role }: Pick<DeviceSeen, 'label' | 'role'>): string =>
	label || `${roleWord(role)}の端末（呼び名なし）`;

const inviterWords = ({ invitedBy }: DeviceSeen, nameOf: (id: string) => DeviceSeen | undefined): string => {
	if (!invitedBy) return '教育委員会の登録票';
	const inviter = nameOf(invitedBy);
	return inviter ? `${labelOf(inviter)}（${roleWord(inviter.role)}）` : 'ほかの端末';
};

interface DeviceProps {
	device: DeviceSeen;
	invitedBy: string;
	/** undefined where it cannot be revoked here and now. Resolves to what is told of a refusal. */
	onRevoke: (() => Promise<Told | undefined>) | undefined;
}

function Device({ device, invitedBy, onRevoke }: DeviceProps) {
	const { role, self, enrolledAt, lastContactAt, revokedAt } = device;
	return (
		<li>
			<div class="device-name">
				<h3>{labelOf(device)}</h3>
				<p class="small">
					{roleWord(role)}
					{self && <b class="device-self">この端末</b>}
				</p>
			</div>
			<dl class="device-facts small num">
				<div>
					<dt>{revokedAt ? '取消し' : '最終連絡'}</dt>
					<dd>{revokedAt ? momentWord(revokedAt) : lastContactAt ? momentWord(lastContactAt) : 'まだありません'}</dd>
				</div>
				<div>
					<dt>登録</dt>
					<dd>{momentWord(enrolledAt)}</dd>
				</div>
				<div>
					<dt>招待した端末</dt>
					<dd>{invitedBy}</dd>
				</div>
			</dl>
			{onRevoke && (
				<Deliberate
					words="登録を取り消す"
					label={`${labelOf(device)}の登録を取り消す`}
					meaning="この端末に入っている記録は消えませんが、新しい入力を届けることも、受け取ることもできなくなります。取消しは元に戻せません。また使うときは、招待し直します。"
					act={onRevoke}
				/>
			)}
		</li>
	);
}
