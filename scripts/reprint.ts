/**
 * Shows what Roundup makes of past issues, so that others can check it: learns the house style from some, takes others
 * apart into records, and prints them again from these.
 *
 *     npm run -s reprint -- --learn A.md [--learn B.md …] --out DIR X.md …
 *     npm run -s reprint -- --rules --learn A.md [--learn B.md …]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PastIssue } from '../src/roundup/learn-style.ts';
import { learnStyle } from '../src/roundup/learn-style.ts';
import { partsOf, reprint } from './reprint/reprint.ts';

const USAGE = 'Usage: npm run -s reprint -- --learn A.md [--learn B.md …] [--rules] [--out DIR X.md …]';

function read(path: string): PastIssue {
  try {
    return { fileName: basename(path), markdown: readFileSync(path, 'utf8') };
  } catch {
    throw new Error(`The file cannot be read: ${path}`);
  }
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      learn: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      rules: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.learn.length === 0 || (values.out === undefined && !values.rules)) throw new Error(USAGE);
  const learned = learnStyle(values.learn.map(read));
  if (values.rules) {
    for (const { name, value, count, of } of learned.rules) {
      process.stdout.write(`${name}: ${JSON.stringify(value)} in ${count} of ${of}\n`);
    }
  }
  if (values.out === undefined) return;
  mkdirSync(values.out, { recursive: true });
  for (const path of positionals) {
    const file = read(path);
    const result = await reprint(learned, file);
    const out = join(values.out, basename(path).replace(/\.[^.]*$/, ''));
    writeFileSync(`${out}.md`, result.markdown);
    writeFileSync(`${out}.json`, `${JSON.stringify(partsOf(result), null, 2)}\n`);
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
