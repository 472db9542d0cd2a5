import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { BrowserName } from './browser.ts';

export interface FoundBrowser {
  browser: BrowserName;
  executable: string;
}

export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  exists: (path: string) => boolean;
}

const VARIABLES: Record<BrowserName, string[]> = {
  chromium: ['ROUNDUP_CHROMIUM', 'CHROME_PATH'],
  firefox: ['ROUNDUP_FIREFOX', 'FIREFOX_PATH'],
};

const ON_PATH: Record<BrowserName, string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
    'brave-browser',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/** Not on PATH, but where the browsers' own packages put them. */
const LINUX: Record<BrowserName, string[]> = {
  chromium: [
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/opt/brave.com/brave/brave',
  ],
  firefox: ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox'],
};

const MAC_APPLICATIONS: Record<BrowserName, string[]> = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'],
  firefox: ['Firefox', 'Firefox ESR', 'Firefox Developer Edition'],
};

const WINDOWS: Record<BrowserName, string[]> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  ],
  firefox: [
    'Mozilla Firefox\\firefox.exe',
    'Mozilla Firefox ESR\\firefox.exe',
    'Firefox Developer Edition\\firefox.exe',
  ],
};

function onMac(browser: BrowserName, env: Machine['env']): string[] {
  const folders = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
  return folders.flatMap((folder) =>
    MAC_APPLICATIONS[browser].map(
      (name) => `${folder}/${name}.app/Contents/MacOS/${browser === 'firefox' ? 'firefox' : name}`,
    ),
  );
}

function onWindows(browser: BrowserName, env: Machine['env']): string[] {
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  );
  return folders.flatMap((folder) => WINDOWS[browser].map((file) => win32.join(folder, file)));
}

function onPath(browser: BrowserName, env: Machine['env']): string[] {
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder !== '');
  return ON_PATH[browser].flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

/** Every place where the browser may be, apart from the environment's variables; the first that exists is taken. */
export function candidates(browser: BrowserName, { platform, env }: Omit<Machine, 'exists'>): string[] {
  if (platform === 'win32') return onWindows(browser, env);
  if (platform === 'darwin') return [...onMac(browser, env), ...onPath(browser, env)];
  return [...onPath(browser, env), ...LINUX[browser]];
}

/** The browser a variable names, or the first in the usual places. A variable that names nothing is an error. */
export function chooseBrowser(browser: BrowserName, machine: Machine): FoundBrowser | undefined {
  for (const variable of VARIABLES[browser]) {
    const executable = machine.env[variable];
    if (!executable) continue;
    if (!machine.exists(executable)) {
      throw new Error(
        `${variable} is set to ${executable}, but there is no such file. Correct the variable or unset it.`,
      );
    }
    return { browser, executable };
  }
  const executable = candidates(browser, machine).find(machine.exists);
  return executable === undefined ? undefined : { browser, executable };
}

/**
 * Ubuntu's packages of Chromium and Firefox put a shell script in the browser's place that only works when the snap is
 * there too; without it the script asks for it and ends.
 */
export function isIdleSnapStub(start: string, exists: Machine['exists']): boolean {
  const snap = start.startsWith('#!') ? /\/snap\/bin\/[\w-]+/.exec(start)?.[0] : undefined;
  return snap !== undefined && !exists(snap);
}

function startOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(4096);
    return start.toString('latin1', 0, readSync(file, start, 0, start.length, 0));
  } finally {
    closeSync(file);
  }
}

/** Finds the browser on this machine; without a name, Chromium or else Firefox. */
export function findBrowser(browser?: BrowserName): FoundBrowser | undefined {
  if (browser === undefined) return findBrowser('chromium') ?? findBrowser('firefox');
  return chooseBrowser(browser, {
    platform: process.platform,
    env: process.env,
    exists: (path) => existsSync(path) && !isIdleSnapStub(startOf(path), existsSync),
  });
}
