import type { Session } from '../../session/session.ts';

interface Props {
	session: Session;
	save: (name: string, text: string, type: string) => void;
	onDone: () => void;
}
export function DeviceLogImport(_: Props) {
	return null;
}
