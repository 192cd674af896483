/** A control as a person names it: what it is, and the words on it. */
export interface Target {
	readonly role: Role;
	/** Its accessible name, whole or a part of it that no other has. */
	readonly name: string;
	/** CSS selector of what the control lies in, where the same words stand twice on a page. */
	readonly within?: string;
}

export type Role = 'link' | 'button' | 'checkbox' | 'radio' | 'textbox' | 'combobox' | 'file' | 'summary';

/** A key with its modifiers: `Tab`, `Shift+Tab`, `Space`, `ArrowRight`. */
export type Keys = string;

/** One tab, driven the same way in every browser: real clicks, real keys, and scripts run inside the page. */
export interface BrowserPage {
	visit(url: string): Promise<void>;
	reload(): Promise<void>;
	click(target: Target): Promise<void>;
	/** Focuses the field and types at the end of what stands in it. */
	type(target: Target, text: string): Promise<void>;
	press(...keys: Keys[]): Promise<void>;
	/** Hands a file to a file field. */
	give(target: Target, file: string): Promise<void>;
	/** What an IME shows under the cursor before anything is confirmed. */
	compose(text: string): Promise<void>;
	/** The IME's text is confirmed as it stands. */
	confirm(text: string): Promise<void>;
	/** Runs a function in the page. It must not use anything from outside but its argument. */
	run<Argument, Value>(
		script: (argument: Argument) => Value | Promise<Value>,
		argument: Argument,
	): Promise<Awaited<Value>>;
	/** Runs something that makes the page save a file, and gives that file. */
	saved(act: () => Promise<void>): Promise<SavedFile>;
	resize(width: number, height: number): Promise<void>;
	screenshot(file: string): Promise<void>;
	/** Another tab of the same profile. */
	sibling(): Promise<BrowserPage>;
	/** Takes the network away from the browser, or gives it back, where the browser can do that itself. */
	setOffline(offline: boolean): Promise<void>;
	/** What the browser has complained of so far: errors, policy violations, requests to strangers. */
	complaints(): readonly string[];
	close(): Promise<void>;
}

export interface SavedFile {
	readonly name: string;
	readonly bytes: Uint8Array;
	/** The bytes read as UTF-8. */
	readonly text: string;
}

export interface TestBrowser {
	readonly name: BrowserName;
	/** An empty profile with one tab. Profiles are told apart by their origin, too: no two share one. */
	open(): Promise<BrowserPage>;
	close(): Promise<void>;
}

export type BrowserName = 'chromium' | 'webkit';
