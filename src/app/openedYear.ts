/** The fiscal year that a person has opened in this tab; a new tab opens the year that today lies in. */
export interface OpenedYear {
	read(): number | undefined;
	write(fiscalYear: number | undefined): void;
}

const key = 'masume.year';

/** sessionStorage, which may be forbidden: then every page opens the current year. */
export const createOpenedYear = (storage: () => Storage): OpenedYear => ({
	read() {
		try {
			const year = Number(storage().getItem(key));
			return Number.isInteger(year) && year >= 2000 && year <= 2999 ? year : undefined;
		} catch {
			return undefined;
		}
	},
	write(fiscalYear) {
		try {
			if (fiscalYear === undefined) storage().removeItem(key);
			else storage().setItem(key, String(fiscalYear));
		} catch {
			// Nothing to remember it with.
		}
	},
});
