import { describe, expect, it } from 'vitest';
import { candidates, chooseBrowser, isIdleSnapStub } from '../../scripts/browsers/find.ts';
import { byHand, installRoutes } from '../../scripts/browsers/install.ts';

const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n';
const UBUNTU = 'ID=ubuntu\nID_LIKE=debian\n';
const MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n';
const FEDORA = 'ID=fedora\n';

describe('finding a browser', () => {
  it('takes what the variable names before anything else', () => {
    const exists = only('/my/chrome', '/usr/bin/chromium');
    const env = { ROUNDUP_CHROMIUM: '/my/chrome', PATH: '/usr/bin' };
    expect(chooseBrowser('chromium', { platform: 'linux', env, exists })?.executable).toBe('/my/chrome');
  });

  it('prefers the variable of this project to the common one', () => {
    const env = { FIREFOX_PATH: '/common', ROUNDUP_FIREFOX: '/ours' };
    expect(chooseBrowser('firefox', { platform: 'linux', env, exists: () => true })?.executable).toBe('/ours');
  });

  it('refuses a variable that names no file, instead of quietly taking another browser', () => {
    const env = { CHROME_PATH: '/gone', PATH: '/usr/bin' };
    const choose = () => chooseBrowser('chromium', { platform: 'linux', env, exists: only('/usr/bin/chromium') });
    expect(choose).toThrow('CHROME_PATH is set to /gone, but there is no such file.');
  });

  it('takes Chromium before Chrome, in whichever folder of PATH they are', () => {
    const env = { PATH: '/a:/b' };
    const exists = only('/a/google-chrome', '/b/chromium');
    expect(chooseBrowser('chromium', { platform: 'linux', env, exists })?.executable).toBe('/b/chromium');
  });

  it('finds Chrome in its own folder when it is not on PATH', () => {
    const exists = only('/opt/google/chrome/chrome');
    expect(chooseBrowser('chromium', { platform: 'linux', env: {}, exists })?.executable).toBe(
      '/opt/google/chrome/chrome',
    );
  });

  it('finds Firefox in the applications of a Mac user', () => {
    expect(candidates('firefox', { platform: 'darwin', env: { HOME: '/Users/a' } })).toContain(
      '/Users/a/Applications/Firefox.app/Contents/MacOS/firefox',
    );
  });

  it('finds Edge among the programs of Windows, whichever of their folders are known', () => {
    expect(
      candidates('chromium', { platform: 'win32', env: { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' } }),
    ).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
  });

  it('answers nothing where there is no browser', () => {
    expect(chooseBrowser('firefox', { platform: 'linux', env: {}, exists: () => false })).toBeUndefined();
  });

  it("takes Ubuntu's stub for a browser only when the snap is there", () => {
    const stub = '#!/bin/sh\nif ! [ -x /snap/bin/chromium ]; then echo missing; fi\nexec /snap/bin/chromium "$@"\n';
    expect(isIdleSnapStub(stub, () => false)).toBe(true);
    expect(isIdleSnapStub(stub, only('/snap/bin/chromium'))).toBe(false);
  });

  it('takes a program or another script for what it is', () => {
    expect(isIdleSnapStub('\x7fELF /snap/bin/x', () => false)).toBe(false);
    expect(isIdleSnapStub('#!/bin/sh\nexec /usr/lib/chromium/chromium "$@"\n', () => false)).toBe(false);
  });
});

describe('installing a browser', () => {
  it('uses the packages as root on Debian, and downloads if they fail', () => {
    expect(installRoutes({ platform: 'linux', uid: 0, osRelease: DEBIAN })).toEqual(['apt', 'download']);
  });

  it('downloads for a user who is not root', () => {
    expect(installRoutes({ platform: 'linux', uid: 1000, osRelease: DEBIAN })).toEqual(['download']);
  });

  it('downloads on Ubuntu and its children, whose packages are stubs for snaps', () => {
    expect(installRoutes({ platform: 'linux', uid: 0, osRelease: UBUNTU })).toEqual(['download']);
    expect(installRoutes({ platform: 'linux', uid: 0, osRelease: MINT })).toEqual(['download']);
  });

  it('downloads on any other system', () => {
    expect(installRoutes({ platform: 'linux', uid: 0, osRelease: FEDORA })).toEqual(['download']);
    expect(installRoutes({ platform: 'darwin', uid: 501, osRelease: '' })).toEqual(['download']);
    expect(installRoutes({ platform: 'win32', uid: undefined, osRelease: '' })).toEqual(['download']);
  });

  it('tells the reasons and the command when nothing worked on Debian', () => {
    const text = byHand('firefox', { platform: 'linux', uid: 1000, osRelease: DEBIAN }, [
      'The download failed: no net.',
    ]);
    expect(text).toContain('There is no Firefox on this machine');
    expect(text).toContain('The download failed: no net.');
    expect(text).toContain('"apt-get update && apt-get install -y firefox-esr" as root');
    expect(text).toContain('ROUNDUP_FIREFOX');
  });

  it("sends people on other systems to the browser's maker", () => {
    expect(byHand('chromium', { platform: 'darwin', uid: 501, osRelease: '' }, [])).toContain(
      'install Chromium, Google Chrome or Microsoft Edge',
    );
  });
});
