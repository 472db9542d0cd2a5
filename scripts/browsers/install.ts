import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  Browser,
  canDownload,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';
import type { BrowserName } from './browser.ts';
import { type FoundBrowser, findBrowser } from './find.ts';

/** Where downloaded browsers are kept. */
export const CACHE = join(homedir(), '.cache', 'roundup-browsers');

export type InstallRoute = 'apt' | 'download';

export interface System {
  platform: NodeJS.Platform;
  /** The user's number; none on Windows. */
  uid: number | undefined;
  /** The text of /etc/os-release, or nothing. */
  osRelease: string;
}

const PACKAGES: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const DOWNLOADS: Record<BrowserName, Browser> = { chromium: Browser.CHROME, firefox: Browser.FIREFOX };
const NAMES: Record<BrowserName, string> = { chromium: 'Chromium', firefox: 'Firefox' };
const VARIABLE: Record<BrowserName, string> = { chromium: 'ROUNDUP_CHROMIUM', firefox: 'ROUNDUP_FIREFOX' };

function osReleaseValues(osRelease: string, key: string): string[] {
  const value = new RegExp(`^${key}=(.*)$`, 'm').exec(osRelease)?.[1] ?? '';
  return value.replaceAll('"', '').split(/\s+/).filter(Boolean);
}

/**
 * In which order to try to install. Debian's packages are real browsers; Ubuntu's, and those of the systems made from
 * it, are stubs for snaps, which do not run everywhere.
 */
export function installRoutes({ platform, uid, osRelease }: System): InstallRoute[] {
  const kinds = [...osReleaseValues(osRelease, 'ID'), ...osReleaseValues(osRelease, 'ID_LIKE')];
  const hasRealPackages = kinds.includes('debian') && !kinds.includes('ubuntu');
  return platform === 'linux' && uid === 0 && hasRealPackages ? ['apt', 'download'] : ['download'];
}

/** What to do where no route has led to a browser. */
export function byHand(browser: BrowserName, { platform, osRelease }: System, failures: string[]): string {
  const kinds = [...osReleaseValues(osRelease, 'ID'), ...osReleaseValues(osRelease, 'ID_LIKE')];
  const how =
    platform === 'linux' && kinds.includes('debian') && !kinds.includes('ubuntu')
      ? `run "apt-get update && apt-get install -y ${PACKAGES[browser]}" as root`
      : `install ${browser === 'chromium' ? 'Chromium, Google Chrome or Microsoft Edge' : 'Firefox'} from its maker's site`;
  return [
    `There is no ${NAMES[browser]} on this machine, and installing it did not work.`,
    ...failures,
    `Please ${how}; or, if it is somewhere unusual, set ${VARIABLE[browser]} to the path of its program. Then try again.`,
  ].join('\n');
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function runApt(args: string[]): void {
  const { status, error, stderr } = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1) ?? `apt-get ended with ${status}`);
}

function installFromPackages(browser: BrowserName): FoundBrowser {
  say(`No ${NAMES[browser]} here: installing it with apt-get install ${PACKAGES[browser]}.`);
  // Old lists of packages may still do where the update is refused, so only the installation decides.
  try {
    runApt(['update']);
  } catch (error) {
    say(`apt-get update did not work: ${reasonOf(error)}`);
  }
  runApt(['install', '-y', '--no-install-recommends', PACKAGES[browser]]);
  const found = findBrowser(browser);
  if (!found) throw new Error(`the package ${PACKAGES[browser]} brought no browser`);
  return found;
}

async function download(browser: BrowserName, uid: number | undefined): Promise<FoundBrowser> {
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error('there is no download for this kind of machine');
  say(`No ${NAMES[browser]} here: downloading it to ${CACHE}.`);
  const kind = DOWNLOADS[browser];
  const options = { browser: kind, cacheDir: CACHE, buildId: await resolveBuildId(kind, platform, 'stable') };
  if (!(await canDownload(options))) throw new Error('its maker offers no download for this kind of machine');
  // The libraries Chrome needs can be installed along with it by root only.
  const installDeps = uid === 0 && browser === 'chromium' && process.platform === 'linux';
  const { executablePath } = await install({ ...options, installDeps });
  return { browser, executable: executablePath };
}

async function findDownloaded(browser: BrowserName): Promise<FoundBrowser | undefined> {
  if (!existsSync(CACHE)) return undefined;
  const kept = (await getInstalledBrowsers({ cacheDir: CACHE })).filter((each) => each.browser === DOWNLOADS[browser]);
  const executable = kept.map(({ executablePath }) => executablePath).find(existsSync);
  return executable === undefined ? undefined : { browser, executable };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Installs the browser by the best route this system has; an error tells in sentences what to do by hand. */
export async function installBrowser(browser: BrowserName): Promise<FoundBrowser> {
  const system: System = {
    platform: process.platform,
    uid: process.getuid?.(),
    osRelease: existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '',
  };
  const failures: string[] = [];
  for (const route of installRoutes(system)) {
    try {
      return route === 'apt' ? installFromPackages(browser) : await download(browser, system.uid);
    } catch (error) {
      failures.push(`${route === 'apt' ? 'apt-get' : 'The download'} failed: ${reasonOf(error)}.`);
    }
  }
  throw new Error(byHand(browser, system, failures));
}

/** The browser, found, downloaded before, or installed now; without a name, the first there is, or else Chromium. */
export async function ensureBrowser(browser?: BrowserName): Promise<FoundBrowser> {
  if (browser !== undefined) {
    return findBrowser(browser) ?? (await findDownloaded(browser)) ?? (await installBrowser(browser));
  }
  return (
    findBrowser() ??
    (await findDownloaded('chromium')) ??
    (await findDownloaded('firefox')) ??
    (await installBrowser('chromium'))
  );
}
