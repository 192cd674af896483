const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes in the unit a person would use: 1234567 → 「1.2 MB」. */
export const sizeWord = (bytes: number): string => {
	// 999.6 kB would be rounded to 「1000 kB」.
	const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes * 1.0005) / 3));
	const value = bytes / 1000 ** step;
	return `${step === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[step]}`;
};
