import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
import { firefoxPreferences } from './firefox-preferences.ts';
import { keyFor, parseChord } from './keys.ts';
import { Marionette } from './marionette.ts';
import { type MouseAct, PageSurface, READY_FOR_KEYS } from './page-surface.ts';
import { until } from './until.ts';

const POPUP_TIMEOUT = 30_000;
const START_TIMEOUT = 60_000;
const SCRIPT_TIMEOUT = 120_000;

/** Calls a command of firefox-window.js. */
type Call = (command: string, params?: Record<string, unknown>) => Promise<unknown>;

function textBeside(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

/** The add-on's id, without which neither its address nor its data would last over a restart. */
function extensionIdOf(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const id = (manifest as { browser_specific_settings?: { gecko?: { id?: unknown } } }).browser_specific_settings?.gecko
    ?.id;
  if (typeof id !== 'string') {
    throw new Error(`${folder}/manifest.json has no browser_specific_settings.gecko.id, which Firefox needs here.`);
  }
  return id;
}

/** Always the same for the same add-on, so that a profile can be used again. */
function uuidFor(extensionId: string): string {
  const digits = createHash('sha256').update(extensionId).digest('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

/** Where it is noted what the extension has broken, a line each. */
function violationsIn({ path }: Profile): string {
  return join(path, 'roundup-violations');
}

/** Every file in a folder and those below it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((found) =>
    found.isFile() ? [join(found.parentPath, found.name)] : [],
  );
}

class FirefoxSurface extends PageSurface {
  readonly id: number;
  protected readonly call: Call;

  constructor(call: Call, id: number) {
    super();
    this.call = call;
    this.id = id;
  }

  protected async run(source: string): Promise<string | undefined> {
    const json = await this.inContent('evaluate', source);
    return typeof json === 'string' ? json : undefined;
  }

  protected async mouse(...acts: MouseAct[]): Promise<void> {
    await this.inContent('mouse', acts);
  }

  async type(text: string): Promise<void> {
    await this.inContent('type', [...text].map(keyFor));
  }

  async press(keys: string): Promise<void> {
    const { modifiers, key } = parseChord(keys);
    await this.inContent('press', { modifiers: modifiers.map(keyFor), key });
  }

  async compose(text: string): Promise<void> {
    await this.inContent('compose', { text, enter: keyFor('Enter') });
  }

  async chooseFiles(selector: string, paths: readonly string[]): Promise<void> {
    // Firefox gives a driver no folder to choose: its files are chosen one by one.
    const files = paths.flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
    await this.inContent('chooseFiles', { selector, paths: files });
  }

  async screenshot(path: string): Promise<void> {
    await writeFile(path, Buffer.from(String(await this.call('screenshot', { id: this.id })), 'base64'));
  }

  async isOpen(): Promise<boolean> {
    return (await this.call('isOpen', { id: this.id })) === true;
  }

  protected inContent(command: string, argument: unknown): Promise<unknown> {
    return this.call('inContent', { id: this.id, command, argument });
  }
}

class FirefoxTab extends FirefoxSurface implements Tab {
  async url(): Promise<string> {
    return String(await this.call('url', { id: this.id }));
  }

  async goto(address: string, options: OpenOptions = {}): Promise<void> {
    await this.call('goto', { id: this.id, address, wait: options.waitUntil !== 'commit' });
  }

  async setWidth(width: number | null): Promise<void> {
    await this.call('setWidth', { id: this.id, width });
    await this.waitFor((wanted) => wanted === null || innerWidth === wanted, {}, width);
  }

  async bringToFront(): Promise<void> {
    await this.call('bringToFront', { id: this.id });
  }

  async chooseInMenu(selector: string, item: string): Promise<void> {
    const point = await this.aim(selector);
    await this.inContent('openMenu', point);
    await this.call('chooseInMenu', { id: this.id, item });
  }

  async chooseInTabMenu(item: string): Promise<void> {
    await this.call('chooseInTabMenu', { id: this.id, item });
  }

  async pressCommand(_command: string, keys: string): Promise<void> {
    const { modifiers, key } = parseChord(keys);
    await this.call('pressInWindow', { id: this.id, modifiers: modifiers.map(keyFor), key });
  }

  async close(): Promise<void> {
    await this.call('closeTab', { id: this.id });
  }
}

class FirefoxPopup extends FirefoxSurface implements Popup {
  async close(): Promise<void> {
    await this.call('closePopup', { id: this.id });
  }

  /** Without a display there is no mouse of the system: this does what Firefox does on such a click, it hides the panel. */
  async closeByClickOnPage(): Promise<void> {
    await this.call('closePopup', { id: this.id });
  }
}

class Firefox implements DrivenBrowser {
  readonly name = 'firefox';
  readonly version: string;
  readonly extensionOrigin: string;
  readonly #call: Call;
  readonly #marionette: Marionette;
  readonly #process: BrowserProcess;
  readonly #profile: Profile;

  constructor(
    call: Call,
    about: { origin: string; version: string },
    marionette: Marionette,
    process: BrowserProcess,
    profile: Profile,
  ) {
    this.version = about.version;
    this.extensionOrigin = about.origin;
    this.#call = call;
    this.#marionette = marionette;
    this.#process = process;
    this.#profile = profile;
  }

  async openTab(address: string, options: OpenOptions = {}): Promise<Tab> {
    return this.#tab(await this.#call('openTab', { address, wait: options.waitUntil !== 'commit' }));
  }

  openExtensionPage(path: string): Promise<Tab> {
    return this.openTab(`${this.extensionOrigin}/${path}`);
  }

  async clickToolbarButton(tab: Tab): Promise<Popup> {
    if (!(tab instanceof FirefoxTab)) throw new Error('This tab is not one of this Firefox.');
    const id = Number(await this.#call('openPopup', { id: tab.id, timeout: POPUP_TIMEOUT }));
    const popup = new FirefoxPopup(this.#call, id);
    await popup.waitFor(READY_FOR_KEYS);
    await this.#call('focusPopup', { id });
    await popup.waitFor(READY_FOR_KEYS);
    return popup;
  }

  async openBeside(popup: Popup): Promise<Surface> {
    await popup.click('#beside').catch(() => {});
    return new FirefoxSurface(this.#call, Number(await this.#call('sidebar', { timeout: POPUP_TIMEOUT })));
  }

  async answerPermission(allow: boolean): Promise<void> {
    await this.#call('answerPermission', { allow, timeout: POPUP_TIMEOUT });
  }

  async openPrivateWindow(address: string, options: OpenOptions = {}): Promise<Tab> {
    return this.#tab(await this.#call('openPrivateWindow', { address, wait: options.waitUntil !== 'commit' }));
  }

  async tabs(): Promise<Tab[]> {
    return ((await this.#call('tabs')) as number[]).map((id) => this.#tab(id));
  }

  waitForTab(addressPart: string, options: WaitOptions = {}): Promise<Tab> {
    const find = async () => {
      for (const tab of await this.tabs()) {
        // A tab may be closed between the list and the question.
        if ((await tab.url().catch(() => '')).includes(addressPart)) return tab;
      }
      return undefined;
    };
    return until(`A tab with ${addressPart}`, find, options.timeout);
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    await this.#call('setColorScheme', { dark: scheme === 'dark' });
  }

  /** Those of a browser that was killed, too, as long as its profile is there. */
  async violations(): Promise<string[]> {
    const path = violationsIn(this.#profile);
    if (!existsSync(path)) return [];
    return readFileSync(path, 'utf8').trimEnd().split('\n').map(decodeURIComponent);
  }

  async stopBackground(): Promise<void> {
    await this.#call('stopBackground');
  }

  get closed(): Promise<void> {
    return this.#process.gone;
  }

  async close(): Promise<void> {
    // Firefox may be gone before it has answered.
    if (!this.#process.hasEnded()) await this.#call('quit').catch(() => {});
    await this.#process.ended();
    this.#marionette.disconnect();
    this.#profile.remove();
  }

  async kill(): Promise<void> {
    await this.#process.kill();
    this.#marionette.disconnect();
    this.#profile.remove();
  }

  #tab(id: unknown): Tab {
    return new FirefoxTab(this.#call, Number(id));
  }
}

function arguments_(options: LaunchOptions, profile: Profile): string[] {
  return [
    ...(options.headless ? ['--headless'] : []),
    '--marionette',
    '--remote-allow-system-access',
    '--no-remote',
    '--profile',
    profile.path,
    '--width',
    String(options.width ?? 1280),
    '--height',
    String(options.height ?? 800),
    ...(options.args ?? []),
  ];
}

async function connectTo(process: BrowserProcess, portFile: string): Promise<Marionette> {
  const port = await until(
    'The start of Firefox',
    () => {
      if (process.hasEnded()) throw new Error('Firefox ended while it started.');
      return (existsSync(portFile) && Number(readFileSync(portFile, 'utf8'))) || undefined;
    },
    START_TIMEOUT,
  );
  return Marionette.connect(port);
}

/** Puts the commands into the first window, and gives the function that calls them. */
async function callerOf(marionette: Marionette, extensionId: string, violationsPath: string): Promise<Call> {
  const inWindow = async (script: string, ...args: unknown[]): Promise<unknown> => {
    const answer = await marionette.send('WebDriver:ExecuteAsyncScript', {
      script: `const done = arguments[arguments.length - 1];
        (async (...given) => { ${script} })(...arguments).then(
          (value) => done({ value: value ?? null }),
          (error) => done({ error: String(error) }));`,
      args,
      sandbox: 'system',
      // A shared sandbox would mix up the answers of two calls under way at once.
      newSandbox: true,
    });
    const { value, error } = (answer as { value: { value?: unknown; error?: string } }).value;
    if (error !== undefined) throw new Error(error);
    return value;
  };
  const make = `const make = ${textBeside('./firefox-window.js')}\n window.roundup = make(given[0]);`;
  await inWindow(make, { extensionId, contentScript: textBeside('./firefox-content.js'), violationsPath });
  return (command, params = {}) => inWindow('return window.roundup[given[0]](given[1]);', command, params);
}

/** Starts Firefox and drives it over Marionette, from the browser's own window: only there is the toolbar to be had. */
export async function launchFirefox(options: LaunchOptions): Promise<DrivenBrowser> {
  const extensionId = extensionIdOf(options.extension);
  const profile = new Profile(options.profile);
  const portFile = join(profile.path, 'MarionetteActivePort');
  for (const ofBefore of [portFile, violationsIn(profile)]) rmSync(ofBefore, { force: true });
  writeFileSync(join(profile.path, 'user.js'), firefoxPreferences(options, extensionId, uuidFor(extensionId)));
  let started: BrowserProcess | undefined;
  try {
    started = BrowserProcess.start(options.executable, arguments_(options, profile), {
      ...process.env,
      MOZ_CRASHREPORTER_DISABLE: '1',
      // Without this a release build ignores the preference services.settings.server.
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      MOZ_HEADLESS_WIDTH: String(options.width ?? 1280),
      MOZ_HEADLESS_HEIGHT: String(options.height ?? 800),
    });
    const marionette = await connectTo(started, portFile);
    // Marionette itself wants the capabilities flat; alwaysMatch is geckodriver's, and would be ignored without a word.
    await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true, timeouts: { script: SCRIPT_TIMEOUT } });
    await marionette.send('Addon:Install', { path: options.extension, temporary: true, allowPrivateBrowsing: true });
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    const call = await callerOf(marionette, extensionId, violationsIn(profile));
    const about = (await call('about')) as { origin: string; version: string };
    return new Firefox(call, about, marionette, started, profile);
  } catch (error) {
    await started?.kill();
    profile.remove();
    throw error;
  }
}
