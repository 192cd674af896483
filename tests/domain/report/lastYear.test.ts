import { describe, expect, test } from 'vitest';
import { Device } from '../record/devices.ts';
import { editionWith, from, plan2025 } from '../record/editions.ts';
import { reportOf, rowOf, set } from './report.ts';

const action = 'sendai-2025-1-1-1-1';

describe('last year', () => {
	const edition = editionWith(2026, {
		merged: from('sendai-2025-1-1-1-1', 'sendai-2025-1-1-1-2').merged,
		split1: from('sendai-2025-1-1-2-1').split,
		split2: from('sendai-2025-1-1-2-1').split,
		new: 'new',
		lost: from('sendai-2023-1').same,
	});
	const now = (lastYear: Device) => {
		const before = { edition: plan2025, fiscalYear: 2025, fold: lastYear.fold };
		const report = reportOf({ edition, fiscalYear: 2026, today: '2027-02-01', before });
		return (id: string) => rowOf(report, id).cells.lastRating;
	};
	const rated = (ratings: Readonly<Record<string, string>>, field = 'ratingFinal') => {
		const lead = new Device('lead');
		for (const [id, rating] of Object.entries(ratings)) set(lead, `action/sendai-2025-${id}`, { [field]: rating });
		return lead;
	};

	test('of several that became one, the least; nothing where one was not rated', () => {
		expect(now(rated({ '1-1-1-1': 'excellent', '1-1-1-2': 'insufficient' }))('merged')).toBe('△');
		expect(now(rated({ '1-1-1-1': 'excellent' }))('merged')).toBe('―');
	});

	test('of several that became one, what was 該当なし has no say', () => {
		const lead = rated({ '1-1-1-1': 'good' });
		set(lead, 'action/sendai-2025-1-1-1-2', { status: 'notApplicable' });
		expect(now(lead)('merged')).toBe('○');
	});

	test('of one that became two, stands at both; of a new one or one whose descent is not at hand, nothing', () => {
		const last = now(rated({ '1-1-2-1': 'excellent' }, 'ratingMidyear'));
		expect(['split1', 'split2', 'new', 'lost'].map(last)).toEqual(['◎', '◎', '―', '―']);
	});

	test('recorded against this very edition, is read from the same □', () => {
		const lead = rated({ '1-1-1-1': 'good' });
		const before = { edition: plan2025, fiscalYear: 2024, fold: lead.fold };
		expect(rowOf(reportOf({ before }), action).cells.lastRating).toBe('○');
	});
});
