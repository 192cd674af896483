import { describe } from 'vitest';
import { journey } from '../journey.ts';
import { fits, openPages } from '../pages/fits.ts';

describe('no page scrolls sideways or cuts its text', () => {
	journey('from 320 to 1366 px, at the usual text size', async (school) => {
		const lead = await school.lead();
		await lead.opens('/');
		await fits(lead, 'first start');
		await lead.startsTrial();
		for (const path of openPages) {
			await lead.opens(path);
			await lead.isSaved();
			await fits(lead, path);
		}
	});
});
