import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Issue } from '../../../src/domain/issue.ts';
import { type ArchiveFile, archive } from '../../fixtures/archive.ts';
import { PATIENT } from '../stage.ts';
import { deskAgrees } from './desk-says.ts';
import { layDown, readWhole } from './lying.ts';
import { HalfDone, type Operation, records } from './operation.ts';
import { hasBegun, optionsSay } from './options-say.ts';

const heading = (text: string) => `document.querySelector('h2')?.textContent === ${JSON.stringify(text)}`;

/** A zip of these files, beside everything else of this run. */
function zipOf(files: readonly ArchiveFile[]): string {
  const zip = join(mkdtempSync(join(tmpdir(), 'roundup-journey-')), 'issues.zip');
  writeFileSync(zip, zipSync(Object.fromEntries(files.map(({ path, markdown }) => [path, strToU8(markdown)]))));
  return zip;
}

/** So many past issues with so many entries come in. */
export function importing(issues: number, entries: number): Operation {
  const files = archive(issues, entries);
  let zip: string | undefined;
  return {
    name: 'import',
    layDown: (beside) => layDown(beside, {}),
    async ready(stage) {
      const page = await stage.browser.openExtensionPage('options/options.html#import');
      zip ??= zipOf(files);
      const again = async () => {
        await page.waitFor(`document.querySelector('.drop')`, PATIENT);
        await page.chooseFiles('#import-files', [zip ?? '']);
        await page.waitFor(heading('Check the import'), PATIENT);
      };
      await again();
      return {
        surface: page,
        again,
        act: () => page.click('#import-write'),
        acknowledged: heading('Imported'),
        close: () => page.close(),
      };
    },
    outcome(_, after) {
      const count = (table: string) => records(after, table).length;
      const there = ['newsletters', 'issues', 'entries'].map(count);
      if (there.every((records) => records === 0)) return 'nothing';
      // The next issue opens behind the imported ones.
      const texts = new Set(records<Issue>(after, 'issues').map(({ printed }) => printed?.markdown));
      const isWhole = count('entries') === entries && count('issues') === issues + 1;
      if (isWhole && files.every(({ markdown }) => texts.has(markdown))) return 'done';
      throw new HalfDone(`of newsletters, issues and entries there are ${there}`);
    },
    async says(stage, beside, outcome) {
      const isDone = outcome === 'done';
      await optionsSay(stage.browser, 'import', {
        '.last-import span': isDone ? `${issues} issues imported on ` : '',
        '.broken-off p': hasBegun(await readWhole(beside)) ? 'Nothing of it was added.' : '',
        '.which': isDone ? 'Boxes & Labels' : '',
      });
      if (isDone) await deskAgrees(stage.browser, beside);
    },
  };
}
