import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFiles, startWeight } from '../scripts/bench/weight.ts';
import { type BuildResult, build, ROOT } from '../scripts/build.ts';

const BROWSERS = ['chrome', 'firefox'] as const;

const WEB_EXT = join(ROOT, 'node_modules/web-ext/bin/web-ext.js');

let folder = '';
const built = new Map<string, BuildResult>();

// In a folder of its own: the journeys may be running the one in dist/.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roundup-build-'));
  for (const browser of BROWSERS) built.set(browser, await build(browser, join(folder, browser)));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What each file of a folder holds, in short, for comparing. */
async function digestsOf(name: string): Promise<[string, string][]> {
  const digest = (contents: Buffer) => createHash('sha256').update(contents).digest('hex');
  return [...(await filesOf(name))].map(([path, contents]) => [path, digest(contents)]);
}

/** Every file of a folder by its path inside it, in order. */
async function filesOf(name: string): Promise<Map<string, Buffer>> {
  const root = join(folder, name);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = new Map<string, Buffer>();
  for (const path of paths.sort()) files.set(path.slice(root.length + 1), await readFile(path));
  return files;
}

async function manifestOf(name: string) {
  return JSON.parse(await readFile(join(folder, name, 'manifest.json'), 'utf8'));
}

describe.each(BROWSERS)('the build for %s', (browser) => {
  test('is found without fault by web-ext lint', async () => {
    const lint = [WEB_EXT, 'lint', '--source-dir', join(folder, browser), '--output', 'json', '--no-config-discovery'];
    // It exits with 1 where it finds an error; what it found is what counts.
    const { stdout } = await promisify(execFile)(process.execPath, lint).catch((failed) => failed);
    const { errors, warnings, notices } = JSON.parse(stdout);
    // The linter knows Firefox alone, and Chromium gives nobody a side panel without this permission.
    const foreign = { code: 'MANIFEST_PERMISSIONS', message: expect.stringContaining('"sidePanel"') };
    expect({ errors, notices }).toEqual({ errors: [], notices: [] });
    expect(warnings).toEqual(browser === 'chrome' ? [expect.objectContaining(foreign)] : []);
  }, 180_000);

  test('asks for four quiet permissions, a place beside the page, and for more only when it needs it', async () => {
    const manifest = await manifestOf(browser);
    const quiet = ['activeTab', 'contextMenus', 'scripting', 'unlimitedStorage'];
    // Firefox has its sidebar without one. Neither browser says anything to the editor about any of these.
    expect([...manifest.permissions].sort()).toEqual(browser === 'chrome' ? [...quiet, 'sidePanel'].sort() : quiet);
    expect(manifest.optional_permissions).toEqual(['downloads', 'tabs']);
    for (const key of [
      'host_permissions',
      'optional_host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
      'sandbox',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  // The pictures of the preview, which it asks for when the editor says so: take-away.test.ts watches that.
  test('lets its pages load nothing from elsewhere but pictures, and those only on the desk', async () => {
    const { content_security_policy } = await manifestOf(browser);
    const directives: string[] = content_security_policy.extension_pages.split(/;\s*/);
    expect(directives[0]).toBe("default-src 'none'");
    expect(directives).toContain("img-src 'self' data: https: http:");
    for (const directive of directives.filter((one) => !one.startsWith('img-src '))) {
      expect(directive).toMatch(/^[a-z-]+( ('none'|'self'|data:))+$/);
    }
    const files = await filesOf(browser);
    for (const page of ['popup', 'options']) {
      expect(files.get(`${page}/${page}.html`)?.toString()).toContain(
        `<meta http-equiv="Content-Security-Policy" content="img-src 'self' data:">`,
      );
    }
  });

  test('holds no code that is made while it runs, and no HTML from strings', async () => {
    for (const [path, contents] of await filesOf(browser)) {
      if (!path.endsWith('.js')) continue;
      const source = contents.toString();
      // zod probes `new Function` unless it is told not to; src/domain/no-eval.ts tells it before any schema is used.
      const known = source.replace(/try\{let \w+=Function;return new \w+\(""\),!0\}catch(\(\w+\))?\{return!1\}/g, '');
      expect(known.match(/.{0,40}(\beval\(|new Function\b|\bFunction\().{0,40}/)?.[0], path).toBeUndefined();
      expect(source.match(/.{0,40}(\.(inner|outer)HTML\b|insertAdjacentHTML).{0,40}/)?.[0], path).toBeUndefined();
    }
  });

  test('holds what a store needs and nothing that only developers need', async () => {
    const paths = [...(await filesOf(browser)).keys()];
    for (const page of ['popup', 'desk', 'options']) {
      for (const ext of ['html', 'js', 'css']) expect(paths).toContain(`${page}/${page}.${ext}`);
    }
    expect(paths).toContain('src/background.js');
    expect(paths).toContain('src/capture/read-page.js');
    expect(paths).toContain('src/capture/read-selection.js');
    expect(paths).toContain('_locales/en/messages.json');
    expect(paths.filter((path) => !/\.(js|css|html|json|png)$|^LICENSE$/.test(path))).toEqual([]);
  });

  test('has pages without a script or a style inside', async () => {
    for (const [path, contents] of await filesOf(browser)) {
      if (!path.endsWith('.html')) continue;
      const html = contents.toString();
      expect(html.match(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|https?:/i)?.[0], path).toBeUndefined();
    }
  });
});

const outputsOf = (browser: string) => built.get(browser)?.pages.outputs ?? ({} as Metafile['outputs']);

/** What a page loads before it runs, in bytes after gzip. The other browser's is the same, see below. */
const weigh = (page: string) => startWeight(join(folder, 'chrome'), outputsOf('chrome'), `${page}/${page}.js`);

// Of each, in KiB: zod 7, Preact 6, polyfill 3 (but in the popup), the rules for addresses without their reasons 9. Dexie,
// 30, comes to the popup when it can be typed into already. Liquid, 23, and the Markdown parser, 28, are only in the start
// of the options: to the desk they come while its database answers, to the popup when an entry is copied as Markdown.
test.each([
  // What notes say of the page comes once the form stands; following the tabs is loaded by the panel alone.
  ['popup', 60],
  ['desk', 130],
  // What looks at records before they are backed up, and the journal, come with the database.
  ['options', 112],
])('the %s weighs at most %i KiB after gzip', async (page, limit) => {
  const weight = await weigh(page);
  expect(weight).toBeGreaterThan(10 * 1024);
  expect(weight / 1024).toBeLessThanOrEqual(limit);
});

// The third is what it shares with the form beside the page. Each is a request before the first key.
test('the popup asks for three files at most before it runs', () => {
  const files = startFiles(join(folder, 'chrome'), outputsOf('chrome'), 'popup/popup.js');
  expect(files).toContain(join(folder, 'chrome/popup/popup.js'));
  expect(files.length).toBeLessThanOrEqual(3);
});

test('the popup asks for all files of its start at once, and for no other ahead of time', async () => {
  const html = await readFile(join(folder, 'chrome/popup/popup.html'), 'utf8');
  const asked = [...html.matchAll(/<(?:script type="module" src|link rel="modulepreload" href)="([^"]+)"/g)];
  expect(asked.map(([, path = '']) => join(folder, 'chrome/popup', path)).sort()).toEqual(
    startFiles(join(folder, 'chrome'), outputsOf('chrome'), 'popup/popup.js').sort(),
  );
});

test('two builds of the same sources are equal byte for byte', async () => {
  await build('chrome', join(folder, 'again'));
  expect(await digestsOf('again')).toEqual(await digestsOf('chrome'));
}, 60_000);

test('the two browsers get the same files but for the manifest', async () => {
  const withoutManifest = async (name: string) => (await digestsOf(name)).filter(([path]) => path !== 'manifest.json');
  expect(await withoutManifest('chrome')).toEqual(await withoutManifest('firefox'));
});

test('what is only another browser’s is left out for Firefox', async () => {
  const manifest = await manifestOf('firefox');
  expect(manifest).not.toHaveProperty('minimum_chrome_version');
  expect(manifest).not.toHaveProperty('side_panel');
  expect(manifest.background).toEqual({ scripts: ['src/background.js'], type: 'module' });
});
