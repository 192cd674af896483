import type { Json, Operation } from '../../src/domain/record/operation.ts';

/**
 * A busy school's year: five devices, 100 □ that are edited again and again, a 実施記録 in every third step.
 * `installations`: 31 hex digits that the devices' ids begin with.
 */
export function schoolYear(count: number, installations = '0123456789abcdef'.repeat(2).slice(1)): Operation[] {
	const heads = new Map<string, string>();
	return Array.from({ length: count }, (_, n) => {
		const [entity, field, value] = entry(n);
		const id = `${installations}${n % 5}.${Math.floor(n / 5) + 1}`;
		const seen = heads.get(`${entity} ${field}`);
		heads.set(`${entity} ${field}`, id);
		const at = new Date(1_743_465_600_000 + n * 60_000).toISOString();
		const by = { role: 'teacher', label: '教員' } as const;
		return { version: 1, id, lamport: n + 1, at, by, entity, field, value, replaces: seen ? [seen] : [] };
	});
}

function entry(n: number): [string, string, Json] {
	const action = `sendai-2025-${n % 100}`;
	if (n % 3 === 0) {
		const occurrence = `occurrence/o${Math.floor(n / 9)}`;
		const day = String((n % 28) + 1).padStart(2, '0');
		const place = Math.floor(n / 3) % 3;
		if (place === 0) return [occurrence, 'action', `sendai-2025-${Math.floor(n / 9) % 100}`];
		return place === 1 ? [occurrence, 'date', `2025-09-${day}`] : [occurrence, 'memo', `5年2組 ${n}`];
	}
	if (n % 3 === 1) return [`action/${action}`, 'status', n % 2 === 0 ? 'achieved' : 'inProgress'];
	return [`action/${action}`, 'result', `校内研修を実施し、全学級で活用した。${n}`];
}
