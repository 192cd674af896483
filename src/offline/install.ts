import { type Signal, signal } from '@preact/signals';

/** What the install card needs to know of this device. */
export interface InstallOffer {
	/** An iPad or iPhone in Safari: there are steps to show. */
	readonly showsSteps: boolean;
	/** Set while the browser offers to install (Chromebook). */
	readonly prompt: Signal<(() => void) | undefined>;
	readonly installed: Signal<boolean>;
}

interface InstallPromptEvent extends Event {
	prompt(): Promise<unknown>;
}

/** Installing gives the record a safer place: sites not on the home screen lose their storage after a week unused. */
export const createInstallOffer = (window: Window, navigator: Navigator): InstallOffer => {
	const standalone =
		window.matchMedia('(display-mode: standalone)').matches ||
		('standalone' in navigator && navigator.standalone === true);
	// An iPad calls itself a Macintosh; only the touch points tell.
	const apple =
		/iPad|iPhone/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
	const prompt = signal<(() => void) | undefined>(undefined);
	const installed = signal(standalone);
	window.addEventListener('beforeinstallprompt', (event) => {
		event.preventDefault();
		prompt.value = () => void (event as InstallPromptEvent).prompt();
	});
	window.addEventListener('appinstalled', () => {
		installed.value = true;
		prompt.value = undefined;
	});
	return { showsSteps: apple && !standalone, prompt, installed };
};
