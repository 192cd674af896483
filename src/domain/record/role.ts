import type { Role } from './operation.ts';

const words: Record<Role, string> = {
	ictLead: 'ICT担当',
	principal: '校長',
	vicePrincipal: '教頭',
	teacher: '教員',
	board: '教育委員会',
};

/** The post that uses a device, in the words of the screen; empty for a role that a newer app has invented. */
export const roleWord = (role: Role): string => words[role] ?? '';
