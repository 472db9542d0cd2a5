import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { build, ROOT } from '../build.ts';
import type { Browser } from '../manifest.ts';

/** Pages of the bench alone: what a page of ours is held against. */
export const FLOORS = [
  'blank',
  'tab-and-record',
  'raw-desk',
  'by-key',
  'rendering',
  'raw-database',
  'backup',
  'folder-field',
] as const;

/** The pages that are watched. */
const OURS = ['popup', 'desk', 'options'];

/**
 * Builds the extension into a folder as it is shipped, and adds to this copy what measures: a script that runs before
 * those of each page, and the pages of the bench.
 */
export async function probedBuild(browser: Browser, folder: string): Promise<void> {
  await build(browser, folder);
  const sources = join(ROOT, 'scripts/bench/pages');
  await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ['probe', ...FLOORS].map((page) => join(sources, `${page}.ts`)),
    outdir: join(folder, 'bench'),
    bundle: true,
    format: 'iife',
    minify: true,
    target: ['chrome123', 'firefox142'],
    logLevel: 'warning',
  });
  const probe = '<script src="/bench/probe.js"></script>';
  for (const page of OURS) {
    const path = join(folder, page, `${page}.html`);
    const html = await readFile(path, 'utf8');
    const probed = html.replace('<meta charset="utf-8">', (meta) => meta + probe);
    if (probed === html) throw new Error(`${path} has no place for the probe.`);
    await writeFile(path, probed);
  }
  await mkdir(join(folder, 'bench'), { recursive: true });
  for (const page of FLOORS) {
    await writeFile(
      join(folder, 'bench', `${page}.html`),
      `<!doctype html><html lang="en"><meta charset="utf-8">${probe}<title>${page}</title>
<body><div id="app"><textarea id="commentary" autofocus></textarea><p id="read"></p></div>
<script type="module" src="${page}.js"></script>`,
    );
  }
}
