import { useEffect, useState } from 'preact/hooks';
import { keepLook, type Look, readLook } from '../../session/reviewLook.ts';
import type { Session } from '../../session/session.ts';
import type { RecordStore } from '../../store/recordStore.ts';

export interface Looking {
	/** The look kept on this device; undefined where there is none. */
	readonly kept: Look | undefined;
	/** The device has answered. */
	readonly known: boolean;
	/** Keeps another look, or none. Resolves to whether the device could keep it. */
	readonly move: (look: Look | undefined) => Promise<boolean>;
}

/** The last look at this year on this device. */
export function useLook(session: Session, store: () => Promise<RecordStore>): Looking {
	const { fiscalYear } = session;
	const [{ kept, known }, setState] = useState<Omit<Looking, 'move'>>({ kept: undefined, known: false });
	useEffect(() => {
		let current = true;
		void store()
			.then((opened) => readLook(opened, fiscalYear))
			.catch(() => undefined)
			.then((look) => current && setState({ kept: look, known: true }));
		return () => {
			current = false;
		};
	}, [store, fiscalYear]);
	const move = async (look: Look | undefined) => {
		const written = await keepLook(await store(), fiscalYear, look);
		if (written.ok) setState({ kept: look, known: true });
		return written.ok;
	};
	return { kept, known, move };
}
