// @vitest-environment node
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { fieldsOf } from '../../scripts/reading/fields.ts';
import { type Answer, Judged, type Mark, marksOf } from '../../scripts/reading/marks.ts';
import pages from '../fixtures/judged-pages.json' with { type: 'json' };

const FOLDER = new URL('../../../shared/pages', import.meta.url).pathname;

/** With ROUNDUP_WHOLE=1 all pages; else those that are read quickly here. `npm run -s read-table` shows the figures. */
const LARGEST = process.env.ROUNDUP_WHOLE === '1' ? Number.POSITIVE_INFINITY : 130_000;

const judged = Object.entries(z.record(z.string(), Judged).parse(pages))
  .map(([name, page]) => ({ page, file: join(FOLDER, name, 'source.html') }))
  .filter(({ file }) => existsSync(file) && statSync(file).size < LARGEST);

test.skipIf(judged.length === 0)(
  'judged pages are read as well as is promised (skipped without ../shared/pages)',
  {
    timeout: 600_000,
  },
  () => {
    const marks = judged.map(({ page, file }) => marksOf(fieldsOf(file, page.url), page));
    const share = (field: keyof Answer, mark: Mark, of = marks) => {
      const found = of.filter((one) => one[field] !== undefined);
      return found.filter((one) => one[field] === mark).length / found.length;
    };
    const dated = marks.filter((_, at) => judged[at]?.page.publishedOn?.includes('') === false);
    expect(share('authors', 'exact')).toBeGreaterThanOrEqual(0.72);
    expect(share('authors', 'wrong')).toBeLessThanOrEqual(0.12);
    expect(share('publishedOn', 'exact', dated)).toBeGreaterThanOrEqual(0.95);
    expect(share('title', 'exact')).toBeGreaterThanOrEqual(0.9);
    expect(share('outlet', 'exact')).toBeGreaterThanOrEqual(0.85);
  },
);
