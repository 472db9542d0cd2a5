/**
 * Prints how near reprints come to what was published, for every newsletter of a folder: each subfolder is one, its
 * issues are the `.md` files in it. The style is learned from some of them, evenly spread, and the others are reprinted.
 *
 *     npm run -s reprint-table [-- FOLDER]
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { learnStyle, type PastIssue } from '../src/roundup/learn-style.ts';
import { type Figures, figuresOf, sumOf } from './reprint/figures.ts';

const folder = process.argv[2] ?? new URL('../../shared/newsletters', import.meta.url).pathname;

/** Three issues teach where there are many; a third of them where there are few. */
const learnedFrom = (count: number) => (count > 12 ? 3 : 2);

/** The raw capture lists beside the issues are none. */
const isIssue = (name: string) => name.endsWith('.md') && !/-notes\.md$/.test(name);

function issuesIn(newsletter: string): PastIssue[] {
  const names = readdirSync(join(folder, newsletter)).filter(isIssue).sort();
  return names.map((fileName) => ({ fileName, markdown: readFileSync(join(folder, newsletter, fileName), 'utf8') }));
}

function spread<T>(all: readonly T[], count: number): T[] {
  return Array.from(
    { length: count },
    (_, at) => all[Math.floor((at * (all.length - 1)) / Math.max(1, count - 1))] as T,
  );
}

const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

function row(name: string, learned: number, sum: Figures): string {
  const cells = [
    name,
    String(learned),
    String(sum.issues),
    String(sum.entries),
    share(sum.entriesByteForByte, sum.entries),
    share(sum.entriesEvened, sum.entries),
    share(sum.entriesByStyleAlone, sum.entries),
    share(sum.sectionsByteForByte, sum.sections),
    share(sum.wholeFiles, sum.issues),
    String(sum.wordsLost),
    String(sum.unstable),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

process.stdout.write(
  '| newsletter | learned from | reprinted | entries | same bytes | evened out | by style alone | sections | whole files | words lost | unstable |\n' +
    `|${'---|'.repeat(11)}\n`,
);
for (const newsletter of readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory())) {
  const issues = issuesIn(newsletter);
  if (issues.length < 2) continue;
  const teachers = spread(issues, Math.min(learnedFrom(issues.length), issues.length - 1));
  const learned = learnStyle(teachers);
  const figures: Figures[] = [];
  for (const issue of issues.filter((one) => !teachers.includes(one))) figures.push(await figuresOf(learned, issue));
  process.stdout.write(row(newsletter, teachers.length, sumOf(figures)));
}
