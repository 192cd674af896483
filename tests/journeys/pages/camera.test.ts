import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { invitationAddress } from '../../../src/domain/exchange/code.ts';
import { heldBeforeCamera } from '../browsers/heldBeforeCamera.ts';
import { systemBrowsers } from '../browsers/launch.ts';
import { quiet } from '../browsers/playwrightBrowser.ts';
import { cacheFolder } from '../cacheFolder.ts';
import { Site } from '../site.ts';

const code = '7K3M9QX2B4FA';
const played = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

let site: Site;
let browser: Browser | undefined;

const opens = async (...switches: string[]): Promise<Page> => {
	const system = systemBrowsers() && { executablePath: '/usr/bin/chromium' };
	browser = await chromium.launch({ args: [...quiet, ...switches], ...system });
	const page = await browser.newPage();
	page.setDefaultTimeout(10_000);
	await page.goto(site.url);
	await page.waitForSelector('[data-ready]');
	await page.getByRole('button', { name: 'カメラで読み取る' }).click();
	return page;
};

beforeEach(async () => {
	site = await Site.start();
});
afterEach(async () => {
	await browser?.close();
	await site.close();
});

describe('the camera at the first start', () => {
	test('reads an invitation that is held before it, asks what it is for, and is off again', async () => {
		const film = join(cacheFolder('camera'), 'invitation.y4m');
		writeFileSync(film, heldBeforeCamera(invitationAddress(site.url, code)));
		const page = await opens(...played, `--use-file-for-fake-video-capture=${film}`);
		const asked = await page.waitForRequest(/enrolments\/lookup$/);
		expect(asked.postDataJSON()).toEqual({ code });
		await page.waitForSelector('#join-refusal.problem');
		expect(await page.locator('video').count()).toBe(0);
		expect(page.url()).not.toContain('#');
	});

	test('that is not allowed says so, and typing is still there', async () => {
		const page = await opens();
		await page.getByText('カメラの使用が許可されていません').or(page.getByText('カメラが見つかりません')).waitFor();
		await page.getByRole('button', { name: 'コードを手で入れる' }).click();
		await page.locator('#join-code').fill(code);
		expect(await page.locator('#join-code').inputValue()).toBe(code);
	});
});
