import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { ROOT } from '../build.ts';
import type { Figure } from './figure.ts';

/**
 * The files that a page loads before it runs: its bundle with everything that this imports.
 *
 * @param folder the build; @param outputs what esbuild says of it.
 */
export function startFiles(folder: string, outputs: Metafile['outputs'], bundle: string): string[] {
  // The metafile names outputs as seen from the working directory.
  const byPath = new Map(Object.entries(outputs).map(([path, output]) => [join(ROOT, path), output]));
  const needed = new Set<string>();
  const add = (path: string) => {
    if (needed.has(path)) return;
    needed.add(path);
    for (const { path: imported, kind } of byPath.get(path)?.imports ?? []) {
      if (kind === 'import-statement') add(join(ROOT, imported));
    }
  };
  add(join(folder, bundle));
  return [...needed];
}

/** What they weigh together, in bytes after gzip. */
export async function startWeight(folder: string, outputs: Metafile['outputs'], bundle: string): Promise<number> {
  const files = await Promise.all(startFiles(folder, outputs, bundle).map((path) => readFile(path)));
  return files.reduce((sum, contents) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

/** The start weight of each page. */
export async function weightFigures(folder: string, outputs: Metafile['outputs']): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const page of ['popup', 'desk', 'options', 'src/background']) {
    const bundle = page.startsWith('src/') ? `${page}.js` : `${page}/${page}.js`;
    const took = [(await startWeight(folder, outputs, bundle)) / 1024];
    figures.push({ what: `start scripts of ${page}, gzipped`, entries: null, unit: 'KiB', took });
  }
  return figures;
}
