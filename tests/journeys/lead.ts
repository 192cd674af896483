import type { BrowserPage, Keys, Role } from './browsers/browserPage.ts';
import { until } from './browsers/until.ts';
import type { Site } from './site.ts';

/** What a square says of itself in 取組一覧. */
export type Tick = '□' | '☑' | '実施中' | '該当なし';

const ariaOf: Record<string, Tick> = { true: '☑', false: '□', mixed: '実施中' };

/** The school's ICT lead at one device: what a person does and sees, in their words. */
export class Lead {
	readonly page: BrowserPage;
	readonly site: Site;

	constructor(page: BrowserPage, site: Site) {
		this.page = page;
		this.site = site;
	}

	/** Opens an address of the site and waits until the app has taken over. */
	async opens(path: string): Promise<void> {
		await this.page.visit(this.site.url + path);
		await this.appears();
	}

	async reloads(): Promise<void> {
		await this.page.reload();
		await this.appears();
	}

	private appears(): Promise<true> {
		return until('the app', () => this.page.run(() => 'ready' in document.documentElement.dataset, undefined));
	}

	/** First start: 「まず試してみる」 with the given 校種. */
	async startsTrial(schoolType = '小学校'): Promise<void> {
		if (schoolType !== '小学校') await this.chooses(schoolType);
		await this.presses(`${schoolType}で試してみる`);
		await this.isSaved();
	}

	/** A school that has begun and stands on 取組一覧. */
	async begins(schoolType?: string): Promise<void> {
		await this.opens('/');
		await this.startsTrial(schoolType);
	}

	// What a person does.

	presses = (name: string, within?: string): Promise<void> => this.click('button', name, within);
	follows = (name: string, within?: string): Promise<void> => this.click('link', name, within);
	chooses = (name: string, within?: string): Promise<void> => this.click('radio', name, within);

	private click(role: Role, name: string, within?: string): Promise<void> {
		return this.page.click({ role, name, ...(within !== undefined && { within }) });
	}

	/** Ticks or unticks a □ of 取組一覧, named by the beginning of its sentence. */
	ticks = (name: string): Promise<void> => this.click('checkbox', name);

	types = (field: string, text: string): Promise<void> => this.page.type({ role: 'textbox', name: field }, text);

	keys = (...keys: Keys[]): Promise<void> => this.page.press(...keys);

	/** Tab until the focus stands on a control with these words. */
	async tabsTo(words: string, key: Keys = 'Tab'): Promise<void> {
		for (let step = 0; step < 120; step += 1) {
			if ((await this.focused()).includes(words)) return;
			await this.page.press(key);
		}
		throw new Error(`the keyboard never reached 「${words}」`);
	}

	/** Another tab of the same browser. */
	async opensTab(path: string): Promise<Lead> {
		const tab = new Lead(await this.page.sibling(), this.site);
		await tab.opens(path);
		return tab;
	}

	/** 設定 → バックアップを書き出す: the file's text. */
	async writesBackup(): Promise<{ name: string; text: string }> {
		await this.opens('/settings');
		const file = await this.page.saved(() => this.presses('バックアップを書き出す'));
		await this.sees('を書き出しました', '#backup');
		return file;
	}

	/** Gives a backup file to whatever on the page takes one. */
	async readsBackup(button: string, file: string): Promise<void> {
		await this.page.give({ role: 'file', name: button }, file);
	}

	/** Nothing has been typed for longer than a text waits before it saves itself. The page's clock runs 20 times faster. */
	async pauses(): Promise<void> {
		await this.page.run(() => new Promise((resolve) => setTimeout(resolve, 2500)), undefined);
	}

	async hurriesTheClock(): Promise<void> {
		await this.page.run(() => {
			const slow = window.setTimeout;
			window.setTimeout = ((task: () => void, delay = 0) => slow(task, delay / 20)) as typeof setTimeout;
		}, undefined);
	}

	// Being offline.

	/** The worker has stored the site: from here on it needs no network. */
	async isReadyForOffline(): Promise<void> {
		await until('the service worker', () =>
			this.page.run(async () => {
				const registration = await navigator.serviceWorker.getRegistration();
				return registration?.active?.state === 'activated';
			}, undefined),
		);
	}

	/** The server is really gone, and the browser's network with it where it can be switched off. */
	async goesOffline(): Promise<void> {
		await this.page.setOffline(true);
		await this.site.stop();
	}

	async comesBackOnline(): Promise<void> {
		await this.site.startAgain();
		await this.page.setOffline(false);
	}

	// What a person sees.

	/** The visible words of the page, or of one part of it, without line breaks. */
	words(selector = 'body'): Promise<string> {
		return this.page.run(
			(part) => (document.querySelector<HTMLElement>(part)?.innerText ?? '').replace(/\s+/g, ' '),
			selector,
		);
	}

	async sees(words: string, selector?: string): Promise<void> {
		await until(
			`「${words}」`,
			async () => (await this.words(selector)).includes(words),
			() => this.words(selector),
		);
	}

	async nowhereSees(words: string, selector?: string): Promise<void> {
		await until(
			`no 「${words}」`,
			async () => !(await this.words(selector)).includes(words),
			() => this.words(selector),
		);
	}

	/** The header says that everything is on the device. */
	isSaved = (): Promise<void> => this.sees('端末に保存', '.head');

	/** Makes the window that wide; the page has heard of it. */
	async narrowsTo(width: number, height = 900): Promise<void> {
		await this.page.resize(width, height);
		await until(`${width} px`, async () => (await this.page.run(() => innerWidth, undefined)) === width);
	}

	/** Where a □ of 取組一覧 stands; undefined while it is not in the list. */
	async tickOf(name: string): Promise<Tick | undefined> {
		const checked = await this.page.run((sentence) => {
			const rows = [...document.querySelectorAll('.action-row')];
			const row = rows.find((each) => each.querySelector('a')?.textContent?.includes(sentence));
			if (!row) return null;
			return row.querySelector('[role=checkbox]')?.getAttribute('aria-checked') ?? 'none';
		}, name);
		return checked === null ? undefined : (ariaOf[checked] ?? '該当なし');
	}

	async seesTick(name: string, tick: Tick): Promise<void> {
		await until(`${tick} ${name}`, async () => (await this.tickOf(name)) === tick);
	}

	/** The chosen one of a group of radio buttons; empty where none is. */
	chosen(group: string): Promise<string> {
		return this.page.run((name) => {
			const radio = document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`);
			return radio?.closest('label')?.textContent?.trim() ?? '';
		}, group);
	}

	async seesChosen(group: string, word: string): Promise<void> {
		await until(`${group}: ${word}`, async () => (await this.chosen(group)) === word);
	}

	/** What stands in a text field. */
	textIn(id: string): Promise<string | null> {
		return this.page.run((field) => document.querySelector<HTMLInputElement>(`#${field}`)?.value ?? null, id);
	}

	async seesText(id: string, text: string): Promise<void> {
		await until(
			`「${text}」 in ${id}`,
			async () => (await this.textIn(id)) === text,
			async () => String(await this.textIn(id)),
		);
	}

	/** Name of the focused control. */
	focused(): Promise<string> {
		return this.page.run(() => {
			const at = document.activeElement;
			if (!at || at === document.body) return '';
			const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])].map((label) => label.textContent) : [];
			return [at.getAttribute('aria-label') ?? '', ...labels, at.textContent ?? ''].join(' ').trim();
		}, undefined);
	}

	/** Which □ the list shows, by the beginning of their sentences. */
	listed(): Promise<readonly string[]> {
		return this.page.run(
			() => [...document.querySelectorAll('.action-row > a')].map((link) => (link.textContent ?? '').slice(0, 20)),
			undefined,
		);
	}

	path = (): Promise<string> => this.page.run(() => location.pathname + location.search, undefined);
}
