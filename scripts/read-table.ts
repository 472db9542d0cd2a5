/**
 * Prints how well pages are read, beside Readability and Defuddle: of the pages in a folder, how many titles, authors,
 * days and outlets are exactly right, right in part, wrong or missing, by what a person has judged of each
 * (`tests/fixtures/judged-pages.json`). With `--each`, whatever is not exact is named on stderr; `--only` takes one
 * reader alone.
 *
 *     npm run -s read-table [-- FOLDER --each --only=Roundup]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Answer, Judged, type Mark, marksOf } from './reading/marks.ts';
import { READERS } from './reading/readers.ts';

const MARKS: readonly Mark[] = ['exact', 'partial', 'wrong', 'missing'];

const ROWS: Readonly<Record<string, string>> = {
  title: 'title',
  authors: 'authors',
  publishedOn: 'day, or rightly none',
  dated: 'day, where there is one',
  outlet: 'outlet',
};

const [folder = new URL('../../shared/pages', import.meta.url).pathname] = process.argv
  .slice(2)
  .filter((one) => !one.startsWith('--'));
const each = process.argv.includes('--each');
const only = process.argv.find((one) => one.startsWith('--only='))?.slice('--only='.length);
const readers = Object.entries(READERS).filter(([name]) => only === undefined || name === only);

const fixture = new URL('../tests/fixtures/judged-pages.json', import.meta.url);
const pages = Object.entries(z.record(z.string(), Judged).parse(JSON.parse(readFileSync(fixture, 'utf8'))))
  .map(([name, judged]) => ({ name, judged, file: join(folder, name, 'source.html') }))
  .filter(({ file }) => existsSync(file));

if (pages.length === 0) {
  process.stderr.write(`No judged page is in ${folder}. Give the folder that holds them.\n`);
  process.exit(1);
}

/** The libraries speak to the console about pages that they find odd. */
async function quietly<T>(work: () => T | Promise<T>): Promise<T> {
  const { log, warn, error } = console;
  Object.assign(console, { log: () => {}, warn: () => {}, error: () => {} });
  try {
    return await work();
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

process.stdout.write(
  `${pages.length} pages\n\n| field | reader | judged | ${MARKS.join(' | ')} |\n|${'---|'.repeat(7)}\n`,
);
const rows = new Map<string, string>();
for (const [reader, read] of readers) {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { name, judged, file } of pages) {
    const answer = await quietly(() => read(file, judged.url));
    for (const [field, mark] of Object.entries(marksOf(answer, judged))) {
      count(`${field} ${mark}`);
      if (!each || mark === 'exact') continue;
      const said = JSON.stringify(answer[field as keyof Answer]);
      process.stderr.write(`${reader} ${field} ${mark} ${name}: ${said}\n`);
    }
    // Pages without a day say nothing of how well days are read.
    const { publishedOn } = judged;
    if (publishedOn !== null && !publishedOn.includes('')) {
      count(`dated ${marksOf(answer, { ...judged, publishedOn }).publishedOn}`);
    }
  }
  for (const field of Object.keys(ROWS)) {
    const of = (mark: Mark) => counts.get(`${field} ${mark}`) ?? 0;
    const whole = MARKS.reduce((sum, mark) => sum + of(mark), 0);
    rows.set(
      `${field} ${reader}`,
      `| ${[ROWS[field], reader, whole, ...MARKS.map((mark) => share(of(mark), whole))].join(' | ')} |\n`,
    );
  }
}
for (const field of Object.keys(ROWS)) {
  for (const [reader] of readers) process.stdout.write(rows.get(`${field} ${reader}`) ?? '');
}
