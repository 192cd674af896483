import { useEffect } from 'preact/hooks';

/** What stands behind the `#` of the page's address, taken out of it at once: it belongs into no history and no picture. */
const take = (): string => {
	const written = location.hash.slice(1);
	if (written) history.replaceState(history.state, '', location.pathname + location.search);
	return written;
};

/** Hands over the code with which the page was opened, and any that comes into the address while it stands. */
export const useCodeInAddress = (onCode: (written: string) => void, here: boolean): void =>
	useEffect(() => {
		if (!here) return;
		const look = () => {
			const written = take();
			if (written) onCode(written);
		};
		look();
		window.addEventListener('hashchange', look);
		return () => window.removeEventListener('hashchange', look);
	}, [here]);
