import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const debianChromium = '/usr/bin/chromium';
const flags = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Opens Chromium for drawing pictures: Debian's where it is installed, else the browser driver's own. */
export function openBrowser() {
	const own = existsSync(debianChromium) ? { executablePath: debianChromium } : {};
	// Chromium refuses its sandbox to root, and what is drawn here is our own.
	const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	return chromium.launch({ ...own, args: [...flags, ...sandbox] });
}
