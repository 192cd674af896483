import type { Chromium, Session } from './devtools.ts';
import { type Probe, type Selectors, startProbe, type Tick, type Visit } from './probe.ts';

// Lighthouse's and the developer tools' "slow 4G", and the slowdown that makes an office machine a 4 GB Chromebook.
const slow4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const slowdown = 4;

declare const probe: Probe;

/** A browser profile that has never seen the site; what it learns it keeps until it is thrown away. */
export interface Device {
	/** `knows`: the first start is behind it and is not looked for. */
	open(knows?: 'knows'): Promise<SlowPage>;
	forget(): Promise<void>;
}

/** A page on a slow processor and a slow line, with the probe in it. */
export interface SlowPage {
	/** Goes there and ticks the first □ as soon as it can be ticked. */
	visit(url: string): Promise<Visit>;
	tick(index: number): Promise<Tick>;
	/** Until the worker stands, the record is written and nothing is under way any more. */
	settle(): Promise<void>;
	facts(): Promise<{ readonly elements: number; readonly heap: number }>;
	close(): Promise<void>;
}

const evaluate = async (session: Session, expression: string): Promise<unknown> => {
	const answer = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
	if (answer.exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(answer.exceptionDetails)}`);
	return (answer.result as { value: unknown }).value;
};

/** Runs in the page, as text: `probe` is what `startProbe` left there. */
const asked = <Value, Input extends readonly unknown[]>(
	session: Session,
	question: (...input: Input) => Promise<Value> | Value,
	...input: Input
) => evaluate(session, `(${question})(${input.map((each) => JSON.stringify(each)).join()})`) as Promise<Value>;

const settled = async () => {
	const { serviceWorker } = navigator;
	// The bare page has no worker and would wait for ever.
	if (document.querySelector('link[rel=manifest]')) await serviceWorker.ready;
	await new Promise((resolve) => setTimeout(resolve, 1_000));
};

const heapOf = async (session: Session): Promise<number> => {
	await session.send('HeapProfiler.collectGarbage');
	return Number((await session.send('Runtime.getHeapUsage')).usedSize);
};

const open = async (browser: Chromium, context: string, selectors: Selectors): Promise<SlowPage> => {
	const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', browserContextId: context });
	const session = await browser.page(String(targetId));
	await session.send('Page.enable');
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', slow4G);
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	// A worker sleeps soon after its last page is closed; every visit has to wake it.
	await session.send('ServiceWorker.enable');
	await session.send('ServiceWorker.stopAllWorkers');
	await session.send('ServiceWorker.disable');
	await session.send('Page.addScriptToEvaluateOnNewDocument', {
		source: `(${startProbe})(${JSON.stringify(selectors)})`,
	});
	return {
		async visit(url) {
			const { errorText } = await session.send('Page.navigate', { url });
			if (errorText) throw new Error(`${url}: ${errorText}`);
			return asked(session, () => probe.visit);
		},
		tick: (index) => asked(session, (n: number) => probe.tick(n), index),
		settle: () => asked(session, settled),
		facts: async () => ({
			elements: await asked(session, () => document.querySelectorAll('*').length),
			heap: await heapOf(session),
		}),
		close: () => browser.send('Target.closeTarget', { targetId }).then(() => undefined),
	};
};

export async function newDevice(browser: Chromium, selectors: Selectors): Promise<Device> {
	const context = String((await browser.send('Target.createBrowserContext')).browserContextId);
	return {
		open: (knows) => open(browser, context, knows ? { checkbox: selectors.checkbox } : selectors),
		forget: () => browser.send('Target.disposeBrowserContext', { browserContextId: context }).then(() => undefined),
	};
}
