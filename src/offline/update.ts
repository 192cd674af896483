import type { Signal } from '@preact/signals';
import { Workbox } from 'workbox-window';

/**
 * Looks for a new version at start and whenever the page is seen again (an iPad finds a waiting worker late), and
 * offers it. Nothing is applied by itself: a reload under somebody's fingers would be a loss.
 */
export const watchForUpdates = (offer: Signal<(() => void) | undefined>): void => {
	if (!('serviceWorker' in navigator)) return;
	const workbox = new Workbox('/serviceWorker.js');
	workbox.addEventListener('waiting', () => {
		offer.value = () => {
			workbox.addEventListener('controlling', () => location.reload());
			workbox.messageSkipWaiting();
		};
	});
	const look = () => document.visibilityState === 'visible' && navigator.onLine && void workbox.update();
	const registered = workbox.register({ immediate: true }).then(() => {
		document.addEventListener('visibilitychange', look);
		window.addEventListener('pageshow', look);
	});
	// Refused in private windows and on some managed devices: the app then works while there is a connection.
	registered.catch(() => undefined);
};
