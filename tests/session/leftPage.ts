import { type Browser, lesson, settled } from './browser.ts';

export const entity = `action/${lesson}`;

/** What the browser's operations say of a field, one after the other. */
export const said = async (browser: Browser, field: string): Promise<unknown[]> =>
	(await browser.kept()).filter((each) => each.field === field).map(({ value }) => value);

/** The next page of the same browser, once it has taken up what the one before has left. */
export async function next(browser: Browser) {
	const visit = await browser.visits();
	await settled(visit.session);
	return visit;
}
