import { useCallback, useEffect, useState } from 'preact/hooks';
import type { DeviceEntry } from '../../domain/exchange/enrolment.ts';
import type { Json } from '../../domain/record/operation.ts';
import type { RecordStore } from '../../store/recordStore.ts';
import type { Sync } from '../../sync/sync.ts';
import { toldOf } from '../../ui/Refused.tsx';

/** A device of the school, as far as people are told. */
export type DeviceSeen = Pick<
	DeviceEntry,
	'id' | 'label' | 'role' | 'invitedBy' | 'enrolledAt' | 'lastContactAt' | 'revokedAt' | 'self'
>;

export interface Devices {
	/** As the endpoint last told it; undefined before it ever did. */
	readonly list: readonly DeviceSeen[] | undefined;
	/** When it did: ISO time of this device. */
	readonly at: string | undefined;
	/** Why it did not tell it just now. */
	readonly refusal: string | undefined;
	/** The list is what the endpoint says now. */
	readonly fresh: boolean;
	/** Asks again. */
	readonly look: () => Promise<void>;
}

interface DevicesDeps {
	readonly sync: () => Promise<Sync>;
	readonly store: () => Promise<RecordStore>;
	readonly now: () => number;
}

const notNow = 'いまはつながっていません。';

/** Where the list is kept for the time without a connection. */
const settingKey = 'handover.devices';

const known = (device: DeviceEntry): DeviceSeen => {
	const { id, label, role, invitedBy, enrolledAt, lastContactAt, revokedAt, self } = device;
	return { id, label, role, invitedBy, enrolledAt, lastContactAt, revokedAt, self };
};

/** The school's devices: as last seen at once, and as they are now when the endpoint has answered. */
export const useDevices = ({ sync, store, now }: DevicesDeps): Devices => {
	const [seen, setSeen] = useState<Omit<Devices, 'look'>>({
		list: undefined,
		at: undefined,
		refusal: undefined,
		fresh: false,
	});
	const look = useCallback(async () => {
		const answer = await sync()
			.then((loaded) => loaded.devices())
			.catch(() => undefined);
		if (!answer?.ok) {
			const refusal = answer ? toldOf(answer.refusal, notNow).sentence : notNow;
			setSeen((before) => ({ ...before, refusal, fresh: false }));
			return;
		}
		const list = answer.value.map(known);
		const at = new Date(now()).toISOString();
		setSeen({ list, at, refusal: undefined, fresh: true });
		const kept = await store().catch(() => undefined);
		await kept?.putSetting(settingKey, { at, list });
	}, [sync, store, now]);
	useEffect(() => {
		void remembered(store).then((before) => {
			if (before) setSeen((now) => (now.fresh ? now : { ...now, ...before }));
		});
		void look();
	}, [look, store]);
	return { ...seen, look };
};

const remembered = async (store: () => Promise<RecordStore>): Promise<Pick<Devices, 'list' | 'at'> | undefined> => {
	const kept = await store()
		.then((opened) => opened.getSetting(settingKey))
		.catch(() => undefined);
	return kept?.ok ? readKept(kept.value) : undefined;
};

/** This app wrote it, perhaps in another version: what has not this shape is not shown. */
const readKept = (kept: Json | undefined): Pick<Devices, 'list' | 'at'> | undefined => {
	const { at, list } = (kept ?? {}) as { at?: unknown; list?: unknown };
	if (typeof at !== 'string' || !Array.isArray(list)) return undefined;
	const sound = list.every(({ id, label, role }) => [id, label, role].every((word) => typeof word === 'string'));
	return sound ? { at, list } : undefined;
};
