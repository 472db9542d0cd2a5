import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../scripts/build.ts';

/** The rooms of the house, and of which other rooms each may import. ARCHITECTURE.md says why. */
const ROOMS: Record<string, readonly string[]> = {
  'src/domain': [],
  'src/roundup': ['src/domain'],
  'src/bookmarks': ['src/domain'],
  'src/capture': ['src/domain'],
  'src/storage': ['src/domain'],
  'src/browser': ['src/domain'],
  'src/ui': ['src/domain', 'src/storage'],
  'src/background.ts': ['src/domain', 'src/capture', 'src/storage', 'src/browser', 'src/background'],
  // Only the pure halves of the popup: what is kept without it is what it would have filled in.
  'src/background': ['src/domain', 'src/roundup', 'src/storage', 'src/browser', 'popup'],
  popup: ['src/domain', 'src/roundup', 'src/storage', 'src/browser', 'src/ui'],
  desk: ['src/domain', 'src/roundup', 'src/storage', 'src/browser', 'src/ui'],
  options: ['src/domain', 'src/roundup', 'src/bookmarks', 'src/storage', 'src/browser', 'src/ui'],
};

const PAGES = ['popup', 'desk', 'options'];

/** Every package that is shipped, and the rooms that may import it. */
const PACKAGES: Record<string, readonly string[]> = {
  dexie: ['src/storage', 'src/ui'],
  diff: ['src/roundup'],
  fflate: ['options'],
  'fractional-indexing': ['src/domain'],
  htmlparser2: ['src/bookmarks'],
  liquidjs: ['src/roundup'],
  'mdast-util-from-markdown': ['src/roundup'],
  'mdast-util-to-string': ['src/roundup'],
  papaparse: ['src/bookmarks'],
  preact: ['src/ui', ...PAGES],
  'text-fragments-polyfill': ['src/capture'],
  'webextension-polyfill': ['src/browser'],
  zod: ['src/domain', 'src/bookmarks', 'src/storage'],
};

const roomOf = (path: string) => Object.keys(ROOMS).find((room) => path === room || path.startsWith(`${room}/`));

const mayEnter = (from: string, to: string | undefined) => to === from || (ROOMS[from] ?? []).includes(to ?? 'outside');

const mayUse = (from: string, name: string) => {
  const known = Object.keys(PACKAGES).find((known) => name === known || name.startsWith(`${known}/`));
  return known !== undefined && (PACKAGES[known] ?? []).includes(from);
};

/** Every import that goes against the arrows, as `importer -> imported`. */
function violations(inputs: esbuild.Metafile['inputs']): string[] {
  const found: string[] = [];
  for (const [importer, { imports }] of Object.entries(inputs)) {
    const from = roomOf(importer);
    if (importer.startsWith('_locales/')) continue;
    if (from === undefined) {
      found.push(`${importer} is in no room`);
      continue;
    }
    for (const { path: imported, external } of imports) {
      if (!(external === true ? mayUse(from, imported) : mayEnter(from, roomOf(imported)))) {
        found.push(`${importer} -> ${imported}`);
      }
    }
  }
  return found;
}

/** Every file of ours under a folder, seen from the root. */
function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
}

/** What the bundler sees of every source; imports of types are left out, as in the build. A plugin may change a file. */
async function inputsOf(plugins: esbuild.Plugin[] = []): Promise<esbuild.Metafile['inputs']> {
  const sources = ['src', 'popup', 'desk', 'options'].flatMap(filesUnder);
  const { metafile } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: sources.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')),
    outdir: 'out-of-sight',
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
    logLevel: 'error',
    // Packages are looked at by name only.
    packages: 'external',
    plugins,
  });
  return metafile.inputs;
}

/** Adds a line to a source as it is bundled. */
const planted = (file: RegExp, line: string): esbuild.Plugin => ({
  name: 'planted',
  setup(build) {
    build.onLoad({ filter: file }, ({ path }) => ({
      contents: `${line}\n${readFileSync(path, 'utf8')}`,
      loader: path.endsWith('x') ? 'tsx' : 'ts',
    }));
  },
});

describe('the arrows', () => {
  test('point where they should', async () => {
    expect(violations(await inputsOf())).toEqual([]);
  });

  test.each([
    [
      'domain',
      /src\/domain\/rank\.ts$/,
      "import '../storage/database.ts';",
      'src/domain/rank.ts -> src/storage/database.ts',
    ],
    ['domain', /src\/domain\/link\.ts$/, "import '../ui/keys.ts';", 'src/domain/link.ts -> src/ui/keys.ts'],
    ['domain', /src\/domain\/link\.ts$/, "import 'dexie';", 'src/domain/link.ts -> dexie'],
    [
      'roundup',
      /roundup\/render\.ts$/,
      "import '../storage/entries.ts';",
      'src/roundup/render.ts -> src/storage/entries.ts',
    ],
    ['capture', /read-page\.ts$/, "import '../browser/tabs.ts';", 'src/capture/read-page.ts -> src/browser/tabs.ts'],
    [
      'storage',
      /storage\/settings\.ts$/,
      "import '../browser/badge.ts';",
      'src/storage/settings.ts -> src/browser/badge.ts',
    ],
    [
      'storage',
      /storage\/settings\.ts$/,
      "import '../roundup/render.ts';",
      'src/storage/settings.ts -> src/roundup/render.ts',
    ],
    [
      'browser',
      /browser\/tabs\.ts$/,
      "import '../storage/settings.ts';",
      'src/browser/tabs.ts -> src/storage/settings.ts',
    ],
    ['ui', /ui\/icon\.tsx$/, "import '../browser/tabs.ts';", 'src/ui/icon.tsx -> src/browser/tabs.ts'],
    ['ui', /ui\/icon\.tsx$/, "import '../roundup/render.ts';", 'src/ui/icon.tsx -> src/roundup/render.ts'],
    ['a page', /options\/app\.tsx$/, "import '../desk/app.tsx';", 'options/app.tsx -> desk/app.tsx'],
    ['a page', /options\/app\.tsx$/, "import 'webextension-polyfill';", 'options/app.tsx -> webextension-polyfill'],
    ['a page', /options\/app\.tsx$/, "import 'dexie';", 'options/app.tsx -> dexie'],
    [
      'a page, when it runs',
      /options\/app\.tsx$/,
      "void import('../desk/app.tsx');",
      'options/app.tsx -> desk/app.tsx',
    ],
  ])('a wrong import planted in %s is named (%s %s)', async (_, file, line, expected) => {
    const found = violations(await inputsOf([planted(file, line)]));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });
});

test('every package that is shipped is named and pinned in package.json', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(Object.keys(dependencies).sort()).toEqual(Object.keys(PACKAGES).sort());
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

/** What pure code has no business with: the world outside, the clock and chance. */
const IMPURE =
  /\b(document|window|navigator|location|indexedDB|localStorage|sessionStorage|fetch|setTimeout|setInterval|console)\b\s*[.(?[]|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\.|\bperformance\./;

const impurity = (source: string): string | undefined => {
  const { code } = esbuild.transformSync(source, { loader: 'ts', legalComments: 'none' });
  return IMPURE.exec(withoutTexts(code))?.[0];
};

/** Names inside strings, templates' texts and regular expressions are no uses. */
const withoutTexts = (code: string) => code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');

describe('domain, roundup and bookmarks', () => {
  const pure = ['src/domain', 'src/roundup', 'src/bookmarks']
    .flatMap(filesUnder)
    .filter((path) => path.endsWith('.ts'));

  test.each(pure)('%s is pure', (path) => {
    expect(impurity(readFileSync(join(ROOT, path), 'utf8'))).toBeUndefined();
  });

  test.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const id = crypto.randomUUID();',
    'const n = Math.random();',
    "document.querySelector('p');",
    'const open = () => indexedDB.open("x");',
    'export const page = (): string => location.href;',
    'window?.focus();',
  ])('would be caught at: %s', (source) => {
    expect(impurity(source)).toBeDefined();
  });

  test.each([
    'export const at = (now: number) => new Date(now);',
    '// the document. the window. Date.now is passed in\nexport const x = 1;',
    "export const said = 'in the document.';",
  ])('would not be caught at: %s', (source) => {
    expect(impurity(source)).toBeUndefined();
  });
});

test('there are no drawers', () => {
  const drawers = new Set([
    'utils',
    'util',
    'helpers',
    'helper',
    'shared',
    'common',
    'services',
    'managers',
    'misc',
    'lib',
  ]);
  const paths = ['src', 'popup', 'desk', 'options', 'tests', 'scripts'].flatMap(filesUnder);
  const isDrawer = (part: string) => drawers.has(basename(part).split('.')[0] ?? '');
  expect(paths.filter((path) => path.split('/').some(isDrawer))).toEqual([]);
});
