/** A moment as the app itself writes it: engines differ in what else they take for a date. */
export const isInstant = (written: string): boolean =>
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(written) && !Number.isNaN(Date.parse(written));

/** `YYYY-MM-DD`, of a day that exists. */
export const isDay = (written: string): boolean => {
	const moment = /^\d{4}-\d\d-\d\d$/.test(written) ? Date.parse(written) : Number.NaN;
	return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(written);
};
