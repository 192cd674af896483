import type { Operation } from '../../domain/record/operation.ts';
import type { Session } from '../../session/session.ts';
import { roleWord } from '../../ui/words.ts';

/** 「この端末・ICT担当」: who entered it, as a post and a device, never as a person. */
export const authorWord = (session: Session, { id, by }: Pick<Operation, 'id' | 'by'>): string => {
	const here = session.device.value !== undefined && id.startsWith(`${session.device.value}.`);
	return [here ? 'この端末' : '', by.label && by.label !== roleWord[by.role] ? by.label : '', roleWord[by.role] ?? '']
		.filter(Boolean)
		.join('・');
};
