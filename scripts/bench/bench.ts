/**
 * Measures how fast the shipped build is in real browsers, each figure beside a floor that is measured in the same run:
 * a page that does nothing but what cannot be left out. Lines of JSON on stdout, a table on stderr. On a busy machine only
 * the ratios tell anything.
 *
 *     npm run bench [-- chromium|firefox] [popup|desk|backup|import|weight] [--rounds 15] [--entries 0,1000,50000]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../browsers/browser.ts';
import { build } from '../build.ts';
import { type Arena, setArena } from './arena.ts';
import { backupFigures } from './backup.ts';
import { deskFigures } from './desk.ts';
import { tell, tellHead } from './figure.ts';
import { importFigures } from './importing.ts';
import { popupFigures } from './popup.ts';
import { probedBuild } from './probed-build.ts';
import { renderingFigures } from './rendering.ts';
import { weightFigures } from './weight.ts';

const PARTS = ['popup', 'desk', 'backup', 'import', 'weight'] as const;
/** Those for which browsers with a past are set up. */
const IN_ARENAS = ['popup', 'desk', 'backup'];
const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '15' },
    entries: { type: 'string', default: '0,1000,50000' },
  },
});
const unknown = positionals.filter((word) => ![...PARTS, ...BROWSERS].includes(word as never));
if (unknown.length > 0)
  throw new Error(`There is no ${unknown.join(', ')}: choose of ${[...BROWSERS, ...PARTS].join(', ')}.`);
const chosen = <T extends string>(all: readonly T[]) => {
  const named = all.filter((one) => positionals.includes(one));
  return named.length > 0 ? named : all;
};
const parts = new Set<string>(chosen(PARTS));
const rounds = Number(values.rounds);
const sizes = values.entries.split(',').map(Number);

const folder = await mkdtemp(join(tmpdir(), 'roundup-bench-'));
try {
  tellHead();
  if (parts.has('weight')) {
    const plain = join(folder, 'plain');
    const { pages } = await build('chrome', plain);
    for (const figure of await weightFigures(plain, pages.outputs)) tell('build', figure);
  }
  for (const name of chosen(BROWSERS)) {
    if (![...IN_ARENAS, 'import'].some((part) => parts.has(part))) break;
    const extension = join(folder, name);
    await probedBuild(name === 'firefox' ? 'firefox' : 'chrome', extension);
    if (IN_ARENAS.some((part) => parts.has(part))) await measureArenas(name, extension);
    if (parts.has('import')) for (const figure of await importFigures(name, extension)) tell(name, figure);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Browsers with a past of each size, side by side, so that the machine's moods fall on all of them alike. */
async function measureArenas(name: BrowserName, extension: string): Promise<void> {
  const arenas: Arena[] = [];
  try {
    for (const size of sizes) arenas.push(await setArena(name, extension, size));
    if (parts.has('popup')) for (const figure of await popupFigures(arenas, rounds)) tell(name, figure);
    if (parts.has('desk')) {
      for await (const figure of deskFigures(arenas, rounds)) tell(name, figure);
      for (const arena of arenas.slice(0, 1)) for (const figure of await renderingFigures(arena)) tell(name, figure);
    }
    if (parts.has('backup')) {
      for (const arena of arenas.slice(-1)) for (const figure of await backupFigures(arena)) tell(name, figure);
    }
  } finally {
    for (const { stage } of arenas) await stage.end();
  }
}
