import { useEffect, useState } from 'preact/hooks';
import type { Role } from '../../domain/record/operation.ts';
import { keepLook, type Look, readLook } from '../../session/reviewLook.ts';
import type { RecordStore } from '../../store/recordStore.ts';

export interface Looking {
	/** The look kept on this device; undefined where there is none. */
	readonly kept: Look | undefined;
	/** The device has answered. */
	readonly known: boolean;
	/** Keeps another look, or none. Resolves to whether the device could keep it. */
	readonly move: (look: Look | undefined) => Promise<boolean>;
}

/** The last look at a year by a post on this device; not known before the post is. */
export function useLook(fiscalYear: number, role: Role | undefined, store: () => Promise<RecordStore>): Looking {
	const [{ kept, known }, setState] = useState<Omit<Looking, 'move'>>({ kept: undefined, known: false });
	useEffect(() => {
		if (role === undefined) return undefined;
		let current = true;
		void store()
			.then((opened) => readLook(opened, { fiscalYear, role }))
			.catch(() => undefined)
			.then((look) => current && setState({ kept: look, known: true }));
		return () => {
			current = false;
		};
	}, [store, fiscalYear, role]);
	const move = async (look: Look | undefined) => {
		if (role === undefined) return false;
		const written = await keepLook(await store(), { fiscalYear, role }, look);
		if (written.ok) setState({ kept: look, known: true });
		return written.ok;
	};
	return { kept, known, move };
}
