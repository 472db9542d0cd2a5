import type { Modifier } from './keys.ts';

/** The two browsers the extension is built for. */
export type BrowserName = 'chromium' | 'firefox';

/** JavaScript source of an expression, or a self-contained function (it sees its arguments only, no closure). */
export type InPage<A extends unknown[], T> = string | ((...args: A) => T | Promise<T>);

/** Where over the target of a drag the button is released: a quarter, three quarters or half of the way down it. */
export type DropPlace = 'before' | 'after' | 'on';

export interface ClickOptions {
  /** Held down meanwhile. */
  modifiers?: readonly Modifier[];
  /** 2: the second half of a double click. */
  nth?: 1 | 2;
}

export interface WaitOptions {
  /** Milliseconds before the wait fails with a message that names what was waited for; 30,000 by default. */
  timeout?: number;
}

/** Anything that shows a document: a tab, or the toolbar popup. */
export interface Surface {
  /** Runs in the page's own world, awaits promises; arguments and result travel as JSON. */
  evaluate<T, A extends unknown[] = []>(script: InPage<A, T>, ...args: A): Promise<T>;
  /** Polls until the script gives a truthy value. */
  waitFor<A extends unknown[] = []>(script: InPage<A, unknown>, options?: WaitOptions, ...args: A): Promise<void>;
  /** A trusted mouse click at the centre of the first element the selector finds; waits for the element to be there. */
  click(selector: string, options?: ClickOptions): Promise<void>;
  /**
   * A trusted drag with the mouse: pressed at the centre of what `from` finds, moved in several steps, released over
   * what `to` finds. A target that is out of sight is scrolled there meanwhile, as a wheel would with the button held.
   */
  drag(from: string, to: string, where?: DropPlace, options?: WaitOptions): Promise<void>;
  /** Trusted key input into whatever has the focus; a newline is the Enter key. */
  type(text: string): Promise<void>;
  /** One key with its modifiers, as real key events: 'Control+Enter', 'Alt+ArrowUp', 'Tab', '1', 'Shift+ArrowLeft'. */
  press(keys: string): Promise<void>;
  /** Chooses files for a file field, whose dialog no driver can use; for a field of folders, the path of one folder. */
  chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
  /** An input method composes the text: compositionstart, an Enter key that is composing, the text, compositionend. */
  compose(text: string): Promise<void>;
  /** Writes a PNG of this surface; for the popup, of the popup alone at its real size. */
  screenshot(path: string): Promise<void>;
  isOpen(): Promise<boolean>;
}

export interface Tab extends Surface {
  url(): Promise<string>;
  goto(url: string, options?: OpenOptions): Promise<void>;
  bringToFront(): Promise<void>;
  /** The width of the page in CSS pixels, narrower than the browser lets a window be; null: that of the window. */
  setWidth(width: number | null): Promise<void>;
  /**
   * Chooses an item of the extension's, by its id, in the context menu of what the selector finds. Firefox opens its real
   * menu. Chromium's menus are drawn outside of any page and nothing can drive them: there the extension's own listener
   * is called with what Chromium would tell it, after a click on the toolbar button has let it see the page.
   */
  chooseInMenu(selector: string, item: string): Promise<void>;
  /** The same in the menu of the tab itself (Firefox) or of the toolbar button (Chromium). */
  chooseInTabMenu(item: string): Promise<void>;
  /** Presses the key of a command of the manifest; in Chromium, which gives such keys to no page, its listener is called. */
  pressCommand(command: string, keys: string): Promise<void>;
  /** Closes the tab; works while the popup hangs over it. */
  close(): Promise<void>;
}

/** The real toolbar popup. It dies as it does for a user: whenever it is closed or loses the focus. */
export interface Popup extends Surface {
  /** Closed by the browser, not by its own script. Resolves once the popup is gone. */
  close(): Promise<void>;
  /** Closed as when the user clicks on the page behind it. Resolves once the popup is gone. */
  closeByClickOnPage(): Promise<void>;
}

export interface OpenOptions {
  /** 'load' (default) waits for the load event, 'commit' only until the address has begun to answer or is under way. */
  waitUntil?: 'load' | 'commit';
}

export type ColorScheme = 'light' | 'dark';

export interface DrivenBrowser {
  readonly name: BrowserName;
  readonly version: string;
  /** 'chrome-extension://…' or 'moz-extension://…', without a slash at the end. */
  readonly extensionOrigin: string;
  openTab(url: string, options?: OpenOptions): Promise<Tab>;
  /** A page of the extension ('desk/desk.html') in a normal tab. */
  openExtensionPage(path: string): Promise<Tab>;
  /** Clicks the extension's toolbar button over the tab: the real popup, with the real activeTab grant. */
  clickToolbarButton(tab: Tab): Promise<Popup>;
  /** Presses the popup's button for the form beside the page, and waits for that. */
  openBeside(popup: Popup): Promise<Surface>;
  /** Answers the browser's question whether the extension may have a permission. Throws where nothing can answer it. */
  answerPermission(allow: boolean): Promise<void>;
  /** A private window in which the extension is allowed. Throws, saying why, where the browser cannot be driven so. */
  openPrivateWindow(url: string, options?: OpenOptions): Promise<Tab>;
  /** The open tabs, those the extension opened by itself included. */
  tabs(): Promise<Tab[]>;
  /** Waits for a tab whose address contains the text, for example one the popup has opened. */
  waitForTab(addressPart: string, options?: WaitOptions): Promise<Tab>;
  /** What prefers-color-scheme answers from now on, in tabs and in the popup. */
  setColorScheme(scheme: ColorScheme): Promise<void>;
  /** Content-policy violations and uncaught exceptions of the extension's pages since the start, in words. */
  violations(): Promise<string[]>;
  /** Ends the extension's background, as the browser does when it needs the memory; it comes back with the next event. */
  stopBackground(): Promise<void>;
  /** Resolves when the browser has ended, by itself or by the person at the screen. */
  readonly closed: Promise<void>;
  /** Quits, and removes the profile unless the caller gave one. */
  close(): Promise<void>;
  /** SIGKILL to the browser and all its processes; the profile stays if the caller gave one. */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  browser: BrowserName;
  executable: string;
  /** Folder of the unpacked extension. */
  extension: string;
  /** Folder of the profile; made if missing, kept at the end. Without it a temporary one is used and removed. */
  profile?: string;
  headless: boolean;
  /** 'http://127.0.0.1:port': all traffic goes there, loopback too. */
  proxy?: string;
  /** 'http://127.0.0.1:port': all traffic goes there, except to this machine. */
  watcher?: string;
  width?: number;
  height?: number;
  /** Folder into which downloads go without a question; without it the browser decides. */
  downloads?: string;
  /** Optional permissions that are granted as soon as they are asked for: nothing can answer the browser's own question. */
  grants?: readonly string[];
  /** Further arguments for the browser. */
  args?: string[];
}

/** Starts a browser with the extension in it. Starting again with the same profile finds the extension's data again. */
export async function launch(options: LaunchOptions): Promise<DrivenBrowser> {
  if (options.browser === 'chromium') return (await import('./chromium.ts')).launchChromium(options);
  return (await import('./firefox.ts')).launchFirefox(options);
}
