import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, type CDPSession, type Extension, launch, type Page, type Target } from 'puppeteer-core';
import type {
  ColorScheme,
  DrivenBrowser,
  LaunchOptions,
  OpenOptions,
  Popup,
  Surface,
  Tab,
  WaitOptions,
} from './browser.ts';
import { BrowserProcess, Profile } from './browser-process.ts';
import { type Key, keyFor, type Modifier, parseChord } from './keys.ts';
import { type MouseAct, PageSurface, READY_FOR_KEYS } from './page-surface.ts';
import { until } from './until.ts';

const MODIFIER_BITS: Record<Modifier, number> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

const POPUP_TIMEOUT = 30_000;

/** Key events on their way at once: enough to be fast, few enough that a popup that closes takes few with it. */
const KEYS_UNDER_WAY = 200;

/** What a keyboard with these modifiers makes of a letter is a command to the editor, which CDP wants by name. */
const EDITING_COMMANDS: Record<string, string> = {
  a: 'selectAll',
  c: 'copy',
  v: 'paste',
  x: 'cut',
  y: 'redo',
  z: 'undo',
};

/** What Chromium asks for by itself, whatever it is told; these go past the proxy, to nowhere. */
const ITS_OWN_HOSTS = [
  'accounts.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'edgedl.me.gvt1.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsing.googleapis.com',
  'sb-ssl.google.com',
  'update.googleapis.com',
];

class ChromiumSurface extends PageSurface {
  readonly page: Page;
  protected readonly session: CDPSession;

  protected constructor(page: Page, session: CDPSession) {
    super();
    this.page = page;
    this.session = session;
  }

  protected async run(source: string): Promise<string | undefined> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression: source,
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return typeof result.value === 'string' ? result.value : undefined;
  }

  protected async mouse(...acts: MouseAct[]): Promise<void> {
    const types = { move: 'mouseMoved', down: 'mousePressed', up: 'mouseReleased' } as const;
    const underWay = acts.map(({ what, point, held, modifiers, nth = 1 }) =>
      this.session.send('Input.dispatchMouseEvent', {
        type: types[what],
        x: point.x,
        y: point.y,
        modifiers: modifiers.reduce((bits, modifier) => bits | MODIFIER_BITS[modifier], 0),
        button: what === 'move' && !held ? 'none' : 'left',
        buttons: held ? 1 : 0,
        ...(what !== 'move' && { clickCount: nth }),
      }),
    );
    await Promise.all(underWay);
  }

  async type(text: string): Promise<void> {
    const underWay: Promise<unknown>[] = [];
    for (const character of text) {
      const stroke = this.#stroke(keyFor(character));
      // The popup may close meanwhile: the failure is told below, once.
      stroke.catch(() => {});
      underWay.push(stroke);
      if (underWay.length >= KEYS_UNDER_WAY) await underWay.shift();
    }
    await Promise.all(underWay);
  }

  async press(keys: string): Promise<void> {
    const { modifiers, key } = parseChord(keys);
    let bits = 0;
    for (const modifier of modifiers) {
      bits |= MODIFIER_BITS[modifier];
      await this.#key('rawKeyDown', keyFor(modifier), bits);
    }
    await this.#stroke(key, bits);
    for (const modifier of modifiers.toReversed()) {
      bits &= ~MODIFIER_BITS[modifier];
      await this.#key('keyUp', keyFor(modifier), bits);
    }
  }

  async compose(text: string): Promise<void> {
    await this.session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    const enter = keyFor('Enter');
    // 229 is the code of every key while an input method has the keyboard.
    await this.#key('rawKeyDown', { ...enter, keyCode: 229 }, 0);
    await this.session.send('Input.insertText', { text });
    await this.#key('keyUp', enter, 0);
  }

  async chooseFiles(selector: string, paths: readonly string[]): Promise<void> {
    const { result } = await this.session.send('Runtime.evaluate', {
      expression: `document.querySelector(${JSON.stringify(selector)})`,
    });
    const { objectId } = result;
    if (objectId === undefined) throw new Error(`There is no file field ${selector}.`);
    await this.session.send('DOM.setFileInputFiles', { files: [...paths], objectId });
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path: path as `${string}.png`, captureBeyondViewport: false });
  }

  async isOpen(): Promise<boolean> {
    return !this.page.isClosed();
  }

  async wearColorScheme(value: ColorScheme): Promise<void> {
    await this.session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  }

  async #stroke(key: Key, bits = 0): Promise<void> {
    const down = this.#key('keyDown', key, bits);
    const up = this.#key('keyUp', key, bits);
    await Promise.all([down, up]);
  }

  async #key(type: 'keyDown' | 'rawKeyDown' | 'keyUp', { key, code, keyCode, text }: Key, bits: number): Promise<void> {
    const writes = type === 'keyDown' && text !== undefined && (bits & ~MODIFIER_BITS.Shift) === 0;
    const primary = process.platform === 'darwin' ? MODIFIER_BITS.Meta : MODIFIER_BITS.Control;
    const command = type === 'keyDown' && bits === primary ? EDITING_COMMANDS[key.toLowerCase()] : undefined;
    await this.session.send('Input.dispatchKeyEvent', {
      type: type === 'keyDown' && !writes ? 'rawKeyDown' : type,
      key,
      code,
      windowsVirtualKeyCode: keyCode,
      modifiers: bits,
      ...(writes ? { text, unmodifiedText: text } : {}),
      ...(command ? { commands: [command] } : {}),
    });
  }
}

/** Calls a listener of the extension's background as Chromium would. */
type Dispatch = (event: 'contextMenus.onClicked' | 'commands.onCommand', page: Page, info: unknown) => Promise<void>;

class ChromiumTab extends ChromiumSurface implements Tab {
  readonly #dispatch: Dispatch;
  #popup: ChromiumPopup | undefined;

  private constructor(page: Page, session: CDPSession, dispatch: Dispatch) {
    super(page, session);
    this.#dispatch = dispatch;
  }

  static async of(page: Page, dispatch: Dispatch): Promise<ChromiumTab> {
    return new ChromiumTab(page, await page.createCDPSession(), dispatch);
  }

  async chooseInMenu(selector: string, menuItemId: string): Promise<void> {
    const pointed = await this.evaluate((wanted: string) => {
      const element = document.querySelector(wanted);
      const linkUrl = element?.closest('a')?.href;
      const srcUrl = element instanceof HTMLImageElement ? element.currentSrc : undefined;
      // Chromium folds the white space of a selection.
      const selectionText = getSelection()?.toString().replace(/\s+/g, ' ');
      return { frameId: 0, linkUrl, srcUrl, selectionText };
    }, selector);
    await this.#dispatch('contextMenus.onClicked', this.page, { menuItemId, ...pointed });
  }

  async chooseInTabMenu(menuItemId: string): Promise<void> {
    await this.#dispatch('contextMenus.onClicked', this.page, { menuItemId });
  }

  async pressCommand(command: string): Promise<void> {
    await this.#dispatch('commands.onCommand', this.page, command);
  }

  async url(): Promise<string> {
    return this.page.url();
  }

  async goto(address: string, options: OpenOptions = {}): Promise<void> {
    if (options.waitUntil !== 'commit') {
      await this.page.goto(address);
      return;
    }
    // The answer comes when the site has answered, which is what the caller does not want to wait for.
    this.session.send('Page.navigate', { url: address }).catch(() => {});
  }

  async setWidth(width: number | null): Promise<void> {
    const height = await this.evaluate<number>('innerHeight');
    await this.page.setViewport(width === null ? null : { width, height });
    await this.waitFor((wanted) => wanted === null || innerWidth === wanted, {}, width);
  }

  async bringToFront(): Promise<void> {
    await this.page.bringToFront();
  }

  async close(): Promise<void> {
    await this.page.close();
    await this.#popup?.gone();
  }

  hangOver(popup: ChromiumPopup): void {
    this.#popup = popup;
  }
}

class ChromiumPopup extends ChromiumSurface implements Popup {
  readonly #behind: ChromiumTab;

  private constructor(page: Page, session: CDPSession, behind: ChromiumTab) {
    super(page, session);
    this.#behind = behind;
  }

  static async over(behind: ChromiumTab, page: Page): Promise<ChromiumPopup> {
    return new ChromiumPopup(page, await page.createCDPSession(), behind);
  }

  async close(): Promise<void> {
    await this.#behind.page.bringToFront();
    await this.gone();
  }

  async closeByClickOnPage(): Promise<void> {
    await this.#behind.page.mouse.click(5, 5);
    await this.gone();
  }

  async gone(): Promise<void> {
    await until('The end of the popup', () => this.page.isClosed() || undefined);
  }
}

/** The form in the side panel. */
class ChromiumPanel extends ChromiumSurface {
  static async at(page: Page): Promise<ChromiumPanel> {
    return new ChromiumPanel(page, await page.createCDPSession());
  }
}

class Chromium implements DrivenBrowser {
  readonly name = 'chromium';
  readonly version: string;
  readonly extensionOrigin: string;
  readonly #browser: Browser;
  readonly #extension: Extension;
  readonly #process: BrowserProcess;
  readonly #profile: Profile;
  readonly #tabs = new WeakMap<Page, Promise<ChromiumTab>>();
  readonly #surfaces = new Set<ChromiumSurface>();
  readonly #heard = new WeakSet<Target>();
  readonly #violations: string[] = [];
  #scheme: ColorScheme | undefined;

  constructor(browser: Browser, version: string, extension: Extension, process: BrowserProcess, profile: Profile) {
    this.version = version;
    this.extensionOrigin = `chrome-extension://${extension.id}`;
    this.#browser = browser;
    this.#extension = extension;
    this.#process = process;
    this.#profile = profile;
    for (const target of browser.targets()) this.#hear(target);
    browser.on('targetcreated', (target) => this.#hear(target));
    browser.on('targetchanged', (target) => this.#hear(target));
  }

  async openTab(address: string, options: OpenOptions = {}): Promise<Tab> {
    const tab = await this.#tab(await this.#browser.newPage());
    await tab.goto(address, options);
    return tab;
  }

  openExtensionPage(path: string): Promise<Tab> {
    return this.openTab(`${this.extensionOrigin}/${path}`);
  }

  async clickToolbarButton(tab: Tab): Promise<Popup> {
    if (!(tab instanceof ChromiumTab)) throw new Error('This tab is not one of this Chromium.');
    const before = new Set(this.#browser.targets());
    await tab.page.bringToFront();
    await tab.page.triggerExtensionAction(this.#extension);
    const target = await this.#browser.waitForTarget(
      (each) => !before.has(each) && each.type() !== 'service_worker' && each.url().startsWith(this.extensionOrigin),
      { timeout: POPUP_TIMEOUT },
    );
    const popup = await ChromiumPopup.over(tab, await target.asPage());
    tab.hangOver(popup);
    await this.#dress(popup);
    await popup.waitFor(READY_FOR_KEYS);
    return popup;
  }

  async openBeside(popup: Popup): Promise<Surface> {
    const before = new Set(this.#browser.targets());
    // The popup goes as the panel comes, and may take the answer to the click with it.
    await popup.click('#beside').catch(() => {});
    const target = await this.#browser.waitForTarget(
      (each) => !before.has(each) && each.url().startsWith(this.extensionOrigin) && each.url().includes('panel'),
      { timeout: POPUP_TIMEOUT },
    );
    const panel = await ChromiumPanel.at(await target.asPage());
    await this.#dress(panel);
    return panel;
  }

  async answerPermission(): Promise<void> {
    throw new Error('Chromium asks in a window of its own, which no driver reaches; use Firefox for this.');
  }

  /** The listeners of the background run as they do for a real click, with a tab that Roundup has just been let see. */
  async #dispatch(event: string, page: Page, info: unknown): Promise<void> {
    const tab = await this.#tab(page);
    const popup = await this.clickToolbarButton(tab);
    const [tabId, windowId] = await popup.evaluate<[number, number]>(
      `chrome.tabs.query({ active: true, currentWindow: true }).then(([{ id, windowId }]) => [id, windowId])`,
    );
    await popup.close();
    const target = await this.#browser.waitForTarget(
      (each) => each.type() === 'service_worker' && each.url().startsWith(this.extensionOrigin),
      { timeout: POPUP_TIMEOUT },
    );
    const worker = await target.worker();
    await worker?.evaluate(
      (name, given, over) => {
        const [area = '', listeners = ''] = name.split('.');
        const api = (globalThis as unknown as Record<string, Record<string, Record<string, Listeners>>>).chrome;
        interface Listeners {
          dispatch(...args: unknown[]): void;
        }
        api?.[area]?.[listeners]?.dispatch(given, over);
      },
      event,
      info,
      { id: tabId, windowId, incognito: false },
    );
  }

  async openPrivateWindow(): Promise<Tab> {
    throw new Error('Chromium does not let a test allow an extension in incognito windows; use Firefox for this.');
  }

  async tabs(): Promise<Tab[]> {
    return Promise.all((await this.#browser.pages()).map((page) => this.#tab(page)));
  }

  waitForTab(addressPart: string, options: WaitOptions = {}): Promise<Tab> {
    const find = async () => {
      const page = (await this.#browser.pages()).find((each) => each.url().includes(addressPart));
      return page && this.#tab(page);
    };
    return until(`A tab with ${addressPart}`, find, options.timeout);
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    this.#scheme = scheme;
    for (const surface of this.#surfaces) await this.#dress(surface);
  }

  async violations(): Promise<string[]> {
    return this.#violations;
  }

  async stopBackground(): Promise<void> {
    for (const target of this.#browser.targets()) {
      if (target.type() !== 'service_worker' || !target.url().startsWith(this.extensionOrigin)) continue;
      // It may end by itself at the same moment.
      await target
        .worker()
        .then((worker) => worker?.close())
        .catch(() => {});
    }
  }

  get closed(): Promise<void> {
    return this.#process.gone;
  }

  async close(): Promise<void> {
    // Chromium may be gone before it has answered.
    await this.#browser.close().catch(() => {});
    await this.#process.ended();
    this.#profile.remove();
  }

  async kill(): Promise<void> {
    await this.#process.kill();
    this.#profile.remove();
  }

  #tab(page: Page): Promise<ChromiumTab> {
    const known = this.#tabs.get(page);
    if (known) return known;
    const dispatch: Dispatch = (event, over, info) => this.#dispatch(event, over, info);
    const tab = ChromiumTab.of(page, dispatch).then(async (made) => {
      await this.#dress(made);
      return made;
    });
    this.#tabs.set(page, tab);
    return tab;
  }

  /** Emulation lasts as long as the surface; new ones are dressed as they come. */
  async #dress(surface: ChromiumSurface): Promise<void> {
    if (surface.page.isClosed()) {
      this.#surfaces.delete(surface);
      return;
    }
    this.#surfaces.add(surface);
    if (this.#scheme) await surface.wearColorScheme(this.#scheme);
  }

  /** The log of a page is replayed from its beginning to whoever comes late. */
  #hear(target: Target): void {
    if (this.#heard.has(target) || !target.url().startsWith(this.extensionOrigin)) return;
    this.#heard.add(target);
    target
      .createCDPSession()
      .then(async (session) => {
        session.on('Log.entryAdded', ({ entry }) => {
          if (entry.source === 'security') this.#violations.push(`${entry.text} (${entry.url ?? target.url()})`);
        });
        session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text, url } }) => {
          this.#violations.push(`${text} ${exception?.description ?? ''} (${url ?? target.url()})`);
        });
        await Promise.all([session.send('Log.enable'), session.send('Runtime.enable')]);
      })
      // The page has gone again before it could be listened to.
      .catch(() => {});
  }
}

function argumentsFor(options: LaunchOptions): string[] {
  return [
    // Chromium refuses its sandbox to root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--window-size=${options.width ?? 1280},${options.height ?? 800}`,
    // The screen of a headless Chromium has 800 × 600 pixels, which would cut the popup off.
    '--screen-info={1920x1200}',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-component-update',
    '--disable-crash-reporter',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-quic',
    '--disable-sync',
    '--hide-crash-restore-bubble',
    '--metrics-recording-only',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-pings',
    '--password-store=basic',
    '--use-mock-keychain',
    `--host-resolver-rules=${ITS_OWN_HOSTS.map((host) => `MAP ${host} ~NOTFOUND`).join(', ')}`,
    ...(options.proxy === undefined
      ? options.watcher === undefined
        ? ['--no-proxy-server']
        : [`--proxy-server=${options.watcher}`, `--proxy-bypass-list=${ITS_OWN_HOSTS.join(';')}`]
      : [
          `--proxy-server=${options.proxy}`,
          `--proxy-bypass-list=${['<-loopback>', ...ITS_OWN_HOSTS].join(';')}`,
          '--ignore-certificate-errors',
        ]),
    ...(options.args ?? []),
  ];
}

/**
 * The folder of the extension; where permissions are granted, a copy in the profile that has them from the start, because
 * Chromium then answers yes without putting a question. The copy keeps its place, and with it the extension's id.
 */
function granted({ extension, grants }: LaunchOptions, profile: string): string {
  if (grants === undefined) return extension;
  const copy = join(profile, 'granted-extension');
  cpSync(extension, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, permissions: [...manifest.permissions, ...grants] }));
  return copy;
}

/**
 * Sets the folder of the downloads as the editor would, in a profile that begins: what CDP sets instead passes over the
 * names that an extension gives its downloads.
 */
function downloadInto(folder: string, profile: string): void {
  const path = join(profile, 'Default/Preferences');
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ download: { default_directory: folder, prompt_for_download: false } }));
}

/** Starts Chromium, Chrome or Edge over a pipe, the one way in which it lets an unpacked extension be installed. */
export async function launchChromium(options: LaunchOptions): Promise<DrivenBrowser> {
  if (!existsSync(options.executable)) throw new Error(`There is no browser at ${options.executable}.`);
  const profile = new Profile(options.profile);
  if (options.downloads !== undefined) downloadInto(options.downloads, profile.path);
  let started: BrowserProcess | undefined;
  try {
    const browser = await launch({
      executablePath: options.executable,
      headless: options.headless,
      userDataDir: profile.path,
      defaultViewport: null,
      acceptInsecureCerts: true,
      enableExtensions: true,
      pipe: true,
      args: argumentsFor(options),
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    const child = browser.process();
    if (!child) throw new Error('Chromium did not start.');
    started = new BrowserProcess(child);
    const id = await browser.installExtension(granted(options, profile.path));
    const extension = (await browser.extensions()).get(id);
    if (!extension) throw new Error(`Chromium did not take the extension in ${options.extension}.`);
    const version = (await browser.version()).replace(/^.*\//, '');
    return new Chromium(browser, version, extension, started, profile);
  } catch (error) {
    await started?.kill();
    profile.remove();
    throw error;
  }
}
