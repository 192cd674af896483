// @vitest-environment happy-dom
import { LocationProvider } from 'preact-iso';
import { expect, test } from 'vitest';
import { wireYears } from '../../../src/app/years.ts';
import { addOccurrence } from '../../../src/domain/record/edits.ts';
import { YearsPage } from '../../../src/features/years/YearsPage.tsx';
import { elementary, plan2025, training } from '../../session/browser.ts';
import { year } from '../../store/profile.ts';
import { standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';

test('the running year is read as of today, also while a year that is over is open', async () => {
	const browser = await elementary();
	const now = await browser.visits();
	await now.session.take({
		edits: () => addOccurrence('o1', { action: training, date: '2026-10-03', place: '', memo: '' }),
	});
	const { session, store } = await browser.visits({ fiscalYear: year - 1, exact: true });
	const years = wireYears({
		...{ store: async () => store, editions: [], fetchEdition: async () => plan2025 },
		...{ editionOf: async () => plan2025, today: () => '2026-11-21' },
		preferred: { read: () => undefined, write: () => undefined },
	});
	history.replaceState(null, '', `/years?kind=action&id=${training}`);
	const drawn = standing(
		<LocationProvider>
			<YearsPage session={session} years={years} />
		</LocationProvider>,
	);
	await person(drawn).sees('令和8年度');
	const running = drawn.all('.years-list li, .years-table tr').map(({ textContent }) => textContent ?? '');
	expect(running.join(' ')).toContain('達成');
});
