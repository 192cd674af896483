import type { BrowserPage, Keys, Role, SavedFile } from './browsers/browserPage.ts';
import { until } from './browsers/until.ts';

/** What a square says of itself in 取組一覧. */
export type Tick = '□' | '☑' | '実施中' | '該当なし';

const ariaOf: Record<string, Tick> = { true: '☑', false: '□', mixed: '実施中' };

/** Where a device finds the site: an endpoint of its own, or its line to one that it shares. */
export interface Place {
	readonly url: string;
	stop(): Promise<void>;
	startAgain(build?: string): Promise<void>;
	/** Stops it for good. */
	close(): Promise<void>;
}

/** The school's ICT lead at one device: what a person does and sees, in their words. */
export class Lead {
	readonly page: BrowserPage;
	readonly site: Place;
	private readonly foreseen: RegExp[] = [];

	constructor(page: BrowserPage, site: Place) {
		this.page = page;
		this.site = site;
	}

	/** What the browser will complain of belongs to this story: a refused request, an endpoint that is gone. */
	foresees(complaint: RegExp): void {
		this.foreseen.push(complaint);
	}

	/** What the browser has complained of that the story did not foresee. */
	complaints = (): readonly string[] =>
		this.page.complaints().filter((each) => !this.foreseen.some((pattern) => pattern.test(each)));

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

	/** Takes this device into its school with a code, as whoever uses it. */
	async enrols(code: string, post?: string): Promise<void> {
		await this.opens(`/join#${code}`);
		await this.sees('に登録します');
		if (post !== undefined) await this.chooses(post);
		await this.presses('登録する');
		await this.sees('今やること', 'h1');
	}

	/** 引継ぎ: an invitation for a colleague's device; its code. */
	async invites(post: string): Promise<string> {
		await this.opens('/handover');
		await this.chooses(post);
		await this.presses(`${post}の端末を招待する`);
		await this.sees('で使えなくなります');
		return this.words('.invitation-code');
	}

	/** Asks for everything to be sent and fetched now, and sees that nothing waits. */
	async exchanges(): Promise<void> {
		await this.opens('/settings');
		await this.presses('今すぐ送る');
		await this.sees('教育委員会の保管庫に届きました', '#exchange');
		await this.nowhereSees('送信待ち');
	}

	/** As `exchanges`, where nothing of this device may have been sent yet. */
	async exchangesNothingNew(): Promise<void> {
		await this.opens('/settings');
		await this.presses('今すぐ送る');
		await this.sees('今すぐ送る', '#exchange');
		await this.sees('最終連絡', '#exchange');
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
	async writesBackup(): Promise<SavedFile> {
		await this.opens('/settings');
		// What is above the button comes in its own time and moves it; a click in that moment would go beside it.
		await this.sees('まだ学校に登録していません', '#exchange');
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
				// WebKit goes on saying `activating` to a page that was loaded while the worker took over.
				return registration?.active != null;
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
