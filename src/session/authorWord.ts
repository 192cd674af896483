import type { Operation } from '../domain/record/operation.ts';
import { roleWord } from '../domain/record/role.ts';
import type { Session } from './session.ts';

/** 「この端末・ICT担当」: who entered it, as a post and a device, never as a person. A board's label is its name. */
export const authorWord = (session: Session, { id, by }: Pick<Operation, 'id' | 'by'>): string => {
	const here = session.device.value !== undefined && id.startsWith(`${session.device.value}.`);
	const role = roleWord(by.role);
	if (by.role === 'board' && by.label !== '') return by.label;
	return [here ? 'この端末' : '', by.label === role ? '' : by.label, role].filter(Boolean).join('・');
};
