import 'fake-indexeddb/auto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '../../../src/domain/entry.ts';
import { writeBackup } from '../../../src/storage/backup/write.ts';
import { Database } from '../../../src/storage/database.ts';
import { type StoredEntry, stored } from '../../../src/storage/entries.ts';
import { aNewsletter, anEntry } from '../../records.ts';
import { PATIENT } from '../stage.ts';
import { deskAgrees } from './desk-says.ts';
import { layDown, readWhole } from './lying.ts';
import { HalfDone, type Operation, records } from './operation.ts';
import { hasBegun, optionsSay } from './options-say.ts';

const { newsletter, issue, articles } = aNewsletter();

const entries = (count: number, text: string, editedAt: number) =>
  Array.from({ length: count }, (_, at) =>
    stored(
      anEntry({
        id: `e${String(at).padStart(4, '0')}`,
        newsletterId: newsletter.id,
        issueId: issue.id,
        sectionId: articles,
        rank: `a${String(at).padStart(4, '0')}V`,
        commentary: `${text} ${at}.`,
        editedAt,
      }),
    ),
  );

/** A backup that the program itself has written. */
async function backupWith(entries: readonly StoredEntry[]): Promise<string> {
  const db = new Database('relaxed', `to-be-backed-up-${entries.length}`);
  await Promise.all([db.newsletters.add(newsletter), db.issues.add(issue), db.entries.bulkAdd([...entries])]);
  const written = await writeBackup(db, { now: Date.now(), why: 'asked' });
  const path = join(mkdtempSync(join(tmpdir(), 'roundup-journey-')), 'backup.json');
  writeFileSync(path, Buffer.from(await written.file.arrayBuffer()));
  db.close();
  return path;
}

/** A backup of so many entries is restored over so many older ones of them, more than a handful. */
export function restoring(backedUp: number, there: number): Operation {
  const here = entries(there, 'As it was', 1_000);
  const newer = entries(backedUp, 'As it comes back', 2_000);
  let file: Promise<string> | undefined;
  return {
    name: 'restore',
    layDown: (beside) => layDown(beside, { newsletters: [newsletter], issues: [issue], entries: here }),
    async ready(stage) {
      file ??= backupWith(newer);
      const path = await file;
      const page = await stage.browser.openExtensionPage('options/options.html#backup');
      const again = async () => {
        await page.waitFor(`document.querySelector('#restore-file')`, PATIENT);
        await page.chooseFiles('#restore-file', [path]);
        await page.waitFor(`document.querySelector('#restore-write')`, PATIENT);
        // Whoever overwrites more than a handful is asked first.
        await page.click('#restore-sure');
      };
      await again();
      return {
        surface: page,
        again,
        act: () => page.click('#restore-write'),
        acknowledged: `document.querySelector('.told')?.textContent.includes('Restored')`,
        close: () => page.close(),
      };
    },
    outcome(_, after) {
      const texts = (all: readonly Entry[]) => all.map(({ id, commentary }) => `${id} ${commentary}`).join('\n');
      const found = texts(records<Entry>(after, 'entries'));
      if (found === texts(here)) return 'nothing';
      const revisions = records(after, 'revisions').length;
      if (found === texts(newer) && revisions === there) return 'done';
      throw new HalfDone(`${records(after, 'entries').length} entries, ${revisions} revisions`);
    },
    async says(stage, beside, outcome) {
      const sum = `${(backedUp - there).toLocaleString('en')} added, ${there} overwritten, 0 moved to the bin.`;
      await optionsSay(stage.browser, 'backup', {
        '.last-restore': outcome === 'done' ? sum : '',
        '.broken-off p': hasBegun(await readWhole(beside)) ? 'Nothing was restored, and nothing has changed.' : '',
      });
      await deskAgrees(stage.browser, beside);
    },
  };
}
