import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { type Browser, manifestFor } from './manifest.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The folder with the built extension of a browser. */
export const distOf = (browser: Browser): string => join(ROOT, 'dist', browser);

const PAGES = ['popup', 'desk', 'options'];

/** Changes one file as it is bundled; the build fails where there is nothing left to change. */
function patched(name: string, filter: RegExp, patch: (source: string) => string): esbuild.Plugin {
  return {
    name,
    setup(build) {
      build.onLoad({ filter }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const contents = patch(source);
        if (contents === source) throw new Error(`${name}: nothing to change in ${path}; can the patch go?`);
        return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
      });
    },
  };
}

/** Changes one place that must be there: half a patch would be worse than none. */
function replaced(source: string, from: string, to: (found: string) => string): string {
  if (!source.includes(from)) throw new Error(`There is no ${from} to change any more.`);
  return source.replace(from, to);
}

/**
 * Preact keeps a branch for dangerouslySetInnerHTML. Nothing here uses it; a throw where it assigns innerHTML bans it
 * for good and spares add-on reviewers the warning.
 */
const withoutInnerHtml = patched('without-inner-html', /preact\/dist\/preact\.(module|min)?\.?m?js$/, (source) =>
  source
    .replace(/[\w$]+\.innerHTML\s*=(?!=)\s*(?:[\w$.]+|"")/g, '(()=>{throw Error("innerHTML is banned")})()')
    .replace(/==\s*[\w$]+\.innerHTML/g, '==""'),
);

/** Micromark's `.document().write(…)` feeds a tokenizer; the linter of add-ons takes it for `document.write`. */
const withoutDocumentWrite = patched('without-document-write', /mdast-util-from-markdown\/lib\/index\.js$/, (source) =>
  source.replace(
    'parse(options).document().write(preprocess()(value, encoding, true))',
    '((tokenizer) => tokenizer.write(preprocess()(value, encoding, true)))(parse(options).document())',
  ),
);

/** Micromark puts its own syntax together anew for each text, which for a paragraph takes longer than to parse it. */
const withSyntaxMadeOnce = patched('with-syntax-made-once', /micromark\/lib\/parse\.js$/, (source) =>
  replaced(
    replaced(
      source,
      'combineExtensions([defaultConstructs, ...(settings.extensions || [])])',
      (made) => `settings.extensions ? ${made} : standard`,
    ),
    'export function parse(',
    (head) => `const standard = combineExtensions([defaultConstructs]);\n${head}`,
  ),
);

/** The reasons and examples of the rules are for readers and tests: the popup need not load them. */
const withoutReasons = patched(
  'without-reasons',
  /src\/(?:domain\/(?:tracking(?:-of-[a-z]+)?|detours|personal-parameters|paper)|roundup\/escape)\.ts$/,
  (source) => source.replace(/\b(?:reason|example): ('(?:[^'\\]|\\.)*'|`[^`]*`),?/g, ''),
);

const plugins = [withoutInnerHtml, withoutDocumentWrite, withSyntaxMadeOnce, withoutReasons];

const common: esbuild.BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  charset: 'utf8',
  target: ['chrome123', 'firefox142'],
  alias: {
    // Dexie as it is written, not as it is translated for browsers of 2015: 13 KiB less.
    dexie: 'dexie/dist/modern/dexie.mjs',
    // The browser knows the names of characters by itself.
    'decode-named-character-reference': './src/roundup/named-character.ts',
  },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins,
};

/** Modules that share chunks, so that what only an export needs is loaded by an export. */
const modules: esbuild.BuildOptions = {
  ...common,
  outbase: '.',
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
};

const pages: esbuild.BuildOptions = {
  ...modules,
  entryPoints: ['options/options.tsx', 'src/background.ts'],
};

/**
 * Keeps the start of a page in one piece. Left alone, esbuild cuts it into a file for each group of modules that some of
 * what comes later shares; here all that comes later imports all of the start, which is there by then. That is 2 KiB
 * less for the popup, and three files to ask for instead of eleven; for the desk, of 46.
 *
 * @param page its entry point; @param start what it begins with, but for its wiring.
 */
const startInOnePiece = (page: string, start: readonly string[]): esbuild.Plugin => ({
  name: 'start-in-one-piece',
  setup(build) {
    const later = 'later';
    build.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
      const comesLater = kind === 'dynamic-import' || (kind === 'entry-point' && !path.endsWith(page));
      return comesLater ? { path: join(resolveDir, path), namespace: later } : undefined;
    });
    build.onLoad({ filter: /./, namespace: later }, ({ path }) => ({
      contents: [...start.map((module) => `import '${module}';`), `export * from '${path}';`].join('\n'),
      resolveDir: ROOT,
    }));
  },
});

/**
 * The popup shares nothing with the other pages: it gets what it needs in a few files instead of fifteen, each of which
 * would be asked for one by one. The database is not asked for ahead of time: it would stand in the way of the start.
 */
const popup: esbuild.BuildOptions = {
  ...modules,
  entryPoints: ['popup/popup.tsx'],
  alias: { ...modules.alias, 'webextension-polyfill': './src/browser/own-api.ts' },
  plugins: [...plugins, startInOnePiece('popup.tsx', ['./popup/app.tsx', './popup/writing.ts'])],
};

/** What gives the popup's field the keyboard before all else. */
const focus: esbuild.BuildOptions = { ...common, entryPoints: ['popup/focus.ts'], outbase: '.', format: 'iife' };

/** The desk shares nothing either. What prints has a name of its own: desk.html asks for it ahead of time. */
const desk: esbuild.BuildOptions = {
  ...modules,
  entryPoints: ['desk/desk.tsx', 'desk/press.ts'],
  plugins: [...plugins, startInOnePiece('desk.tsx', ['./desk/app.tsx', './src/storage/lost.ts'])],
};

/** What is injected into the page being read: a classic script whose last expression is its result. */
const capture: esbuild.BuildOptions = {
  ...common,
  entryPoints: ['src/capture/read-page.ts'],
  outbase: '.',
  format: 'iife',
  globalName: 'roundupCapture',
  footer: { js: 'roundupCapture.readPage(document, location.href);' },
};

/** The same for what is selected there. */
const selection: esbuild.BuildOptions = {
  ...capture,
  entryPoints: ['src/capture/read-selection.ts'],
  globalName: 'roundupSelection',
  footer: { js: 'roundupSelection.readSelection(document);' },
};

/** What takes past issues apart beside the page: there is no document in a worker, so nothing may ask the browser's. */
const worker: esbuild.BuildOptions = {
  ...common,
  entryPoints: ['options/import-worker.ts'],
  outbase: '.',
  format: 'iife',
  conditions: ['worker'],
  alias: { dexie: 'dexie/dist/modern/dexie.mjs' },
};

/** Lets a page ask at once for the files its script begins with; left alone, each is asked for when the one before has come. */
async function preloadStart(dist: string, page: string, outputs: esbuild.Metafile['outputs']): Promise<void> {
  const imports = outputs[relative(ROOT, join(dist, page, `${page}.js`))]?.imports ?? [];
  const start = imports
    .filter(({ kind }) => kind === 'import-statement')
    .map(({ path }) => `../chunks/${basename(path)}`);
  const html = join(dist, page, `${page}.html`);
  const source = await readFile(html, 'utf8');
  const links = start.map((path) => `    <link rel="modulepreload" href="${path}">\n`).join('');
  await writeFile(
    html,
    source.replace(/ {4}<link rel="modulepreload"| {2}<\/head>/, (first) => links + first),
  );
}

async function copyStatic(browser: Browser, dist: string): Promise<void> {
  await mkdir(dist, { recursive: true });
  await cp(join(ROOT, '_locales'), join(dist, '_locales'), { recursive: true });
  await cp(join(ROOT, 'icons'), join(dist, 'icons'), { recursive: true, filter: (path) => !path.endsWith('.svg') });
  await cp(join(ROOT, 'LICENSE'), join(dist, 'LICENSE'));
  for (const page of PAGES) {
    const html = join(dist, page, `${page}.html`);
    await mkdir(dirname(html), { recursive: true });
    await cp(join(ROOT, page, `${page}.html`), html);
  }
  const manifest = JSON.parse(await readFile(join(ROOT, 'manifest.json'), 'utf8'));
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  await writeFile(
    join(dist, 'manifest.json'),
    `${JSON.stringify(manifestFor(browser, { ...manifest, version }), null, 2)}\n`,
  );
}

/** What esbuild knows of a build: which file went into which bundle. */
export interface BuildResult {
  browser: Browser;
  pages: esbuild.Metafile;
  capture: esbuild.Metafile;
}

/** Builds the extension of one browser into `dist/` (or another folder), from nothing. */
export async function build(browser: Browser, outdir: string = distOf(browser)): Promise<BuildResult> {
  await rm(outdir, { recursive: true, force: true });
  const [pagesResult, popupResult, deskResult, captureResult] = await Promise.all([
    esbuild.build({ ...pages, outdir }),
    esbuild.build({ ...popup, outdir }),
    esbuild.build({ ...desk, outdir }),
    esbuild.build({ ...capture, outdir }),
    esbuild.build({ ...selection, outdir }),
    esbuild.build({ ...worker, outdir }),
    esbuild.build({ ...focus, outdir }),
  ]);
  await copyStatic(browser, outdir);
  await preloadStart(outdir, 'popup', popupResult.metafile?.outputs ?? {});
  await preloadStart(outdir, 'desk', deskResult.metafile?.outputs ?? {});
  const bundles = [pagesResult, popupResult, deskResult].flatMap(({ metafile }) => metafile ?? []);
  if (bundles.length < 3 || !captureResult.metafile) throw new Error('esbuild gave no metafile');
  const inputs = Object.assign({}, ...bundles.map((one) => one.inputs));
  const outputs = Object.assign({}, ...bundles.map((one) => one.outputs));
  return { browser, pages: { inputs, outputs }, capture: captureResult.metafile };
}

/** Builds again whenever a source changes, until the process ends. `afterBuild` runs after each. */
export async function watch(browser: Browser): Promise<void> {
  const outdir = distOf(browser);
  await build(browser);
  const again: esbuild.Plugin = {
    name: 'copy-static',
    setup: (watched) => watched.onEnd(() => copyStatic(browser, outdir)),
  };
  for (const options of [pages, popup, desk, capture, selection, worker, focus]) {
    const plugins = [...(options.plugins ?? []), again];
    const context = await esbuild.context({ ...options, outdir, minify: false, sourcemap: 'inline', plugins });
    await context.watch();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const browser of ['chrome', 'firefox'] as const) {
    await build(browser);
    console.log(`Built ${distOf(browser)}`);
  }
}
